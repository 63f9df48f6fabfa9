import { minutesOfDay } from './rows.ts';
import type { OpeningHours, Schedule } from '../service/schedule.ts';

/** Words that say nothing of hours which rows of days and times could not say. */
const PLAIN =
  /\b(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:days?|sdays?|nesdays?|rsdays?|urdays?)?\b|\b(?:weekdays|weekends?|daily|every|each|day|days|a|of|the|week|per|night|all|year|round|hours?|hrs?|open|opens?|opening|closes?|closed|times?|office|phone ?lines?|line|lines|is|are|from|to|until|till|and|between|on|at|through|inclusive|midday|noon|midnight|am|pm|o'clock)\b/gi;

const TIME = /\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m\b\.?|\b(\d{1,2})[:.](\d\d)\b/gi;

/** The times of day in words, in minutes since midnight. */
function timesIn(text: string): readonly number[] {
  return [...text.matchAll(TIME)].map(([, hour = '0', past = '0', half, hour24, past24]) => {
    if (half === undefined) return Number(hour24) * 60 + Number(past24);
    return ((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(past);
  });
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
  const text = hoursDescription.replace(/\b24\s*(?:hours?|hrs?|\/\s*7)\b|\b7 days\b/gi, ' ');
  const rest = text.replace(TIME, ' ').replace(PLAIN, ' ');
  if (/[\p{L}\p{N}]/u.test(rest)) return false;
  // "Closed" beside a time may take an hour out of a day.
  if (/\bclosed\b/i.test(text)) return false;
  const known = timesOf(schedules);
  return timesIn(text).every((minutes) => known.has(minutes === 1439 ? 0 : minutes));
}
