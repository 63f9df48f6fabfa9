import { fixture } from '@open-wc/testing';
import { serviceCard } from '../examples/service-card.ts';
import '../../src/service-card/service-card.define.ts';
import type { Service } from '../../src/service/service.ts';
import type { ServiceCard } from '../../src/service-card/service-card.ts';

/** 10am on a Monday in London. */
export const MORNING = '2026-11-23T10:00:00Z';

/** Puts markup on the page and waits until its card has settled. */
export async function put(markup: string): Promise<ServiceCard> {
  const card = await fixture<ServiceCard>(markup);
  await card.updateComplete;
  return card;
}

/** Puts a named example on the page. */
export function example(name: string): Promise<ServiceCard> {
  const found = serviceCard.find((each) => each.name === name);
  if (!found) throw new Error(`There is no example "${name}".`);
  return put(found.html);
}

/** Shows a record that the page has itself. */
export async function show(
  service: Partial<Service>,
  { now = MORNING, attributes = '' } = {},
): Promise<ServiceCard> {
  const card = await put(
    `<handrail-service-card now="${now}" ${attributes}></handrail-service-card>`,
  );
  card.service = { id: 'a', name: 'A service', checked: '2026-11-01', ...service };
  await card.updateComplete;
  return card;
}

/** What stands on the page, on one line. */
export function words(element: Element | null | undefined): string {
  return (element as HTMLElement | null | undefined)?.innerText.replace(/\s+/g, ' ').trim() ?? '';
}

/** What stands under a term, a line each. */
export function facts(card: Element, term: string): string[] {
  const found: string[] = [];
  const title = [...card.querySelectorAll('dt')].find((each) => words(each) === term);
  for (
    let next = title?.nextElementSibling;
    next?.localName === 'dd';
    next = next.nextElementSibling
  ) {
    found.push(words(next));
  }
  return found;
}

/** The ways to reach the service, in order. */
export function ways(card: Element): string[] {
  return [...card.querySelectorAll('li.handrail-card-way')].map(words);
}

/** The sentence that says whether it is open. */
export function state(card: Element): string {
  return words(card.querySelector('.handrail-card-state'));
}

/** A services file of any content, as an address. */
export function file(content: string): string {
  return URL.createObjectURL(new Blob([content], { type: 'application/json' }));
}
