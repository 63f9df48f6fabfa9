import type { Channel, Eligibility, Language, Place, Service } from '../service/service.ts';
import { label, contactLink, phones, contactPoints } from './contact.ts';
import type { About } from './contact.ts';
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';
import { hours } from './json-ld-hours.ts';
import { eligibility } from './eligibility.ts';
import { accessFact, placeOf } from './places.ts';
import type { FeedResult } from './problem.ts';
import { alert, description } from './prose.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { language, only, pastDate } from './values.ts';
import type { FeedOptions } from './values.ts';

/** Things that stand beside services in a graph, and are none. */
const NO_SERVICE =
  /^(?:.*[/#:])?(?:WebSite|WebPage|BreadcrumbList|ImageObject|SearchAction|Person|ContactPoint|PostalAddress|Place|OpeningHoursSpecification|ListItem|ItemList)$/;

function languages(field: FieldReader): readonly Language[] {
  return field
    .items()
    .map((item) => {
      const text = typeof item.value === 'string' ? item.value.trim() : '';
      // A text is a code or a name; a thing has either under names of its own.
      if (/^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(text)) return language(item.with({ code: text }));
      if (isObject(item.value))
        return language(item.with({ name: item.value['name'], code: item.value['alternateName'] }));
      return language(item);
    })
    .filter((one) => one !== undefined);
}

/** A thing's own telephone, email and website. */
function contacts(at: FieldReader, options: FeedOptions, about: About = {}): readonly Channel[] {
  const named = label(about.label, at.at('contactType').text());
  const spoken = languages(at.at('availableLanguage'));
  const deaf = /HearingImpaired/.test(
    at
      .at('contactOption')
      .items()
      .map((item) => item.raw())
      .join(' '),
  );
  const all = only<About>({
    ...about,
    label: named,
    languages: spoken.length > 0 ? spoken : about.languages,
    ...hours(at, options),
  });
  return [
    ...at
      .at('telephone')
      .items()
      .flatMap((item) => phones(item, item.with(deaf ? 'textphone' : undefined), all)),
    ...at
      .at('email')
      .items()
      .flatMap((item) => contactLink('email', item, all)),
    ...at
      .at('url')
      .items()
      .flatMap((item) => contactLink('website', item, all)),
  ];
}

function channels(record: FieldReader, options: FeedOptions): readonly Channel[] {
  const own = { owner: 'organization' } as const;
  const provider = record.firstOf('provider', 'parentOrganization').item();
  const offered = record
    .at('availableChannel')
    .objects()
    .flatMap((way) => {
      const about = only<About>({
        label: way.at('name').text(),
        languages: languages(way.at('availableLanguage')),
      });
      const texts = way
        .at('serviceSmsNumber')
        .objects()
        .flatMap((at) => contacts(at, options, about));
      return [
        ...way
          .at('servicePhone')
          .objects()
          .flatMap((at) => contacts(at, options, about)),
        ...texts.map((one) => (one.kind === 'voice' ? ({ ...one, kind: 'text' } as const) : one)),
        ...way
          .at('serviceUrl')
          .items()
          .flatMap((item) => contactLink('website', item, about)),
      ];
    });
  const bare = (at: FieldReader): FieldReader =>
    at.without(
      'openingHours',
      'hoursAvailable',
      'openingHoursSpecification',
      'specialOpeningHoursSpecification',
      'availableLanguage',
    );
  return contactPoints([
    ...offered,
    ...contacts(bare(record), options),
    ...record
      .at('contactPoint')
      .objects()
      .flatMap((at) => contacts(at, options)),
    ...provider
      .at('contactPoint')
      .objects()
      .flatMap((at) => contacts(at, options, own)),
    ...contacts(bare(provider), options, own),
  ]);
}

function place(at: FieldReader, options: FeedOptions): Place | undefined {
  const address = at.at('address').item();
  const written = typeof address.value === 'string';
  const facts = at
    .at('amenityFeature')
    .objects()
    .flatMap((row) => {
      const fact = accessFact(row.at('name').text() ?? '');
      const value = fact === undefined ? undefined : row.at('value').boolean();
      return fact === undefined || value === undefined ? [] : [[fact, value] as const];
    });
  return placeOf({
    place: at,
    name: at.at('name'),
    lines: written
      ? [address]
      : ['streetAddress', 'addressLocality', 'addressRegion'].map((line) => address.at(line)),
    postcode: address.at('postalCode'),
    country:
      address.at('addressCountry').known && isObject(address.at('addressCountry').value)
        ? address.at('addressCountry').at('name')
        : address.at('addressCountry'),
    latitude: at.at('geo').at('latitude').known ? at.at('geo').at('latitude') : at.at('latitude'),
    longitude: at.at('geo').at('longitude').known
      ? at.at('geo').at('longitude')
      : at.at('longitude'),
    ...(facts.length > 0 && { access: Object.fromEntries(facts) }),
    hours: at.path === '' ? {} : hours(at, options),
  });
}

function places(record: FieldReader, options: FeedOptions): readonly Place[] {
  const sites = [
    ...record.firstOf('location', 'serviceLocation').objects(),
    ...record
      .at('availableChannel')
      .objects()
      .flatMap((way) => way.at('serviceLocation').objects()),
  ];
  // Its own name is the service's, not the place's.
  const own = record.at('address').known || record.at('geo').known ? [record.without('name')] : [];
  return [...own, ...sites].map((at) => place(at, options)).filter((one) => one !== undefined);
}

function rules(record: FieldReader): readonly Eligibility[] {
  return record
    .at('audience')
    .objects()
    .flatMap((row) => {
      const [rule] = eligibility(
        row.firstOf('requiredMinAge', 'suggestedMinAge'),
        row.firstOf('requiredMaxAge', 'suggestedMaxAge'),
        row.firstOf('audienceType', 'name'),
      );
      const gender = row
        .firstOf('requiredGender', 'suggestedGender')
        .text()
        ?.toLowerCase()
        .replace(/^.*\//, '');
      const one = gender === 'female' || gender === 'male' ? gender : undefined;
      if (one === undefined) return rule === undefined ? [] : [rule];
      return [{ ...rule, gender: [one] }];
    });
}

function service(record: FieldReader, options: FeedOptions): Draft {
  const provider = record.firstOf('provider', 'parentOrganization').item();
  const offers = record.at('offers').objects();
  const free =
    record.at('isAccessibleForFree').boolean() ??
    (offers.some((offer) => offer.at('price').number() === 0) || undefined);
  const areas = record
    .at('areaServed')
    .items()
    .flatMap((item) => {
      const name = (typeof item.value === 'string' ? item : item.at('name')).text();
      const code = /^[EWSNKL]\d{8}$/.exec(
        isObject(item.value) ? (item.at('identifier').raw() ?? '') : '',
      )?.[0];
      return name === undefined && code === undefined
        ? []
        : [only<NonNullable<Service['areas']>[number]>({ name, code })];
    });
  return {
    ...only<Draft>({
      name: record.at('name').text(),
      alternateName: record.at('alternateName').items()[0]?.text(),
      organization:
        typeof provider.value === 'string' ? provider.text() : provider.at('name').text(),
      description: description(record.at('description')),
      alert: alert(record.at('disambiguatingDescription')),
      channels: channels(record, options),
      eligibility: rules(record),
      areas,
      places: places(record, options),
      languages: languages(record.at('availableLanguage')),
      free,
      categories: record
        .firstOf('serviceType', 'category')
        .items()
        .flatMap((item) => {
          const name = item.text();
          return name === undefined ? [] : [{ name }];
        }),
      checked: pastDate(
        record.at('subjectOf').item().at('lastReviewed').known
          ? record.at('subjectOf').item().at('lastReviewed')
          : record.at('dateModified'),
        options.now ?? new Date(),
      ),
    }),
    ...hours(record, options),
  };
}

/** The things of a block or of several, without those that only stand beside services. */
function thingsOf(value: unknown): unknown {
  const blocks: readonly unknown[] = Array.isArray(value) ? value : [value];
  const all = blocks.flatMap((block): readonly unknown[] =>
    isObject(block) && Array.isArray(block['@graph']) ? block['@graph'] : [block],
  );
  const beside = (thing: unknown): boolean =>
    isObject(thing) &&
    [thing['@type']].flat().some((type) => typeof type === 'string' && NO_SERVICE.test(type));
  return all.length > 1
    ? all.filter((thing) => !beside(thing))
    : isObject(value) || Array.isArray(value)
      ? all
      : value;
}

/**
 * Reads schema.org JSON-LD: a service, organisation or place, a list of them, or an `@graph`.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readJsonLdFeed(value: unknown, options: FeedOptions = {}): FeedResult {
  return readRecords(
    thingsOf(value),
    { lists: [], ids: ['identifier', '@id'], read: service },
    options,
  );
}
