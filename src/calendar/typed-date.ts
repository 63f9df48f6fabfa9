import { isIsoDate } from './london.ts';
import type { IsoDate } from './london.ts';
import { monthNumber } from './months.ts';

const DAY = 86_400_000;

/** The days of the week as `Date` counts them, and the numbers that people spell, by how each begins. */
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const NUMBER = String.raw`(\d{1,3}|an?|a couple of|${NUMBERS.join('|')})`;
const WEEKDAY = String.raw`(${DAYS.join('|')})(?:day|s|sday|nesday|rs|rsday|urday)?\b`;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

const isoOf = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);

/** How many are meant by "2", "two", "a" or "a couple of". */
function count(word: string): number {
  if (/couple/.test(word)) return 2;
  const spelt = NUMBERS.indexOf(word);
  return /^an?$/.test(word) ? 1 : spelt >= 0 ? spelt : Number(word);
}

/** The date so many weekdays on. Bank holidays are not counted: nobody is held to this date. */
function weekdaysOn(from: number, number: number): number {
  let [time, left] = [from, number];
  while (left > 0) {
    time += DAY;
    if (new Date(time).getUTCDay() % 6 !== 0) left -= 1;
  }
  return time;
}

/**
 * What people say for a date, each with how it is read from what was said in its brackets. The first that
 * is found counts; what is longer stands first. Of two dates that may be meant the earlier is taken where
 * nobody would miss it by that.
 */
const SAID: readonly (readonly [RegExp, (now: number, ...said: string[]) => number])[] = [
  [/\b(?:day after tomorrow)\b/, (now) => now + 2 * DAY],
  [/\b(?:tomorrow|tmrw|tomorow|tommorow|tommorrow)\b/, (now) => now + DAY],
  [
    /\b(?:today|tonight|now|asap|a\.s\.a\.p|urgent(?:ly)?|immediately|right away|straight ?away|(?:as )?soon(?:est)?(?: as)? possible)\b/,
    (now) => now,
  ],
  // "A week on Friday", "Friday week": the one after the next.
  [
    new RegExp(String.raw`\b(?:week on ${WEEKDAY}|${WEEKDAY} week)`),
    (now, on = '', week = '') => onDay(now, on || week) + 7 * DAY,
  ],
  // "Next Friday" is Friday of next week, as most people in Britain have it. It is said back to them.
  [new RegExp(String.raw`\bnext ${WEEKDAY}`), (now, day = '') => onDay(monday(now) + 6 * DAY, day)],
  [
    new RegExp(String.raw`\b${WEEKDAY}(?: of| in)? next week`),
    (now, day = '') => onDay(monday(now) + 6 * DAY, day),
  ],
  [/\bend of next week\b/, (now) => monday(now) + 11 * DAY],
  [/\b(?:end of (?:the|this) |this )week\b/, (now) => Math.max(now, monday(now) + 4 * DAY)],
  [/\bnext week\b/, (now) => monday(now) + 7 * DAY],
  [/\bend of (?:the |this )?month\b/, (now) => monthOn(now, 1) - DAY],
  [/\bend of next month\b/, (now) => monthOn(now, 2) - DAY],
  [/\bnext month\b/, (now) => monthOn(now, 1)],
  [/\bfortnight\b/, (now) => now + 14 * DAY],
  [
    new RegExp(String.raw`\b${NUMBER} (?:working|business|week) ?days?\b`),
    (now, number = '') => weekdaysOn(now, count(number)),
  ],
  [new RegExp(String.raw`\b${NUMBER} days?\b`), (now, number = '') => now + count(number) * DAY],
  [
    new RegExp(String.raw`\b${NUMBER} (?:weeks?|wks?)\b`),
    (now, number = '') => now + count(number) * 7 * DAY,
  ],
  [
    new RegExp(String.raw`\b${NUMBER} months?\b`),
    (now, number = '') => sameDay(now, count(number)),
  ],
  [new RegExp(String.raw`\b${WEEKDAY}`), (now, day = '') => onDay(now, day)],
];

/** Monday of a date's week, which begins with it. */
const monday = (now: number): number => now - ((new Date(now).getUTCDay() + 6) % 7) * DAY;

/** The next such day of the week after a date. */
const onDay = (now: number, day: string): number =>
  now + (((DAYS.indexOf(day) - new Date(now).getUTCDay() + 6) % 7) + 1) * DAY;

/** The first of a month, so many months on. */
function monthOn(now: number, months: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** The same day of a later month, or that month's last. */
function sameDay(now: number, months: number): number {
  const last = monthOn(now, months + 1) - DAY;
  return Math.min(last, monthOn(now, months) + (new Date(now).getUTCDate() - 1) * DAY);
}

/** A day and month, in words or numbers, with or without a year; either may come first where the month is named. */
const DATES = [
  /(?:^|\D)(?<day>\d\d?)(?:st|nd|rd|th)?(?: of)?[\s/.-]+(?<month>\d\d?|[a-z]{3,})\b\.?,?(?:[\s/.-]+(?<year>\d{4}|\d\d))?(?!\d)/i,
  new RegExp(
    String.raw`\b(?<month>${MONTH})\b\.?\s+(?:the )?(?<day>\d\d?)(?:st|nd|rd|th)?\b,?(?:\s+(?<year>\d{4}))?`,
    'i',
  ),
  /\b(?<day>\d\d?)(?:st|nd|rd|th)\b/i,
];

/** A date that is written out: `3/12/2026`, `3rd Dec`, `Dec 3`, or `the 3rd` of this month or the next. */
function written(text: string, today: IsoDate): IsoDate | undefined {
  const two = (number: number): string => String(number).padStart(2, '0');
  const thisYear = Number(today.slice(0, 4));
  for (const pattern of DATES) {
    const { day = '', month: named, year = '' } = pattern.exec(text)?.groups ?? {};
    const full = (Number(year) % 2000) + 2000;
    const months =
      named === undefined
        ? [Number(today.slice(5, 7)), (Number(today.slice(5, 7)) % 12) + 1]
        : [Number(named) || monthNumber(named)];
    // In "3 December 10am" the 10 is no year.
    const years = full >= thisYear ? [full] : [thisYear, thisYear + 1];
    const date = years
      .flatMap((each) => months.map((month) => `${String(each)}-${two(month)}-${two(Number(day))}`))
      .sort()
      .find((each) => isIsoDate(each) && (each >= today || full >= thisYear));
    if (day && date) return date;
  }
  return undefined;
}

/**
 * Reads a date as people in Britain type it: `3/12/2026`, `Thursday 3rd Dec 26`, `Dec 3`, `2026-12-03`,
 * `next Friday`, `tomorrow`, `in 2 weeks`, `ASAP`. English words only.
 *
 * @param today - the date in London. A date without a year means the next one from today on.
 * @returns `undefined` where the text is no date, such as "before the hearing".
 */
export function readDate(text: string, today: IsoDate): IsoDate | undefined {
  const iso = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso !== undefined) return isIsoDate(iso) ? iso : undefined;
  const date = written(text, today);
  if (date) return date;
  const now = Date.parse(today);
  for (const [pattern, read] of SAID) {
    const said = pattern.exec(text.toLowerCase());
    if (said) return isoOf(read(now, ...said.slice(1)));
  }
  return undefined;
}
