import { minutesOfDay } from './rows.ts';
import { DAYS } from '../service/schedule.ts';
import type { OpeningHours, Schedule } from '../service/schedule.ts';

/** Words that say nothing of hours which rows of days and times could not say. */
const PLAIN =
  /\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:days?|sdays?|nesdays?|rsdays?|urdays?)?\b|\b(?:weekdays|weekends?|daily|every|each|day|days|a|of|the|week|per|night|all|year|round|hours?|hrs?|open|opens?|opening|closes?|closed|times?|office|phone ?lines?|line|lines|is|are|from|to|until|till|and|between|on|at|through|inclusive|midday|noon|midnight|am|pm|o'clock)\b/gi;

const WHOLE_DAY = /\b24\s*(?:hours?|hrs?|\/\s*7)\b/gi;
const EVERY_DAY = /\b(?:7 days|daily|(?:every|each) day)\b/gi;
const DAY_RANGE =
  /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b(?:\s*(?:-|–|—|to|until|till|through)\s*\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)?/gi;

const TIME = /\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\b\.?|\b(\d{1,2})[:.](\d\d)\b/gi;

/** The times of day in words, in minutes since midnight. */
function timesIn(text: string): readonly number[] {
  const named = [...text.matchAll(/\b(?:midday|noon|midnight)\b/gi)].map(([word]) =>
    /midnight/i.test(word) ? 0 : 720,
  );
  const written = [...text.matchAll(TIME)].map(([, hour = '0', past = '0', half, h24, past24]) => {
    if (half === undefined) return Number(h24) * 60 + Number(past24);
    return ((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(past);
  });
  return [...named, ...written];
}

/** The days in words, as their places in a week. */
function daysIn(text: string): ReadonlySet<number> {
  const place = (name: string): number =>
    DAYS.findIndex((day) => name.toUpperCase().startsWith(day));
  const found = new Set<number>();
  const add = (from: number, count: number): void => {
    for (let day = 0; day < count; day += 1) found.add((from + day) % 7);
  };
  for (const [, first = '', last = first] of text.matchAll(DAY_RANGE))
    add(place(first), ((place(last) - place(first) + 7) % 7) + 1);
  if (/\bweekdays\b/i.test(text)) add(0, 5);
  if (/\bweekends?\b/i.test(text)) add(5, 2);
  if (text.search(EVERY_DAY) >= 0) add(0, 7);
  return found;
}

/** Whether a row goes on from midnight to midnight. */
function isWholeDay({ opensAt, closesAt }: Schedule): boolean {
  return opensAt === '00:00' && /^(?:00:00|24:00|23:59)$/.test(String(closesAt));
}

/** Every time at which a row begins or ends. Some write 23:59, and some midnight. */
function timesOf(schedules: readonly Schedule[]): ReadonlySet<number> {
  const ends = schedules.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
  const known = ends.map(minutesOfDay).filter((minutes) => minutes !== undefined);
  return new Set(known.map((minutes) => ((minutes + 1) % 1440 < 2 ? 0 : minutes)));
}

/**
 * Whether the words that stand beside hours say no more than the hours do, so that a state may be told
 * without a doubt: "Monday to Friday, 9am to 5pm" beside such rows. "Term time only" does not, and neither
 * does a time that no row has.
 */
export function wordsAgree({ hoursDescription, schedules = [] }: OpeningHours): boolean {
  if (typeof hoursDescription !== 'string' || hoursDescription.trim() === '') return true;
  if (!Array.isArray(schedules)) return false;
  const rest = [WHOLE_DAY, EVERY_DAY, TIME, PLAIN].reduce(
    (text, pattern) => text.replace(pattern, ' '),
    hoursDescription,
  );
  if (/[\p{L}\p{N}]/u.test(rest)) return false;
  // "Closed" beside a time may take an hour out of a day.
  if (/\bclosed\b/i.test(hoursDescription)) return false;
  const rows = schedules.map((row) => Object(row) as Schedule);
  if (hoursDescription.search(WHOLE_DAY) >= 0 && !rows.every(isWholeDay)) return false;
  const named = daysIn(hoursDescription);
  const kept = DAYS.map((day) =>
    rows.some(({ byday }) => JSON.stringify(byday ?? '').includes(day)),
  );
  if (named.size > 0 && kept.some((isKept, day) => isKept !== named.has(day))) return false;
  const known = timesOf(rows);
  return timesIn(hoursDescription).every((minutes) => known.has(minutes === 1439 ? 0 : minutes));
}
