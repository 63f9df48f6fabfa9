import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { FORMAT_GROUPS, placesOf } from '../schema/choices.ts';
import type { FormatSlug, OfferedFormat, Place } from '../schema/choices.ts';
import { FIELD, fieldsOf } from '../schema/fields.ts';
import type { TextField } from '../schema/fields.ts';
import { textField } from './controls.ts';
import type { FormView } from './form-view.ts';

/** A group of formats: one of those that are asked for most, or the rest. */
export type Group = keyof typeof FORMAT_GROUPS | 'rest';

const COMMON = Object.entries(FORMAT_GROUPS) as [Group, readonly FormatSlug[]][];

/** The fields that say where something goes. */
const PLACES: readonly Place[] = ['address', 'email', 'phone'];

/** The formats that an organisation offers, by group. */
export function groupsOf(
  formats: readonly OfferedFormat[],
): (readonly [Group, readonly OfferedFormat[]])[] {
  const groupOf = (slug: FormatSlug): Group =>
    COMMON.find(([, slugs]) => slugs.includes(slug))?.[0] ?? 'rest';
  return [...COMMON.map(([group]) => group), 'rest' as const].map((group) => [
    group,
    formats.filter(({ slug }) => groupOf(slug) === group),
  ]);
}

/** The place that a format is sent to, as long as it is the one that is asked for. */
function placeFor({ ticked, contactWays }: FormView, slug: FormatSlug): Place | undefined {
  const type = [...ticked].find((key) => key.startsWith('audio-type=')) ?? '';
  return placesOf(slug, type.replace('audio-type=', ''), contactWays)[0];
}

/** Whether ticking a format has it ask where it goes. */
export function asksWhere(view: FormView, slug: FormatSlug): boolean {
  return placeFor(view, slug) !== undefined;
}

/** The group of formats under which a place is asked for; none where no format is chosen that goes there. */
export function groupAsking(view: FormView, place: Place): Group | undefined {
  return groupsOf(view.formats).find(([, formats]) =>
    formats.some(({ slug }) => view.ticked.has(`format=${slug}`) && placeFor(view, slug) === place),
  )?.[0];
}

/** The places that no format asks for: they are asked for with the way to be reached. */
export function unasked(view: FormView): readonly TextField[] {
  return fieldsOf('contact-by').filter(
    (name) => !PLACES.some((place) => name.startsWith(place) && groupAsking(view, place)),
  );
}

/** Whether the formats that are chosen say where to reach somebody. */
export function saysWhere(view: FormView): boolean {
  return PLACES.some((place) => groupAsking(view, place) !== undefined);
}

/** What has to be known to send the formats of a group. */
export function placeFields(view: FormView, group: Group): TemplateResult[] {
  return PLACES.filter((place) => groupAsking(view, place) === group).map((place) => {
    // What is said about a call stands with its number.
    const fields = fieldsOf('contact-by').filter((name) => name.startsWith(place));
    return html`<div class="handrail-where">${fields.map((name) => textField(view, name))}</div>`;
  });
}

/** Whether an answer to a field can be used in one of several ways to be reached. */
export function isForWay(name: TextField, way: string): boolean {
  return FIELD[name].ways?.some((own) => own === way) ?? false;
}
