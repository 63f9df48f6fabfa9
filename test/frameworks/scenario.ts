import { START } from './state.ts';
import type { App, Start, State } from './state.ts';

/** What a page found out about itself. */
export interface Findings {
  /** What is not as it has to be, a sentence each. */
  readonly wrong: string[];
  /** What the console and the window were told. */
  readonly said: string[];
}

const said: string[] = [];
for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => said.push(`${level}: ${parts.map(String).join(' ')}`);
}
addEventListener('error', ({ message }) => said.push(message));
addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));

interface Drawn extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

const elements = (): Drawn[] => [
  ...document.querySelectorAll<Drawn>(
    'handrail-quick-exit, handrail-service-card, handrail-format-request',
  ),
];

const one = (selector: string): HTMLElement | null => document.querySelector(selector);

/** Waits until something is so, for as long as a busy machine may need. */
async function until(what: string, condition: () => unknown): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`There was never ${what}.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

async function settled(): Promise<void> {
  await until('an element that has drawn', () =>
    elements().every((element) => element.querySelector('[data-handrail-ui] > *')),
  );
  // What a change of the page's leads to comes in the next task at the latest.
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.all(elements().map((element) => element.updateComplete));
}

/** What each element shows beside what it has to show in a state. */
function facts(state: State): [string, unknown, unknown][] {
  const link = one('handrail-quick-exit a');
  const early = document.querySelector<HTMLAnchorElement>('.handrail-exit-early');
  const names = (link?.getAttribute('aria-labelledby') ?? '').split(' ');
  const card = one('handrail-service-card');
  const form = one('handrail-format-request');
  const ours = document.querySelector<HTMLFormElement>('form[data-handrail-form]');
  const numbers = [
    ...(card?.querySelectorAll<HTMLElement>('a[href^=tel]:not([href="tel:999"])') ?? []),
  ];
  return [
    ['the link’s own words', link?.innerHTML.replace(/<!--.*?-->/g, ''), state.words],
    [
      'the link’s name',
      names.map((id) => document.getElementById(id)?.textContent).join(' '),
      `Emergency: ${state.words}`,
    ],
    ['the link’s classes', link?.className, `${state.look} handrail-exit-link`],
    ['a link that floats', link?.matches(':popover-open') ?? false, 'popover' in (link ?? {})],
    [
      'where it leads',
      one('.handrail-exit-where')?.textContent,
      `Opens ${new URL(state.href).hostname.replace('www.', '')}.`,
    ],
    ['where the early link leads', early?.href ?? state.href, state.href],
    ['the advice', card && one('[href="/advice"]')?.checkVisibility(), state.more || undefined],
    [
      'the numbers that are shown',
      numbers.filter((each) => each.checkVisibility()).map((each) => each.innerText),
      [state.number],
    ],
    ['the author’s words on the card', /By the page/.test(card?.innerText ?? ''), !state.block],
    [
      'words beside the card',
      /A word before/.test(card?.innerText ?? ''),
      !state.block && state.more,
    ],
    ['a name on the card', card?.innerText.includes(state.name), true],
    ['one place for ours in the card', card?.querySelectorAll('[data-handrail-ui]').length, 1],
    ['one form that is shown', form?.innerText.match(/Send request/g)?.length, 1],
    [
      'what stands around the form, from top to bottom',
      [...(form?.children ?? [])]
        .filter((child) => child.checkVisibility())
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((child) => (child === ours ? 'the form' : child.textContent)),
      state.more ? ['We are glad to help.', 'the form', 'Or write to us.'] : ['the form'],
    ],
    ['where the form is sent', new URL(ours?.action ?? '', location.href).pathname, state.action],
    [
      'the author’s form',
      one('form:not([data-handrail-form])')?.checkVisibility(),
      state.form ? false : undefined,
    ],
  ];
}

/** The states that a page goes through once it has drawn, each a change of the one before. */
const STEPS: readonly (readonly [string, Partial<State>])[] = [
  ['once children are added', { more: true }],
  [
    'once facts are changed',
    {
      number: '020 7946 0202',
      name: 'Beta advice',
      href: 'https://www.example.org/',
      words: 'Go away',
      look: 'link',
      action: '/other',
      token: 'two',
    },
  ],
  ['once children are taken away', { more: false }],
  ['once the service is taken away', { block: false }],
  ['once a number is changed that the author shows', { number: '020 7946 0303', more: true }],
  ['once the service is there again', { block: true }],
  ['once the form is taken away', { form: false, more: false }],
  ['once the form is there again', { form: true, action: '/third' }],
];

async function check(when: string, state: State, wrong: string[]): Promise<void> {
  await settled();
  for (const [what, found, wanted] of facts(state)) {
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      wrong.push(`${when}, ${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }
}

function load(): Promise<void> {
  if (document.querySelector('script[src="/handrail.min.js"]')) return Promise.resolve();
  const script = document.createElement('script');
  script.src = '/handrail.min.js';
  document.head.append(script);
  return new Promise((resolve) => (script.onload = () => resolve()));
}

async function play(start: Start, wrong: string[]): Promise<void> {
  const root = one('#root');
  if (!root) throw new Error('The page has no root.');
  const before = [...document.body.children].length;
  const hydrate = root.firstElementChild !== null;
  let state: State = START;
  const app: App = await start(root, state, hydrate);
  if (!hydrate) {
    // Before an element has drawn.
    for (const change of [{ more: true }, { more: false, number: '020 7946 0404' }]) {
      state = { ...state, ...change };
      await app.set(state);
    }
  }
  await load();
  await check('at first', state, wrong);
  for (const [when, change] of STEPS) {
    state = { ...state, ...change };
    await app.set(state);
    await check(when, state, wrong);
  }
  await app.stop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  if (root.childElementCount > 0) wrong.push(`at the end: ${root.innerHTML}`);
  if (document.body.children.length !== before)
    wrong.push(`at the end: ${document.body.innerHTML}`);
}

/** Takes a page through all its states, and tells the test what was wrong. */
export function run(start: Start): void {
  const app = async (): Promise<void> => {
    const wrong: string[] = [];
    await play(start, wrong).catch((error: unknown) => wrong.push(String(error)));
    const findings: Findings = { wrong, said };
    await fetch(`/findings${location.pathname}`, {
      method: 'POST',
      body: JSON.stringify(findings),
    });
  };
  void app();
}
