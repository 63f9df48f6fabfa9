import { londonTime } from '../calendar/london.ts';
import type { Area, Channel, Eligibility, Place, Referral, Service } from '../service/service.ts';
import { label, contactLink, phones, contactPoints } from './contact.ts';
import type { About } from './contact.ts';
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';
import { fhirHours } from './fhir-hours.ts';
import { placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { date, language, only, pastDate } from './values.ts';
import type { FeedOptions } from './values.ts';

/** The words of a CodeableConcept: its own, or those of its first code that has any. */
function concept(field: FieldReader): string | undefined {
  return (
    field.at('text').text() ??
    field
      .at('coding')
      .items()
      .map((code) => code.at('display').text())
      .find(Boolean)
  );
}

/** Whether a ContactPoint is in use: `old` ones and those of another time are not. */
function isInUse(point: FieldReader, today: string): boolean {
  const [from, to] = [date(point.at('period').at('start')), date(point.at('period').at('end'))];
  const old = point.at('use').text()?.toLowerCase() === 'old';
  const now = (from ?? today) <= today && today <= (to ?? today);
  if (old) point.take().at('use').note('Left out: it is no longer in use.');
  else if (!now) point.take().at('period').note('Left out: it is of another time.');
  return !old && now;
}

/** ContactPoints, in the order of their `rank`: `system` says what each one is. */
function contacts(owner: FieldReader, options: FeedOptions, about: About = {}): readonly Channel[] {
  const today = londonTime(options.now ?? new Date()).date;
  const points = [
    ...owner.at('telecom').objects(),
    ...owner
      .at('contact')
      .objects()
      .flatMap((contact) => contact.at('telecom').objects()),
  ].filter((point) => isInUse(point, today));
  const rank = (point: FieldReader): number => point.at('rank').number() ?? Infinity;
  const ranked = points.map((point) => [rank(point), point] as const);
  // Of two without a rank, and of two alike, the first stays first.
  ranked.sort(([a], [b]) => (a === b ? 0 : a - b));
  return ranked.flatMap(([, point]) => {
    const system = point.at('system').text()?.toLowerCase();
    if (system === 'email') return contactLink('email', point.at('value'), about);
    if (system === 'url') return contactLink('website', point.at('value'), about);
    return phones(point.at('value'), point.at('system'), about);
  });
}

/** A resource that a reference names, inside the record or beside it in the bundle. */
type Find = (reference: FieldReader) => FieldReader | undefined;

/** The resources of a bundle, by the addresses that references use. */
function resources(whole: unknown): ReadonlyMap<unknown, unknown> {
  const entries =
    isObject(whole) && Array.isArray(whole['entry']) ? (whole['entry'] as unknown[]) : [];
  return new Map(
    entries.filter(isObject).flatMap(({ fullUrl, resource }) => {
      if (!isObject(resource)) return [];
      const { resourceType, id } = resource;
      const named = typeof resourceType === 'string' && typeof id === 'string';
      const byId = named ? [[`${resourceType}/${id}`, resource] as const] : [];
      return [[fullUrl, resource] as const, ...byId];
    }),
  );
}

function finder(record: FieldReader, beside: ReadonlyMap<unknown, unknown>): Find {
  return (reference) => {
    const target = reference.at('reference').raw();
    if (target === undefined) return undefined;
    const inside = record
      .at('contained')
      .objects()
      .find((one) => target === `#${one.at('id').raw() ?? ''}`);
    const found = beside.get(target) ?? beside.get(target.split('/').slice(-2).join('/'));
    return inside ?? (found === undefined ? undefined : reference.with(found));
  };
}

/** What a `Location` says of whether it is there to be visited. */
function isThere(location: FieldReader): boolean {
  const status = location.at('status').text()?.toLowerCase() ?? 'active';
  if (status === 'active') return true;
  location.take().at('status').note('Left out: it is closed, for a while or for good.');
  return false;
}

function place(reference: FieldReader, find: Find, options: FeedOptions): Place | undefined {
  const location = find(reference);
  if (location !== undefined && !isThere(location)) return undefined;
  if (location === undefined) {
    const name = reference.at('display').text();
    if (name === undefined) reference.fault('Left out: the place is not in the feed.');
    return name === undefined ? undefined : { name };
  }
  const address = location.at('address');
  const lines = address.at('line').items();
  return placeOf({
    place: location,
    name: location.at('name'),
    lines:
      lines.length > 0
        ? [...lines, address.at('city'), address.at('district')]
        : [address.at('text')],
    postcode: address.at('postalCode'),
    country: address.at('country'),
    latitude: location.at('position').at('latitude'),
    longitude: location.at('position').at('longitude'),
    ...(location.at('mode').value === 'kind' && { type: 'virtual' as const }),
    hours: fhirHours(location, options),
  });
}

/** The ways to reach one place, by the place's name. */
function placeContacts(
  reference: FieldReader,
  find: Find,
  options: FeedOptions,
): readonly Channel[] {
  const location = find(reference);
  if (location === undefined || !isThere(location)) return [];
  const name = location.at('name').text();
  return contacts(location, options, only<About>({ owner: 'place', label: name }));
}

function referrals(record: FieldReader): readonly Referral[] {
  return record
    .at('referralMethod')
    .objects()
    .flatMap((row) => {
      const words = concept(row);
      return words === undefined ? [] : [{ description: words }];
    });
}

function service(
  record: FieldReader,
  options: FeedOptions,
  beside: ReadonlyMap<unknown, unknown>,
): Draft {
  const find = finder(record, beside);
  const rules = record
    .at('eligibility')
    .objects()
    .flatMap((row): readonly Eligibility[] => {
      const words = label(concept(row.at('code')), row.at('comment').text());
      return words === undefined ? [] : [{ description: words }];
    });
  const areas = record
    .at('coverageArea')
    .objects()
    .flatMap((reference): readonly Area[] => {
      const name = (find(reference)?.at('name') ?? reference.at('display')).text();
      return name === undefined ? [] : [{ name }];
    });
  const spoken = record
    .at('communication')
    .objects()
    .map((row) => {
      const code = row
        .at('coding')
        .items()
        .map((one) => one.at('code').raw())
        .find(Boolean);
      return language(row.with({ code, name: concept(row) }));
    });
  const active = record.at('active').boolean();
  const provision = record
    .at('serviceProvisionCode')
    .objects()
    .map(concept)
    .filter((one) => one !== undefined);
  return {
    ...only<Draft>({
      name: record.at('name').text(),
      status: active === undefined ? undefined : active ? 'active' : 'inactive',
      organization:
        record.at('providedBy').at('display').text() ??
        find(record.at('providedBy'))?.at('name').text(),
      description:
        [description(record.at('comment')), description(record.at('extraDetails'))]
          .filter(Boolean)
          .join('\n\n') || undefined,
      channels: contactPoints([
        ...contacts(record, options),
        ...record
          .at('location')
          .objects()
          .flatMap((one) => placeContacts(one, find, options)),
      ]),
      eligibility: rules,
      areas,
      places: record
        .at('location')
        .objects()
        .map((one) => place(one, find, options))
        .filter((one) => one !== undefined),
      referral: referrals(record),
      attendance: record.at('appointmentRequired').boolean() === true ? ['appointment'] : undefined,
      languages: spoken.filter((one) => one !== undefined),
      cost: provision.length === 0 ? undefined : provision.join(', '),
      free: provision.some((words) => /^free\b/i.test(words)) ? true : undefined,
      categories: [
        ...record.at('category').objects(),
        ...record.at('type').objects(),
        ...record.at('specialty').objects(),
      ].flatMap((row): NonNullable<Service['categories']> => {
        const name = concept(row);
        return name === undefined ? [] : [{ name }];
      }),
      checked: pastDate(record.at('meta').at('lastUpdated'), options.now ?? new Date()),
    }),
    ...fhirHours(record, options),
  };
}

/** The healthcare services of a bundle; anything else as it is. */
function servicesOf(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value['entry'])) return value;
  const resources = value['entry'].map((entry: unknown) =>
    isObject(entry) ? entry['resource'] : entry,
  );
  return resources.filter(
    (one) => !isObject(one) || (one['resourceType'] ?? 'HealthcareService') === 'HealthcareService',
  );
}

/**
 * Reads FHIR `HealthcareService` resources, R4 or R5: a bundle with the places and organisations that
 * they name, a bare list, or one resource.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readFhir(value: unknown, options: FeedOptions = {}): FeedResult {
  const beside = resources(value);
  const read = (record: FieldReader, how: FeedOptions): Draft => service(record, how, beside);
  return readRecords(servicesOf(value), { lists: [], ids: ['id'], read }, options);
}
