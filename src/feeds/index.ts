import { readFhir } from './fhir.ts';
import { isObject } from './cursor.ts';
import { readHouse } from './house.ts';
import { readHsds } from './hsds.ts';
import { readJsonLdFeed } from './json-ld.ts';
import { readNhs } from './nhs.ts';
import { readOruk } from './oruk.ts';
import { readOutpost } from './outpost.ts';
import type { FeedResult } from './problem.ts';
import type { FeedOptions } from './values.ts';

export type { FeedResult, Problem } from './problem.ts';
export type { FeedOptions } from './values.ts';
export { readFhir, readHouse, readHsds, readJsonLdFeed, readNhs, readOruk, readOutpost };

/** The kinds of feed that can be read, each with its reader. */
export const FEEDS = {
  handrail: readHouse,
  oruk: readOruk,
  hsds: readHsds,
  outpost: readOutpost,
  nhs: readNhs,
  fhir: readFhir,
  'json-ld': readJsonLdFeed,
} as const satisfies Readonly<
  Record<string, (value: unknown, options?: FeedOptions) => FeedResult>
>;

/** The name of a kind of feed. */
export type FeedKind = keyof typeof FEEDS;

const OURS = ['channels', 'places', 'worksWith', 'safety', 'bankHolidays', 'checked'];

/** Names that only one kind of feed uses for the parts of a record. The first kind that fits counts. */
const MARKS: readonly (readonly [FeedKind, readonly string[]])[] = [
  ['fhir', ['resourceType', 'availableTime']],
  ['json-ld', ['@type', '@context']],
  ['nhs', ['OrganisationName', 'ODSCode', 'OrganisationID', 'OpeningTimes']],
  ['outpost', ['organisation', 'min_age', 'mask_exact_address', 'target_directories']],
  ['handrail', OURS],
  [
    'oruk',
    [
      'service_at_locations',
      'eligibilitys',
      'service_taxonomys',
      'cost_options',
      'assured_date',
      'schedules',
      'organization',
    ],
  ],
];

/**
 * Tells from its shape which kind of feed a value is. One that shows no mark is taken for a services
 * file of the house where its records lie in `services`, and for Open Referral UK otherwise, whose
 * reader reads every version of HSDS.
 */
export function kindOf(value: unknown): FeedKind {
  const wrapper = isObject(value) ? value : {};
  if (wrapper['resourceType'] === 'Bundle') return 'fhir';
  if (Array.isArray(wrapper['@graph'])) return 'json-ld';
  const lists = ['services', 'contents', 'content', 'value', 'results', 'entry'].map(
    (name) => wrapper[name],
  );
  const rows = [value, ...lists].find((list) => Array.isArray(list)) as
    readonly unknown[] | undefined;
  const sample = (rows ?? [value]).filter(isObject).slice(0, 20);
  const has = (names: readonly string[]): boolean =>
    sample.some((row) => names.some((name) => Object.hasOwn(row, name)));
  const marked = MARKS.find(([, names]) => has(names))?.[0] ?? 'handrail';
  // The house writes an organisation's name where HSDS has an object.
  const named = sample.some((row) => typeof row['organization'] === 'string');
  const ours = marked === 'handrail' && !Array.isArray(wrapper['services']) && !has(OURS);
  return marked === 'oruk' && named ? 'handrail' : ours ? 'oruk' : marked;
}

/**
 * Reads a feed of any kind, after finding out which kind it is.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readFeed(
  value: unknown,
  options: FeedOptions = {},
): FeedResult & { readonly kind: FeedKind } {
  const kind = kindOf(value);
  return { kind, ...FEEDS[kind](value, options) };
}
