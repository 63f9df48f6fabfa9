import { outcode, shownPlace } from '../service/place.ts';
import type { Access, OpeningHours, Place } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';
import { only, postcode, some } from './values.ts';

type Fact = Exclude<keyof Access, 'description'>;

/** What feeds call the things that people with access needs look for. */
const FACTS: readonly (readonly [RegExp, Fact])[] = [
  [/induction loop|hearing loop|loop system/i, 'hearingLoop'],
  [
    /step[- ]?free|level access|wheelchair[- ]accessible (?:entrance|throughout)|wheelchair access/i,
    'stepFree',
  ],
  [/(?:accessible|disabled|wheelchair) (?:toilet|wc|loo)|disabled wc/i, 'accessibleToilet'],
  [/(?:accessible|disabled|blue badge)[- ](?:car )?parking/i, 'accessibleParking'],
  [/(?<!disabled |accessible )\bcar (?:park|parking)\b/i, 'parking'],
  [/\blifts?\b/i, 'lift'],
  [/quiet (?:space|room|area)/i, 'quietSpace'],
  [/changing places/i, 'changingPlace'],
  [/\bbsl\b|sign language|sign(?:ing|ed) service/i, 'bsl'],
];
/** Words that make a sentence say less than its nouns do. */
const HEDGED =
  /n['’]t\b|\b(?:no|not|non|never|cannot|without|lacks?|unavailable|limited|partial|partially|some|unsuitable|steps|except|unless|nearby|request|planned)\b/i;

/**
 * Yes-or-no facts out of words such as "Hearing loop" or a sentence. A sentence that hedges gives no
 * fact, and the words themselves are kept beside whatever was understood.
 */
export function access(texts: readonly string[]): Access | undefined {
  const facts: Partial<Record<Fact, boolean>> = {};
  for (const sentence of texts.flatMap((text) => text.split(/(?<=[.!?;])\s+/))) {
    if (HEDGED.test(sentence)) continue;
    for (const [pattern, fact] of FACTS) if (pattern.test(sentence)) facts[fact] = true;
  }
  const description = [...new Set(texts)].join(' · ');
  const all = { ...facts, ...(description !== '' && { description }) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** A fact that the source gives a yes or no for, by its name. */
export function accessFact(name: string): Fact | undefined {
  return FACTS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a place is to be kept secret. A mark that cannot be read counts as one. */
export function isMasked(place: FieldReader): boolean {
  return ['mask_exact_address', 'x_mask_exact_address', 'x_masked', 'masked'].some((name) => {
    const mark = place.at(name);
    return mark.known && mark.boolean() !== false;
  });
}

/**
 * The parts of a masked place that may be read at all. What is not there can stand neither in the
 * record nor in a problem.
 */
export function maskedParts(place: FieldReader): FieldReader {
  const kept = ['postcode', 'type', 'schedules', 'special', 'bankHolidays'];
  const known = kept.map((name) => [name, place.at(name).value] as const);
  const written = place.at('postcode').value;
  const half = typeof written === 'string' ? outcode(written) : undefined;
  const facts = Object.entries(Object(place.at('access').value) as object).filter(
    ([, value]) => typeof value === 'boolean',
  );
  const access = Object.fromEntries(facts);
  return place.with({ ...Object.fromEntries(known), postcode: half, access, masked: true });
}

/** Where on the map: both numbers or neither, in Great Britain or Northern Ireland. */
export function coordinates(
  latitude: FieldReader,
  longitude: FieldReader,
): Pick<Place, 'latitude' | 'longitude'> {
  const [north, east] = [latitude.number(), longitude.number()];
  if (north === undefined && east === undefined) return {};
  const fits = (lat = NaN, lon = NaN): boolean => lat >= 49 && lat <= 61 && lon >= -9 && lon <= 2;
  if (fits(north, east)) return only<Place>({ latitude: north, longitude: east });
  if (fits(east, north)) {
    latitude.fault('Latitude and longitude stood in each other’s place, and were changed over.');
    return only<Place>({ latitude: east, longitude: north });
  }
  latitude.fault('Left out with the longitude: together they are not in the United Kingdom.');
  return {};
}

/** The parts of a place, each where its feed has it. */
export interface PlaceParts {
  readonly place: FieldReader;
  readonly name?: FieldReader;
  /** The lines of its address, without the postcode. */
  readonly lines: readonly FieldReader[];
  readonly postcode: FieldReader;
  readonly country?: FieldReader;
  readonly latitude: FieldReader;
  readonly longitude: FieldReader;
  readonly type?: Place['type'];
  readonly transport?: FieldReader;
  readonly access?: Access | undefined;
  readonly hours?: OpeningHours;
}

/**
 * A place of the record. What a masked place must not give away is not even read, so that no problem
 * names it.
 */
export function placeOf(parts: PlaceParts): Place | undefined {
  const { hours = {} } = parts;
  if (isMasked(parts.place)) {
    // Nothing else of it is read, on purpose, and nothing is said of it.
    for (const part of [
      parts.place,
      ...parts.lines,
      parts.postcode,
      parts.latitude,
      parts.longitude,
    ])
      part.take();
    parts.place.at('mask_exact_address').note('Kept the outcode alone: the place is masked.');
    const written = parts.postcode.value;
    const half = typeof written === 'string' ? outcode(written) : undefined;
    const known = { ...hours, type: parts.type, access: parts.access };
    return shownPlace(only<Place>({ ...known, postcode: half, masked: true }));
  }
  const country = parts.country?.text();
  if (
    country !== undefined &&
    !/^(?:gb|gbr|uk|united kingdom|great britain|england|wales|cymru|scotland|northern ireland)$/i.test(
      country,
    )
  ) {
    parts.country?.fault('Left out: the record is for places in the United Kingdom.');
  }
  const lines = parts.lines.map((line) => line.text()?.replace(/^[\s,]+|[\s,]+$/g, ''));
  const address = [...new Set(lines.filter((line) => line !== undefined && line !== ''))].join(
    ', ',
  );
  return some<Place>({
    ...hours,
    name: parts.name?.text(),
    address: address === '' ? undefined : address,
    postcode: postcode(parts.postcode),
    ...coordinates(parts.latitude, parts.longitude),
    type: parts.type === 'physical' ? undefined : parts.type,
    transport: parts.transport?.text(),
    access: parts.access,
  });
}
