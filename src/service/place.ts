import type { Place } from './service.ts';

/**
 * The first half of a postcode, in capitals: `SE5` of "se5 9rs" or of "SE5". Nothing where the text
 * is not a British postcode or outcode.
 */
export function outcode(text: string): string | undefined {
  const half = text
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/\d[ABD-HJLNP-UW-Z]{2}$/, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(half) ? half : undefined;
}

/**
 * A place as it may be shown, printed, copied and written into JSON-LD. Of a masked one only its
 * outcode, its hours and its yes-or-no access facts are left: a name, a landmark or directions in
 * free text would give away where a refuge is.
 */
export function shownPlace(place: Place): Place {
  if (!place.masked) return place;
  const shown: Record<string, unknown> = { masked: true };
  for (const key of ['type', 'schedules', 'special', 'bankHolidays'] as const) {
    if (place[key] !== undefined) shown[key] = place[key];
  }
  const half = typeof place.postcode === 'string' ? outcode(place.postcode) : undefined;
  if (half !== undefined) shown['postcode'] = half;
  const facts = Object.entries(place.access ?? {}).filter(
    ([, value]) => typeof value === 'boolean',
  );
  if (facts.length > 0) shown['access'] = Object.fromEntries(facts);
  return shown;
}
