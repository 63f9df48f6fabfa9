import { fixture, html, waitUntil } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import '../../src/format-request/format-request.define.ts';
import type { FormatRequest } from '../../src/format-request/format-request.ts';
import { replyFile } from './reply-file.ts';

/** What a receiver answers with once it has stored a request. */
export const RECEIPT = {
  reference: 'K7M4-PX3T',
  receivedAt: '2026-11-23T10:00:00.000Z',
  replyBy: '2026-11-30',
  replyWithin: 5,
};
/** A form as an author writes it. */
export const FORM =
  '<form method="post" action="/requests"><input name="email"><button>Send</button></form>';
export const CONTACTS = 'email="formats@council.example" phone="020 7946 0456"';

/** The browser's own, without answers of the test's. */
export const realFetch = window.fetch.bind(window);
const realTimeout = window.setTimeout.bind(window);
/** The page's own title. */
export const title = 'Plans and papers';
/** What the console was told since the test began. */
export let warnings: string[];
/** The bodies that were sent since the test began. */
export let sent: Record<string, unknown>[];
/** What holds the markup that was shown last. */
export let page: HTMLElement;

const realWarn = console.warn.bind(console);
beforeEach(() => {
  document.title = title;
  warnings = [];
  sent = [];
  console.warn = (text: string) => warnings.push(text);
  // The pauses between two attempts pass at once. They are never round, as the tests' own patience is.
  window.setTimeout = ((run: () => void, pause = 0) =>
    realTimeout(run, Number.isInteger(pause) ? pause : 0)) as typeof window.setTimeout;
});
afterEach(() => {
  window.fetch = realFetch;
  window.setTimeout = realTimeout;
  console.warn = realWarn;
  document.title = title;
  Reflect.deleteProperty(navigator, 'onLine');
});

/** Has each request answered as told, the last answer for good, by what says that it is a receiver of ours. */
export function answer(...answers: (() => Response | Promise<Response>)[]): void {
  window.fetch = async (_url, init = {}) => {
    if (init.method !== 'POST')
      return new Response(null, { status: 204, headers: { 'Handrail-Receiver': '1' } });
    sent.push(JSON.parse(init.body as string) as Record<string, unknown>);
    const next = answers[sent.length - 1] ?? answers.at(-1);
    if (!next) throw new TypeError('Failed to fetch');
    return next();
  };
}

/** Has each request wait, and gives what answers the one that came last. */
export function hold(): (response: () => Response) => void {
  let finish: ((response: Response) => void) | undefined;
  answer(() => new Promise<Response>((resolve) => (finish = resolve)));
  return (response) => finish?.(response());
}

export function json(status: number, body: unknown): () => Response {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', 'Retry-After': '0' },
    });
}

/** Waits as long as a busy machine may need. */
export const until = (condition: () => unknown, what = 'what the test waits for'): Promise<void> =>
  waitUntil(condition, what, { timeout: 15_000 });

/** Makes an empty page. */
export async function emptyPage(): Promise<HTMLElement> {
  page = await fixture(html`<main></main>`);
  return page;
}

/** Puts markup on the page and waits until the element has drawn itself. */
export async function show(
  attributes = CONTACTS,
  form = FORM,
  around = '',
): Promise<FormatRequest> {
  await emptyPage();
  page.innerHTML = `${around}<handrail-format-request ${attributes}>${form}</handrail-format-request>`;
  return settled(page.querySelector('handrail-format-request'));
}

export async function settled(element: FormatRequest | null | undefined): Promise<FormatRequest> {
  if (!element) throw new Error('There is no form on the page.');
  await until(() => element.querySelector('[data-handrail-ui] button'));
  await replyFile();
  await element.updateComplete;
  return element;
}

/** Finds something; within the element what is ours first, for the author's own stays, and is not shown. */
// The type says what a selector names, as querySelector's own does.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function find<T extends HTMLElement = HTMLInputElement>(
  element: Element,
  selector: string,
): T {
  const own = element.localName === 'handrail-format-request';
  const all = [...element.querySelectorAll<T>(selector)];
  const found = (own && all.find((each) => each.closest('[data-handrail-form]'))) || all[0];
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The author's own form, which stays where it is. */
export function authorForm(element: Element): HTMLFormElement {
  return find<HTMLFormElement>(element.parentElement ?? element, 'form:not([data-handrail-form])');
}

export function type(element: Element, name: string, text: string): void {
  const control = find(element, `[name="${name}"]`);
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

export async function tick(element: FormatRequest, name: string, value: string): Promise<void> {
  find(element, `[name="${name}"][value="${value}"]`).click();
  await element.updateComplete;
}

/** Answers everything that has to be answered. */
export async function fill(element: FormatRequest): Promise<void> {
  type(element, 'document-other', 'The plan');
  await tick(element, 'format', 'word');
  type(element, 'email', 'sam@example.org');
}

export function send(element: FormatRequest): void {
  find(element, 'button[type=submit]').click();
}

export async function says(element: FormatRequest, words: string): Promise<void> {
  await until(() => element.textContent.includes(words), `"${words}" in ${element.innerText}`);
  await element.updateComplete;
}

export async function objections(element: Element): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run(context: Element): Promise<AxeResults> } };
  const { violations } = await axe.run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** What an event tells whoever listens: every engine writes its own marks beside it. */
export const carried = (event: Event): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted')),
  );

export const errors = (element: Element): string[] =>
  [...element.querySelectorAll('.handrail-summary a')].map((link) => link.textContent);
