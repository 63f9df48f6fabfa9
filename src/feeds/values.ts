import { monthNumber } from '../calendar/months.ts';
import { isIsoDate, londonTime } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { isEmail } from '../email/email.ts';
import { outcode } from '../service/place.ts';
import { safeHref } from '../service/safe-href.ts';
import type { Language } from '../service/service.ts';
import type { FieldReader } from './field-reader.ts';

/** What an adapter may be told. */
export interface FeedOptions {
  /** The clock, for dates that cannot be yet. The real one where it is left out. */
  readonly now?: Date;
  /**
   * What a `Z` or an offset behind a time of day means. `wall`: nothing, since British feeds write
   * London time and add it because the standard asks for it. `offset`: what it says.
   */
  readonly times?: 'wall' | 'offset';
}

/** An object without the parts that are not known: those that are undefined, or empty lists. */
export function only<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }): T {
  const known = Object.entries(parts).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(known) as T;
}

/** As `only`, and nothing where no part is known. */
export function some<T extends object>(parts: { readonly [K in keyof T]: T[K] | undefined }):
  T | undefined {
  const known = only<T>(parts);
  return Object.keys(known).length > 0 ? known : undefined;
}

const pad = (part: string | number, length = 2): string => String(part).padStart(length, '0');

function isoDate(text: string): string | undefined {
  const instant = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
    ? new Date(text)
    : undefined;
  // An instant is on the day that London has then, which in summer may be the next one.
  if (instant && !Number.isNaN(instant.getTime())) return londonTime(instant).date;
  const plain = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text)?.[1];
  if (plain !== undefined) return plain;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${pad(month ?? '')}-${pad(day ?? '')}`;
  const words = text.toLowerCase().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/, '');
  const [, a, first, b, last] =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3})[a-z]*\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/.exec(
      words,
    ) ?? [];
  const namedMonth = monthNumber(first ?? '');
  const named = a ?? b;
  return namedMonth === 0 || named === undefined
    ? undefined
    : `${last ?? ''}-${pad(namedMonth)}-${pad(named)}`;
}

/**
 * A date: ISO 8601, an instant (its day in London), day first as in 31/12/2026, or with the month's
 * name, as the NHS writes `Dec 25 2026`. Years before 1900 stand for "none" in many systems.
 */
export function date(field: FieldReader): IsoDate | undefined {
  const text = field.raw();
  if (text === undefined) return undefined;
  const found = isoDate(text);
  if (found !== undefined && isIsoDate(found) && found >= '1900' && found < '2200') return found;
  field.fault('Left out: it is not a date.');
  return undefined;
}

/** A day on which something was checked: as `date`, and a day that is still to come is reported. */
export function pastDate(field: FieldReader, now: Date): IsoDate | undefined {
  const day = date(field);
  if (day !== undefined && day > londonTime(now).date) {
    field.fault('Kept, but nobody can have checked it on a day that is still to come.');
  }
  return day;
}

/** A web address with a scheme. One without gets `https:`; one of another kind is left out. */
export function url(field: FieldReader): string | undefined {
  const text = field.raw()?.replace(/[\s\u200b\u2060\ufeff]+/g, '');
  if (text === undefined || text === '') return undefined;
  const bare = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?:[:/?#].*)?$/i.test(text);
  const href = bare
    ? safeHref(`https://${text}`)
    : /^http/i.test(text)
      ? safeHref(text)
      : undefined;
  if (href === undefined) field.fault('Left out: it is not a web address.');
  else if (field.value !== text && !bare) field.fault(`Read as ${text}, without the spaces.`);
  else if (bare) field.fault(`Read as ${href}: it had no "https://".`);
  // As it was written: a slash that a parser adds is not the feed's.
  return href === undefined || bare ? href : text;
}

/** An email address. */
export function email(field: FieldReader): string | undefined {
  const text = field
    .raw()
    ?.replace(/^mailto:/i, '')
    .trim();
  if (text === undefined) return undefined;
  if (isEmail(text)) return text;
  field.fault('Left out: it is not an email address.');
  return undefined;
}

/** A postcode with its space, in capitals. */
export function postcode(field: FieldReader): string | undefined {
  const text = field.raw();
  const half = text === undefined ? undefined : outcode(text);
  if (text === undefined) return undefined;
  if (half === undefined) {
    field.fault('Left out: it is not a British postcode.');
    return undefined;
  }
  const rest = text.toUpperCase().replace(/\s/g, '').slice(half.length);
  return rest === '' ? half : `${half} ${rest}`;
}

/** An age in years. */
export function age(field: FieldReader, perYear = 1): number | undefined {
  const number = field.number();
  if (number === undefined) return undefined;
  const years = Math.floor(number / perYear);
  if (years >= 0 && years <= 130) return years;
  field.fault('Left out: nobody has that age.');
  return undefined;
}

/** A language from its code, its name or both. */
export function language(field: FieldReader): Language | undefined {
  const whole = typeof field.value === 'string' ? field : undefined;
  const name = (whole ?? field.firstOf('name', 'language', 'display')).text();
  const written = whole ? undefined : field.at('code').raw();
  let code: string | undefined;
  try {
    code = Intl.getCanonicalLocales(written ?? [])[0];
  } catch {
    field.at('code').fault('Left out: it is not a language code.');
  }
  const known = some<Language>({ code, name, note: whole ? undefined : field.at('note').text() });
  if (code !== undefined || name !== undefined) return known;
  field.fault('Left out: it has neither a name nor a code.');
  return undefined;
}
