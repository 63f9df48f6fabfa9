import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import type { Extras } from '../source.ts';
import type { Freshness } from '../../service/freshness.ts';
import type { Place, Service } from '../../service/service.ts';

/** What drawing a card may need beside the script. */
export type CardExtras = Pick<Extras, 'safeText' | 'languageName'> &
  Partial<Pick<Extras, 'keepView'>>;

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
  /** The language of Handrail's own words. */
  readonly language: string;
  /** The addresses of a map and of directions, with `{place}` where the place goes. */
  readonly map: string;
  readonly directions: string;
  /** What to draw so that a person can keep the number; nothing where the page does not offer it. */
  readonly keep: unknown;
  /** Fetches what not every card needs, and draws the card again once it is there. */
  readonly extras: () => CardExtras | undefined;
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

const base = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

/** The language of a service's own words, where the words around them are in another. */
export function foreignLanguage({ inLanguage }: Service, language: string): string | undefined {
  const own = typeof inLanguage === 'string' ? inLanguage : 'en';
  return base(own) === base(language) ? undefined : own;
}

/** A service's own words, marked with their language where the words around them are in another. */
export function say({ service, language }: CardView, text: unknown): unknown {
  if (typeof text !== 'string' || text.trim() === '') return nothing;
  const own = foreignLanguage(service, language);
  if (own === undefined) return text;
  return html`<span lang=${own} dir="auto">${text}</span>`;
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
