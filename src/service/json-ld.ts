import { DAYS } from './schedule.ts';
import type { Channel, Schedule, Service } from './service.ts';

type Part = Readonly<Record<string, unknown>>;

const parts = (value: unknown): readonly Part[] =>
  [value].flat().filter((part): part is Part => Object(part) === part);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const time = (value: unknown): string | undefined => text(value)?.slice(0, 5);
const day = (value: unknown): string | undefined => text(value)?.slice(0, 10);

/** Weekly rows alone: what else `OpeningHoursSpecification` can say is for `feeds/json-ld.ts`. */
function schedules(value: unknown): readonly Schedule[] | undefined {
  const rows = parts(value).map(({ dayOfWeek, opens, closes, validFrom, validThrough }) => ({
    byday: DAYS.filter((code) =>
      [dayOfWeek]
        .flat()
        .some((name) => text(name)?.replace(/.*\//, '').toUpperCase().startsWith(code)),
    ),
    opensAt: time(opens),
    closesAt: time(closes),
    validFrom: day(validFrom),
    validTo: day(validThrough),
  }));
  return rows.length > 0 ? (rows as readonly Schedule[]) : undefined;
}

/**
 * Reads a service from schema.org JSON-LD, as a page may have it for search engines: how to reach it
 * and when, and no more. `feeds/json-ld.ts` reads all of it and reports faults.
 *
 * @param value - parsed JSON of any shape: a thing, a list of things or an `@graph`. It never throws.
 * @returns the first thing with a name; nothing where there is none.
 */
export function readJsonLd(value: unknown): Service | undefined {
  const things = parts(value).flatMap((part) => [part, ...parts(part['@graph'])]);
  const node = things.find(({ name }) => text(name));
  if (!node) return undefined;
  const channels: unknown[] = [];
  const add = (
    at: Part,
    kind: Channel['kind'],
    name: string,
    label = at['name'] ?? at['contactType'],
  ): void => {
    const way = text(at[name]);
    const own = at === node ? undefined : schedules(at['hoursAvailable']);
    if (way)
      channels.push({
        kind,
        value: way,
        label: at === node ? undefined : text(label),
        schedules: own,
      });
  };
  for (const way of parts(node['availableChannel'])) {
    for (const at of parts(way['servicePhone'])) add(at, 'voice', 'telephone', way['name']);
    for (const at of parts(way['serviceSmsNumber'])) add(at, 'text', 'telephone', way['name']);
    add(way, 'website', 'serviceUrl');
  }
  for (const at of [node, ...parts(node['contactPoint'])]) {
    add(at, 'voice', 'telephone');
    add(at, 'email', 'email');
    add(at, 'website', 'url');
  }
  const [provider] = parts(node['provider']);
  const [page] = parts(node['subjectOf']);
  const service = {
    id: text(node['@id']) ?? '',
    name: node['name'],
    description: text(node['description']),
    organization: text(provider?.['name']),
    channels,
    schedules: schedules(node['hoursAvailable'] ?? node['openingHoursSpecification']),
    checked: day(page?.['lastReviewed']),
  };
  // Written and read again, it is without what is not known.
  return JSON.parse(JSON.stringify(service)) as Service;
}
