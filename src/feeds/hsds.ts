import type {
  Area,
  Category,
  CostOption,
  OpeningHours,
  Place,
  Service,
} from '../service/service.ts';
import { hsdsContacts, labelledLinks, contactLink, contactPoints } from './contact.ts';
import type { About } from './contact.ts';
import { eligibility } from './eligibility.ts';
import type { FieldReader } from './field-reader.ts';
import { extensions } from './handrail-json.ts';
import { access, isMasked, placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { alert, description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { hsdsHours } from './schedules.ts';
import { servicesIn } from './hsds-shapes.ts';
import { status } from './status.ts';
import { date, language, only, pastDate, some } from './values.ts';
import type { FeedOptions } from './values.ts';

/** What it costs, in words and in prices. "Free" is understood where the words say nothing else. */
export function costs(
  fees: FieldReader,
  options: FieldReader,
): Pick<Service, 'cost' | 'free' | 'costOptions'> {
  const cost = fees.text();
  const price = (row: FieldReader): CostOption | undefined => {
    const currency = row.at('currency').raw()?.toUpperCase();
    return some<CostOption>({
      description: row.firstOf('option', 'description').text(),
      amount: row.at('amount').number(),
      currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
      per: row.firstOf('amount_description', 'cost_type').text(),
      validFrom: date(row.at('valid_from')),
      validTo: date(row.at('valid_to')),
    });
  };
  return only<Pick<Service, 'cost' | 'free' | 'costOptions'>>({
    cost,
    free: /^(?:it is |this service is )?free(?: of charge| to use)?[.!]?$/i.test(cost ?? '')
      ? true
      : undefined,
    costOptions: options
      .objects()
      .map(price)
      .filter((one) => one !== undefined),
  });
}

function area(row: FieldReader): Area | undefined {
  // Older feeds have the name under both.
  row.at('service_area').take();
  const code = /\b([EWSNKL]\d{8})\b/.exec(row.at('uri').raw() ?? '')?.[1];
  return some<Area>({ name: row.firstOf('name', 'service_area', 'description').text(), code });
}

function category(row: FieldReader): Category | undefined {
  const term = row.firstOf('taxonomy_term', 'taxonomy');
  const name = term.firstOf('name', 'term').text();
  if (name === undefined) return undefined;
  const list = term.at('taxonomy').known ? term.at('taxonomy') : term.at('vocabulary');
  return only<Category>({ name, id: term.at('id').raw(), taxonomy: list.text() });
}

function placeType(location: FieldReader): Place['type'] {
  const text = location.at('location_type').text()?.toLowerCase();
  if (text === undefined || text === 'physical') return undefined;
  if (text === 'virtual' || text === 'postal') return text;
  location.at('location_type').fault('Read as a place that people can visit.');
  return undefined;
}

/** A place and its hours, which stand beside the place or in it. */
function place(row: FieldReader, location: FieldReader, options: FeedOptions): Place | undefined {
  const addresses = location.firstOf('addresses', 'physical_addresses').objects();
  const visited = addresses.find((one) => one.at('address_type').value === 'physical');
  const address = visited ?? addresses[0] ?? location.at('address');
  for (const other of addresses) {
    if (other !== address && !isMasked(location))
      other.note('Left out: the record has room for one address of each place.');
  }
  const own = hsdsHours(row, options);
  if (row !== location && Object.keys(own).length > 0 && location.at('schedules').known)
    location.at('schedules').note('Left out: the service has hours of its own at this place.');
  const facts = location
    .firstOf('accessibility', 'accessibility_for_disabilities', 'accessibilities')
    .items()
    .flatMap((item) =>
      typeof item.value === 'string'
        ? [item.text()]
        : [item.firstOf('description', 'accessibility', 'name').text(), item.at('details').text()],
    )
    .filter((text) => text !== undefined);
  const lines = ['address_1', 'address_2', 'city', 'region', 'state_province'];
  const hours: OpeningHours = Object.keys(own).length > 0 ? own : hsdsHours(location, options);
  const type = placeType(location);
  return placeOf({
    place: location,
    name: location.at('name'),
    lines: lines.map((line) => address.at(line)),
    postcode: address.at('postal_code'),
    country: address.at('country'),
    latitude: location.at('latitude'),
    longitude: location.at('longitude'),
    ...(type && { type }),
    transport: location.at('transportation'),
    access: access(facts),
    hours,
  });
}

/** Reads one service of the HSDS family: HSDS 3, and what ORUK 1 and 3 have in common with it. */
export function hsdsService(record: FieldReader, options: FeedOptions): Draft {
  const now = options.now ?? new Date();
  const organization = record.firstOf('organization', 'organisation');
  const sites = record.at('service_at_locations').objects();
  const rows = sites.map((row) => [row, row.at('location')] as const);
  const locations = [
    ...rows,
    ...record
      .at('locations')
      .objects()
      .map((location) => [location, location] as const),
  ].filter(([, location]) => location.known);
  const theirs = { owner: 'organization' } as const;
  const process = record.at('application_process').text();
  const wait = record.at('wait_time').text();
  if (wait !== undefined) {
    record
      .at('wait_time')
      .note('Kept, but not shown: the feed does not say on which day it was true.');
  }
  const interpreters = record.at('interpretation_services').text();
  const draft: Draft = {
    ...only<Draft>({
      name: record.at('name').text(),
      alternateName: record.at('alternate_name').text(),
      status: status(record.at('status')),
      organization: organization.at('name').text(),
      description: description(record.at('description')),
      alert: alert(record.at('alert')),
      channels: contactPoints([
        ...hsdsContacts(record),
        ...contactLink('email', record.at('email')),
        ...contactLink('website', record.at('url')),
        ...labelledLinks(record.at('additional_urls')),
        ...locations.flatMap(([row, location]) => {
          // With one place alone there is nothing to tell apart.
          const name = locations.length > 1 ? location.at('name').text() : undefined;
          const theirs = only<About>({ owner: 'place', label: name });
          return (row === location ? [row] : [row, location]).flatMap((one) =>
            hsdsContacts(one, theirs),
          );
        }),
        ...hsdsContacts(organization, theirs),
        ...contactLink('email', organization.at('email'), theirs),
        ...contactLink('website', organization.firstOf('website', 'url'), theirs),
      ]),
      eligibility: eligibility(
        record.at('minimum_age'),
        record.at('maximum_age'),
        record.at('eligibility_description'),
      ),
      areas: record
        .at('service_areas')
        .objects()
        .map(area)
        .filter((one) => one !== undefined),
      places: locations
        .map(([row, location]) => place(row, location, options))
        .filter((one) => one !== undefined),
      referral: process === undefined ? [] : [{ description: process }],
      requiredDocuments: record
        .at('required_documents')
        .objects()
        .map((row) => row.at('document').text())
        .filter((one) => one !== undefined),
      languages: record
        .at('languages')
        .items()
        .map(language)
        .filter((one) => one !== undefined),
      interpreters: interpreters === undefined ? undefined : { description: interpreters },
      wait: wait === undefined ? undefined : { description: wait },
      categories: record
        .firstOf('attributes', 'service_taxonomys', 'service_taxonomies')
        .objects()
        .map(category)
        .filter((one) => one !== undefined),
      checked: pastDate(record.firstOf('assured_date', 'last_modified'), now),
    }),
    ...costs(record.firstOf('fees_description', 'fees'), record.at('cost_options')),
    ...hsdsHours(record, options),
  };
  return extensions(record, draft);
}

/**
 * What the record has no place for: how an organisation is registered, who vouches for it, what a place is
 * called elsewhere, how lists of terms are kept, and the names of persons, which stay out on purpose.
 */
export const HSDS_IGNORED =
  /^(?:fees|accreditations|assurer_email|licenses|program|funding|last_modified)\b|^organization\.(?:description|alternate_name|tax_|year_incorporated|legal_status|logo|parent|organization_identifiers|funding|contacts|locations|programs)|\.(?:schedule_link|attending_type|extent|extent_type|external_identifier|external_identifier_type|attention|address_type|link_type|term_uri)$|contacts\[\]\.(?:name|department|title)$|accessibility\[\]\.(?:url|accessibility)$|taxonomy_term\.(?:description|term|taxonomy|code|name|language)|^(?:service_areas\[\]|service_at_locations\[\]|service_at_locations\[\]\.location|locations\[\])\.(?:description|url|alternate_name)$|location\.languages\b|^attributes\b/;

/**
 * Reads a feed of HSDS 3: a page of services, a bare list, or one service. Fields whose names begin
 * with `x_`, such as `x_channels` and `x_safety`, say in the house's own form what HSDS cannot.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readHsds(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    servicesIn(value),
    {
      lists: ['contents', 'content', 'services'],
      ids: ['id'],
      read: hsdsService,
      ignored: HSDS_IGNORED,
    },
    options,
  );
}
