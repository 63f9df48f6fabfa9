import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { primaryLanguage } from '../../i18n/language-tag.ts';
import { html } from '../../template/html.ts';
import { withNumbers } from './numbers.ts';
import type { Freshness } from '../../service/freshness.ts';
import type { safeText } from '../../service/safe-text.ts';
import type { Language } from '../../service/channel.ts';
import type { CostOption, Place, Service } from '../../service/service.ts';

/** What few cards need beside the script, as far as drawing goes. */
export interface CardExtras {
  readonly safeText: typeof safeText;
}

/** What draws what not every service says. */
export interface CardDetails {
  readonly costLine: (view: CardView, cost: CostOption) => unknown;
  readonly details: (view: CardView) => readonly unknown[];
  readonly languageNames: (view: CardView, languages: readonly Language[] | undefined) => unknown[];
  readonly worksWith: (view: CardView) => unknown;
}

/** What a card is drawn from. */
export interface CardView {
  /** The card's own id, which those of its parts begin with. */
  readonly id: string;
  readonly service: Service;
  /** The level of the card's heading, 1 to 6. */
  readonly level: number;
  /** What every card of the file says, such as that it is demonstration data. */
  readonly notice: string;
  readonly translationNotice: string;
  readonly now: Date;
  readonly freshness: Freshness;
  /** Whether this device's clock agrees with that of the server that the services came from. */
  readonly clockAgrees: boolean;
  /** The language of Handrail's own words. */
  readonly language: string;
  /** The addresses of a map and of directions, with `{place}` where the place goes. */
  readonly map: string;
  readonly directions: string;
  /** What to draw so that a person can keep the number; nothing where the page does not offer it. */
  readonly keep: unknown;
  /** Gives what not every card needs. Where it is not there yet, it is fetched, and the card waits for it. */
  readonly extras: () => CardExtras | undefined;
  readonly details: () => CardDetails | undefined;
  /** Finds another service's name in the same file. */
  readonly nameOf: (id: string) => string | undefined;
}

/** The objects of a list that came from a file that nobody has checked. */
export function items<T>(list: readonly T[] | undefined): readonly T[] {
  const found: readonly T[] = Array.isArray(list) ? (list as T[]) : [];
  return found.filter((item) => typeof item === 'object' && item);
}

/** A service of which no more is shown of any place than its outcode. */
export function withoutPlaces(service: Service): Service {
  const places = items(service.places).map((place): Place => ({ ...place, masked: true }));
  return { ...service, places };
}

/** The language of a service's own words, where the words around them are in another. */
export function foreignLanguage({ inLanguage }: Service, language: string): string | undefined {
  const own = typeof inLanguage === 'string' ? inLanguage : 'en';
  return primaryLanguage(own) === primaryLanguage(language) ? undefined : own;
}

/** A service's own words, marked with their language where the words around them are in another. */
export function say({ service, language }: CardView, text: unknown): unknown {
  if (typeof text !== 'string' || text.trim() === '') return nothing;
  const own = foreignLanguage(service, language);
  if (own === undefined) return withNumbers(text);
  return html`<span lang=${own} dir="auto">${withNumbers(text)}</span>`;
}

/** The texts of a list, each as `say` has it. */
export function sayAll(view: CardView, texts: unknown): unknown[] {
  return Array.isArray(texts) ? texts.map((text: unknown) => say(view, text)) : [];
}

const known = (part: unknown): boolean => part !== nothing && part !== '' && part !== undefined;

/** The parts that are known, with something between them. */
export function join(parts: readonly unknown[], between: unknown = ', '): unknown {
  const kept = parts.filter(known);
  if (kept.length === 0) return nothing;
  return kept.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}

/** A term and what is known about it; nothing at all where that is nothing. */
export function section(term: string, lines: readonly unknown[]): TemplateResult | typeof nothing {
  const kept = lines.filter(known);
  if (kept.length === 0) return nothing;
  return html`<dt>${term}</dt>
    ${kept.map((line) => html`<dd>${line}</dd>`)}`;
}

/** A link to another site, which does not learn from which page somebody came. */
export function link(href: string, words: unknown): TemplateResult {
  return html`<a class="handrail-card-link" href=${href} rel="noreferrer">${words}</a>`;
}
