import { msg, str } from '@lit/localize';
import { addDays, dateInWords, londonTime } from '../calendar/london.ts';
import { timeInWords } from './opening-hours.ts';
import type { Change, OpeningState, WeeklyHours } from './opening-hours.ts';
import { DAYS } from './service.ts';
import type { Day } from './service.ts';

/** "at 9am", "at 9am tomorrow", "at 9am on Thursday 26 November 2026". */
function when({ date, minutes }: Change, now: Date, language: string): string {
  const today = londonTime(now).date;
  const time = timeInWords(minutes % 1440, language);
  const day = minutes === 1440 ? addDays(date, 1) : date;
  if (day === today) return time;
  if (day === addDays(today, 1)) return msg(str`${time} tomorrow`);
  return msg(str`${time} on ${dateInWords(day, language)}`);
}

/** Says in one short sentence whether a service is open. Empty where nothing is known. */
export function stateText(state: OpeningState, now: Date, language: string): string {
  switch (state.state) {
    case 'always-open':
      return msg('Open 24 hours a day');
    case 'open':
      return state.closes
        ? msg(str`Open now, closes ${when(state.closes, now, language)}`)
        : msg('Open now');
    case 'closed':
      return state.opens
        ? msg(str`Closed, opens ${when(state.opens, now, language)}`)
        : msg('Closed now');
    case 'temporarily-closed':
      return msg('Temporarily closed');
    case 'bank-holiday':
      return msg('Bank holiday: hours may differ');
    case 'unknown':
      return '';
  }
}

/** The name of a day in a language; 1 January 2024 was a Monday. */
function dayName(day: Day, language: string): string {
  return new Intl.DateTimeFormat([language, 'en-GB'], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + DAYS.indexOf(day)),
  );
}

/** Writes one row of a week: "Monday to Friday, 9am to 5pm". */
export function weekText({ days, spans }: WeeklyHours, language: string): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const names =
    first === last
      ? dayName(first, language)
      : msg(str`${dayName(first, language)} to ${dayName(last, language)}`);
  const times = spans.map(({ opens, closes }) =>
    opens === closes
      ? msg('24 hours')
      : msg(str`${timeInWords(opens, language)} to ${timeInWords(closes, language)}`),
  );
  return [names, ...times].join(', ');
}
