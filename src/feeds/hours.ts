import { isIsoDate, londonTime } from '../calendar/london.ts';
import { DAYS } from '../service/schedule.ts';
import type { Day, OpeningHours, Schedule, SpecialDay } from '../service/schedule.ts';
import type { FieldReader } from './field-reader.ts';
import { only } from './values.ts';
import type { FeedOptions } from './values.ts';

const DAY = 1440;
const pad = (part: number): string => String(part).padStart(2, '0');
/** Minutes since midnight as `HH:MM`, to 24:00. */
export const clock = (minutes: number): string =>
  `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

interface Time {
  readonly minutes: number;
  /** Of a `Z` or an offset: minutes ahead of UTC. */
  readonly offset?: number;
}

const TIME =
  /^(?:\d{4}-\d\d-\d\dT)?(\d{1,2})(?:[:.]?(\d\d))?(?::?\d\d(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(z|[+-]\d\d(?::?\d\d)?)?$/i;

function readTime(text: string): Time | undefined {
  if (/^(?:midday|noon)$/i.test(text)) return { minutes: DAY / 2 };
  if (/^midnight$/i.test(text)) return { minutes: 0 };
  const [, hours, past, half, zone] = TIME.exec(text) ?? [];
  // A lone "9" may be morning or evening.
  if (hours === undefined || (past === undefined && half === undefined)) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour === 0 || hour > 12)) return undefined;
  const day = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const minutes = day * 60 + Number(past ?? 0);
  if (Number(past ?? 0) > 59 || minutes > DAY) return undefined;
  if (zone === undefined) return { minutes };
  const [, sign, ahead = '0', rest = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return { minutes, offset: (sign === '-' ? -1 : 1) * (Number(ahead) * 60 + Number(rest)) };
}

/** What London's clock says when one with an offset says some time, on a day. */
function inLondon({ minutes, offset = 0 }: Time, day: string): number {
  const instant = new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - offset) * 60_000);
  return londonTime(instant).minutes;
}

/**
 * A time of day, in minutes: `09:00`, `09:00:00Z`, `9am`, `5.30pm`, `0900`, "midday". What a `Z` or an
 * offset means is said in the options.
 *
 * @param day - a day on which it holds, which decides whether an honoured offset meets summer time.
 */
export function time(field: FieldReader, options: FeedOptions, day?: string): number | undefined {
  const text = field.raw();
  if (text === undefined) return undefined;
  const found = readTime(text);
  if (found === undefined) {
    field.fault('Left out: it is not a time of day. Nothing is said of the hours it stands in.');
    return undefined;
  }
  if (found.offset === undefined) return found.minutes;
  if (options.times !== 'offset') {
    field.note('Read as London time: its time zone was passed over.');
    return found.minutes;
  }
  const now = options.now ?? new Date();
  const known = day !== undefined && isIsoDate(day) ? day : londonTime(now).date;
  field.note(`Turned into London time as it is on ${known}.`);
  return inLondon(found, known);
}

/** From when to when, as the record writes it: a time that could not be read is left out. */
export interface HoursSpan {
  readonly opensAt?: string;
  readonly closesAt?: string;
}

/** Puts two times together. Where they cannot be right, the closing time is left out. */
export function span(
  opens: number | undefined,
  closes: number | undefined,
  at: FieldReader,
): HoursSpan {
  // Where "open" says the end of the day, the day after is meant, or nothing.
  const from = opens === DAY ? 0 : opens;
  if (from !== undefined && from === closes && from !== 0) {
    at.fault('Left out the closing time: it is the same as the opening time.');
    return { opensAt: clock(from) };
  }
  return only<HoursSpan>({
    opensAt: from === undefined ? undefined : clock(from),
    closesAt: closes === undefined ? undefined : clock(closes),
  });
}

/** Reads two times that stand in two fields. */
export function spanOf(
  opens: FieldReader,
  closes: FieldReader,
  options: FeedOptions,
  day?: string,
): HoursSpan {
  for (const end of [opens, closes]) {
    if (!end.known) end.fault('There is no time: nothing is said of the hours it stands in.');
  }
  return span(time(opens, options, day), time(closes, options, day), closes);
}

/** The times in one text: "07:45-18:00", or several with commas between. */
export function spans(field: FieldReader): readonly HoursSpan[] {
  const text = field.raw() ?? '';
  const parts = text === '' ? [] : text.split(/[,;&]|\band\b/i);
  return parts.map((part) => {
    const [opens, closes, more] = part
      .split(/\s*(?:[-–—]|\bto\b|\buntil\b)\s*/i)
      .map((one) => readTime(one.trim()));
    if (opens && closes && !more) return span(opens.minutes, closes.minutes, field);
    field.fault(
      'Left out the times: they cannot be read. Nothing is said of the hours of that day.',
    );
    return {};
  });
}

/** A day by its code or its name, in any of the ways that feeds write it: MO, Mo, mon, Monday, 1, a schema.org address. */
export function weekdayNamed(text: string): Day | undefined {
  const name = text.replace(/^.*[/#]/, '').trim();
  // Monday is 1 for everybody who counts; Sunday is 0 or 7.
  if (/^[0-7]$/.test(name)) return DAYS[(Number(name) + 6) % 7];
  const whole =
    /^(?:mo(?:n(?:day)?)?|tu(?:e(?:s(?:day)?)?)?|we(?:d(?:nesday)?)?|th(?:u(?:r(?:s(?:day)?)?)?)?|fr(?:i(?:day)?)?|sa(?:t(?:urday)?)?|su(?:n(?:day)?)?)s?$/i;
  return whole.test(name) ? DAYS.find((day) => name.toUpperCase().startsWith(day)) : undefined;
}

/** The days from one to another, over a week's end where it has to. */
export function dayRange(first: Day, last: Day): readonly Day[] {
  const [from, to] = [DAYS.indexOf(first), DAYS.indexOf(last)];
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => DAYS[(from + index) % 7] ?? first);
}

/** The days in a text or a list: "Monday", "MO,TU", "Mon-Fri". Nothing where any of them cannot be read. */
export function days(field: FieldReader): readonly Day[] | undefined {
  const texts = Array.isArray(field.value)
    ? field.items().map((item) => item.raw() ?? '')
    : (field.raw() ?? '').split(/[,;]/);
  const named = texts.map((text) => text.trim()).filter((text) => text !== '');
  if (named.length === 0) return undefined;
  const read = named.map((text) => {
    const [first, last, more] = text.split(/\s*[-–—]\s*|\s+to\s+/i).map(weekdayNamed);
    if (first === undefined || more !== undefined) return undefined;
    if (!/[-–—]|\sto\s/i.test(text)) return [first];
    return last === undefined ? undefined : dayRange(first, last);
  });
  if (read.every((range) => range !== undefined)) return [...new Set(read.flat())];
  field.fault('Left out the days: one cannot be read. Nothing is said of the hours of any day.');
  return undefined;
}

/** The days between two, both included; nothing where they are more than a year apart. */
export function datesBetween(first: string, last: string): readonly string[] | undefined {
  const count = (Date.parse(last) - Date.parse(first)) / 864e5 + 1;
  if (!(count >= 1 && count <= 366)) return undefined;
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * 864e5).toISOString().slice(0, 10),
  );
}

/**
 * A day of its own. Without a known time, or from midnight to midnight, and where it is not known to be
 * shut, it is kept with one time alone, which says that nothing is known of that day.
 */
export function specialDay(day: string, hours: HoursSpan, closed: boolean): SpecialDay {
  if (closed) return { date: day };
  const known = Object.keys(hours).length > 0 && !isMidnightTwice(hours);
  return { date: day, ...(known ? hours : { opensAt: '00:00' }) };
}

/** Rows that differ in their days alone, as one. */
function joined(schedules: readonly Schedule[]): readonly Schedule[] {
  const rows = new Map<string, Schedule>();
  for (const row of schedules) {
    const { byday, ...rest } = row;
    const key = JSON.stringify([byday === undefined, rest]);
    const before = rows.get(key)?.byday ?? [];
    rows.set(
      key,
      byday === undefined ? row : { byday: [...new Set([...before, ...byday])], ...rest },
    );
  }
  return [...rows.values()];
}

/** Words that say of hours that there is no end to them. */
const DAY_AND_NIGHT =
  /\b24 ?(?:hours|hrs|hr|h|\/ ?7)\b|\btwenty[ -]four hours\b|\bround the clock\b|\bday and night\b|\balways open\b/i;

const isMidnightTwice = ({ opensAt, closesAt }: Schedule): boolean =>
  opensAt === '00:00' && closesAt === '00:00';

/**
 * From midnight to midnight: some mean the whole day, and some a day on which it is shut. It is the whole
 * day where all seven days are written so, or words say it; else nothing is known of that day.
 */
function withoutGuess(
  schedules: readonly Schedule[],
  words: readonly (string | undefined)[],
  owner: FieldReader,
): readonly Schedule[] {
  const twice = schedules.filter(isMidnightTwice);
  const days = new Set(twice.flatMap(({ byday = [] }) => byday));
  const whole = words.some((text) => DAY_AND_NIGHT.test(text ?? ''));
  if (twice.length === 0 || whole || DAYS.every((day) => days.has(day))) return schedules;
  owner.fault(
    'Hours from midnight to midnight may mean the whole day or none of it: nothing is said of those days.',
  );
  return schedules.map((row) => {
    if (!isMidnightTwice(row)) return row;
    const { closesAt, ...rest } = row;
    return closesAt === undefined ? row : rest;
  });
}

/**
 * Hours put together; rows and days that say the same are kept once.
 *
 * @param owner - what has the hours, for what is reported of them together.
 */
export function openingHours(
  rows: readonly Schedule[],
  special: readonly SpecialDay[],
  words: readonly (string | undefined)[],
  owner: FieldReader,
): OpeningHours {
  const schedules = withoutGuess(rows, words, owner);
  const days = new Map(special.map((day) => [JSON.stringify(day), day]));
  const sentences = [...new Set(words)].flatMap((text) =>
    text === undefined ? [] : [/[.!?]$/.test(text) ? text : `${text}.`],
  );
  return only<OpeningHours>({
    schedules: joined(schedules),
    special: [...days.values()],
    hoursDescription: sentences.join(' ') || undefined,
  });
}
