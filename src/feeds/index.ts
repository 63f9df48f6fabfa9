import { readFhir } from './fhir.ts';
import { isObject } from './field-reader.ts';
import { readHackney } from './hackney.ts';
import { readServicesFile } from './handrail-json.ts';
import { readHsds } from './hsds.ts';
import { readJsonLdFeed } from './json-ld.ts';
import { readNhsEtl } from './nhs-etl.ts';
import { readNhs } from './nhs.ts';
import { readOruk } from './oruk.ts';
import { readOutpost } from './outpost.ts';
import type { FeedResult } from './problem.ts';
import type { FeedOptions } from './values.ts';

export { WHOLE_FEED } from './problem.ts';
export type { FeedResult, FeedProblem, FieldAccount } from './problem.ts';
export type { FeedOptions } from './values.ts';
export {
  readFhir,
  readHackney,
  readHsds,
  readJsonLdFeed,
  readNhs,
  readNhsEtl,
  readOruk,
  readOutpost,
  readServicesFile,
};

/** The kinds of feed that can be read, each with its reader. */
export const FEEDS = {
  handrail: readServicesFile,
  oruk: readOruk,
  hsds: readHsds,
  outpost: readOutpost,
  nhs: readNhs,
  'nhs-etl': readNhsEtl,
  hackney: readHackney,
  fhir: readFhir,
  'json-ld': readJsonLdFeed,
} as const satisfies Readonly<
  Record<string, (value: unknown, options?: FeedOptions) => FeedResult>
>;

/** The name of a kind of feed. */
export type FeedKind = keyof typeof FEEDS;

/** Names that only one kind of feed uses for the parts of a record. The first kind that fits counts. */
const MARKS: readonly (readonly [FeedKind, readonly string[]])[] = [
  ['fhir', ['resourceType', 'availableTime']],
  ['json-ld', ['@type', '@context']],
  ['nhs-etl', ['openingTimes', 'odsCode', 'choicesId', 'identifierType']],
  ['hackney', ['demographic', 'social']],
  ['nhs', ['OrganisationName', 'ODSCode', 'OrganisationID', 'OpeningTimes']],
  ['outpost', ['organisation', 'min_age', 'mask_exact_address', 'target_directories']],
  ['handrail', ['channels', 'places', 'worksWith', 'safety', 'bankHolidays', 'checked']],
  [
    'hsds',
    [
      'phones',
      'alternate_name',
      'eligibility_description',
      'interpretation_services',
      'application_process',
      'additional_urls',
      'program',
    ],
  ],
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

/** Whether a record has one of the house's values under a name that ORUK uses too. */
function isOurs({ organization, schedules }: Readonly<Record<string, unknown>>): boolean {
  const rows: readonly unknown[] = Array.isArray(schedules) ? schedules : [];
  return typeof organization === 'string' || rows.some((row) => isObject(row) && 'opensAt' in row);
}

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
  const marked = MARKS.find(([, names]) => has(names))?.[0];
  if (marked === 'oruk' && sample.some(isOurs)) return 'handrail';
  return marked ?? (Array.isArray(wrapper['services']) ? 'handrail' : 'oruk');
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
