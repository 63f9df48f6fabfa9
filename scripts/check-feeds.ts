/**
 * Reads the sample feeds beside this checkout, which real services and standards bodies published,
 * and fails where one of them loses a service or a fault that is known to be in it goes unreported.
 *
 *   npm run check:feeds
 */
import { existsSync, readFileSync } from 'node:fs';
import { readFeed } from '../src/feeds/index.ts';
import type { FeedKind } from '../src/feeds/index.ts';

const SAMPLES = new URL('../../shared/fixtures/', import.meta.url);

/** Each sample, the kind that it is, and the fields with a fault that is known to be there. */
const FEEDS: readonly (readonly [file: string, kind: FeedKind, faults: readonly string[]])[] = [
  [
    'oruk3/Default-service_full.json',
    'oruk',
    ['postal_code', 'country', 'latitude', 'valid_to', 'bymonthday', 'languages[0]'],
  ],
  ['oruk3/Warn-service_full.json', 'oruk', ['postal_code', 'country', 'latitude']],
  ['oruk3/Default-service_list.json', 'oruk', []],
  ['oruk3/Test-service_list.json', 'oruk', ['id']],
  [
    'hsds3/example-service_full.json',
    'hsds',
    ['postal_code', 'country', 'latitude', 'valid_to', 'byweekno'],
  ],
  ['hsds3/example-service_list.json', 'hsds', []],
  ['hsds3/docs-schedules.json', 'oruk', ['schedules[0].opens_at', 'schedules[2].closes_at']],
  ['outpost/service.json', 'outpost', []],
  ['outpost/services.json', 'outpost', ['contacts[1].phone', 'coordinates[1]']],
  ['nhs/servicesearch-FK276-as.json', 'nhs', ['OrganisationContactValue']],
  ['nhs/dos-change-event.json', 'nhs', []],
];

if (!existsSync(SAMPLES)) {
  console.log(
    `NOT CHECKED: there are no sample feeds in ${SAMPLES.pathname}. They are other people’s files and not part ` +
      'of this repository; what readers do with such feeds is also tested by npm test -- node.',
  );
  process.exit(0);
}

let wrong = 0;
const sum = { records: 0, services: 0, repeats: 0, faults: 0, notes: 0 };
for (const [file, expected, fields] of FEEDS) {
  const feed = readFeed(JSON.parse(readFileSync(new URL(file, SAMPLES), 'utf8')));
  const { kind, records, services, repeats, problems } = feed;
  const faults = problems.filter((problem) => problem.kind === 'fault').length;
  const lost = records - services.length - repeats;
  const silent = fields.filter((name) => !problems.some(({ field }) => field.endsWith(name)));
  console.log(
    `${file} (${kind}): ${String(records)} records, ${String(services.length)} services kept, ${String(repeats)} repeats, ` +
      `${String(lost)} lost; ${String(faults)} faults, ${String(problems.length - faults)} notes`,
  );
  if (kind !== expected) console.error(`  It was taken for ${kind}, and is ${expected}.`);
  for (const name of silent) console.error(`  Nothing was said of the fault in ${name}.`);
  if (lost > 0) console.error('  A record gave no service.');
  if (kind !== expected || silent.length > 0 || lost > 0 || records === 0) wrong += 1;
  sum.records += records;
  sum.services += services.length;
  sum.repeats += repeats;
  sum.faults += faults;
  sum.notes += problems.length - faults;
}
console.log(
  `${String(FEEDS.length)} feeds: ${String(sum.records)} records, ${String(sum.services)} services kept, ` +
    `${String(sum.repeats)} repeats; ${String(sum.faults)} faults and ${String(sum.notes)} notes reported`,
);
process.exit(wrong === 0 ? 0 : 1);
