import { shownPlace } from './place.ts';
import { plainText } from './safe-text.ts';
import { DAYS } from './schedule.ts';
import type { OpeningHours } from './schedule.ts';
import type { Channel, Eligibility, Place, Service } from './service.ts';

type Thing = Record<string, unknown>;

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** A thing of a type, without what is not known. */
function thing(type: string, parts: Thing): Thing {
  const known = Object.entries(parts).filter(([, value]) => [value].flat()[0] !== undefined);
  return { '@type': type, ...Object.fromEntries(known) };
}

/** The hours that schema.org can say: every week's, and those of days of their own. */
function hours({ schedules = [], special = [] }: OpeningHours): readonly Thing[] {
  const row = (opens: string, closes: string, parts: Thing): Thing =>
    // The whole day ends at 23:59 there, since equal times stand for a day on which it is shut.
    thing('OpeningHoursSpecification', {
      opens,
      closes: /^(00|24):00$/.test(closes) ? '23:59' : closes,
      ...parts,
    });
  const weekly = schedules.flatMap((rule) => {
    const { byday = [], opensAt, closesAt, freq, interval = 1, bymonthday } = rule;
    const plain = (freq ?? 'WEEKLY') === 'WEEKLY' && interval === 1 && bymonthday === undefined;
    if (!plain || opensAt === undefined || closesAt === undefined) return [];
    const days = byday.flatMap((day) => NAMES[DAYS.findIndex((code) => code === day)] ?? []);
    if (days.length < byday.length || days.length === 0) return [];
    const dayOfWeek = days.map((name) => `https://schema.org/${name}`);
    const from = [rule.validFrom, rule.dtstart].filter(Boolean).sort().at(-1);
    const to = [rule.validTo, rule.until].filter(Boolean).sort()[0];
    return [row(opensAt, closesAt, { dayOfWeek, validFrom: from, validThrough: to })];
  });
  const dated = special.flatMap(({ date, opensAt, closesAt }) => {
    const on = { validFrom: date, validThrough: date };
    if (opensAt && closesAt) return [row(opensAt, closesAt, on)];
    if (opensAt ?? closesAt) return [];
    return [thing('OpeningHoursSpecification', { opens: '00:00', closes: '00:00', ...on })];
  });
  return [...weekly, ...dated];
}

function channel({ kind, value, label, languages = [], ...own }: Channel): Thing | undefined {
  const point = thing('ContactPoint', { telephone: value, hoursAvailable: hours(own) });
  const parts = { name: label, availableLanguage: languages.map(({ code, name }) => code ?? name) };
  switch (kind) {
    case 'voice':
      return thing('ServiceChannel', { ...parts, servicePhone: point });
    case 'textphone':
      return thing('ServiceChannel', {
        ...parts,
        servicePhone: { ...point, contactOption: 'https://schema.org/HearingImpairedSupported' },
      });
    case 'text':
      return thing('ServiceChannel', { ...parts, serviceSmsNumber: point });
    case 'email':
      return undefined;
    default:
      return /^https?:/i.test(value)
        ? thing('ServiceChannel', { ...parts, serviceUrl: value })
        : undefined;
  }
}

function location(place: Place): Thing {
  const { name, address, postcode, latitude, longitude } = shownPlace(place);
  return thing('Place', {
    name,
    address: thing('PostalAddress', {
      streetAddress: address,
      postalCode: postcode,
      addressCountry: 'GB',
    }),
    geo: latitude === undefined ? undefined : thing('GeoCoordinates', { latitude, longitude }),
  });
}

function audience({ minimumAge, maximumAge, gender = [], who, description }: Eligibility): Thing {
  return thing('PeopleAudience', {
    requiredMinAge: minimumAge,
    requiredMaxAge: maximumAge,
    requiredGender: gender.length === 1 ? gender[0] : undefined,
    audienceType: [who, description].filter(Boolean).join(': ') || undefined,
  });
}

/**
 * A service as schema.org JSON-LD, for search engines. Hours that schema.org cannot say, such as every
 * second week's, are left out, and so are those of a service that is closed for the time being.
 * A masked place has its outcode and no more.
 *
 * @returns text that may stand in a `<script type="application/ld+json">`: nothing in it can end the
 *   script or start another.
 */
export function toJsonLd(service: Service): string {
  const open = service.status !== 'temporarily closed';
  const emails = (service.channels ?? []).filter(({ kind }) => kind === 'email');
  const sites = (service.places ?? []).map((place) =>
    thing('ServiceChannel', { serviceLocation: location(place) }),
  );
  const ways = (service.channels ?? []).flatMap(
    (way) => channel(open ? way : { ...way, schedules: [], special: [] }) ?? [],
  );
  const root = thing('Service', {
    identifier: service.id,
    name: service.name,
    alternateName: service.alternateName,
    description: service.description && plainText(service.description),
    provider:
      service.organization || emails.length > 0
        ? thing('Organization', {
            name: service.organization,
            contactPoint: emails.map(({ value, label }) =>
              thing('ContactPoint', { email: value, name: label }),
            ),
          })
        : undefined,
    areaServed: (service.areas ?? []).map(({ name, code }) =>
      thing('AdministrativeArea', { name, identifier: code }),
    ),
    audience: (service.eligibility ?? []).map(audience),
    availableChannel: [...ways, ...sites],
    hoursAvailable: open ? hours(service) : [],
    offers: service.free ? thing('Offer', { price: 0, priceCurrency: 'GBP' }) : undefined,
    subjectOf: service.checked && thing('WebPage', { lastReviewed: service.checked }),
  });
  return JSON.stringify({ '@context': 'https://schema.org', ...root }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
