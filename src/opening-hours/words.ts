import { str } from '@lit/localize';
import { addDays, londonTime } from '../calendar/london.ts';
import { dateWords, weekdayNames } from '../i18n/dates.ts';
import { msg } from '../i18n/msg.ts';
import { DAY, minutesOfDay } from './rows.ts';
import type { WeeklyHours } from './week.ts';
import type { Change, OpeningState } from './state.ts';
import { DAYS } from '../service/service.ts';
import type { Day } from '../service/service.ts';

/**
 * Writes a time of day in words. English follows the GOV.UK style guide: "9am", "5:30pm", "midday",
 * "midnight". Other languages get a 24-hour clock as `Intl` writes it, always with digits 0 to 9.
 *
 * @param time - minutes since midnight, or `HH:MM` as in `weeklyHours`. Both 0 and 1440 are
 *   midnight. A text that is no time comes back as it is.
 * @param language - a BCP 47 tag, such as a page's `lang`. One that `Intl` refuses gives English; one
 *   that the browser has no data for gives a British 24-hour clock.
 */
export function timeInWords(time: number | string, language: string): string {
  const minutes = typeof time === 'number' ? time : minutesOfDay(time);
  if (minutes === undefined || !Number.isFinite(minutes)) return String(time);
  try {
    const clock24 = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const;
    // The second tag keeps a browser that lacks the first from using its own language.
    const latin = { numberingSystem: 'latn', timeZone: 'UTC' };
    const write = new Intl.DateTimeFormat([language, 'en-GB'], { ...clock24, ...latin });
    if (!/^en\b/i.test(language)) return write.format(minutes * 6e4);
  } catch {
    // A tag that nobody knows, or none: English.
  }
  if (minutes % DAY === 0) return msg('midnight');
  if (minutes % DAY === DAY / 2) return msg('midday');
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  const past = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(hour % 12 || 12)}${past}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * "9am", "9am tomorrow", "9am on Thursday 26 November 2026". The midnight of a day may be taken for either
 * end of it, so it is named by the night or by the day that it begins or ends.
 */
function when({ date, minutes }: Change, now: Date, language: string): string {
  const today = londonTime(now).date;
  if (minutes % DAY === 0) {
    const ends = minutes === DAY;
    if (date === (ends ? today : addDays(today, 1))) return msg('midnight tonight');
    return ends
      ? msg(str`the end of ${dateWords(date)}`)
      : msg(str`the start of ${dateWords(date)}`);
  }
  const time = timeInWords(minutes, language);
  if (date === today) return time;
  if (date === addDays(today, 1)) return msg(str`${time} tomorrow`);
  return msg(str`${time} on ${dateWords(date)}`);
}

/**
 * Says in one short sentence whether a service is open. Empty where nothing is known.
 *
 * @param usually - whether something that could not be understood, or that is old, may change it.
 */
export function stateText(
  state: OpeningState,
  now: Date,
  language: string,
  usually = false,
): string {
  switch (state.state) {
    case 'always-open':
      return usually ? msg('Usually open 24 hours a day') : msg('Open 24 hours a day');
    case 'open': {
      if (!state.closes) return usually ? msg('Usually open now') : msg('Open now');
      const closes = when(state.closes, now, language);
      return usually
        ? msg(str`Usually open now, closes at ${closes}`)
        : msg(str`Open now, closes at ${closes}`);
    }
    case 'closed': {
      if (!state.opens) return usually ? msg('Usually closed now') : msg('Closed now');
      const opens = when(state.opens, now, language);
      return usually
        ? msg(str`Usually closed now, opens at ${opens}`)
        : msg(str`Closed, opens at ${opens}`);
    }
    case 'temporarily-closed':
      return msg('Temporarily closed');
    case 'bank-holiday':
      return msg('Bank holiday: hours may differ');
    case 'may-differ':
      return msg('Hours may differ: we do not know the bank holidays of this year yet');
    case 'unknown':
      return '';
  }
}

/** "9am to midday, 1pm to 5pm". */
export function spansText(spans: WeeklyHours['spans'], language: string): string {
  return spans
    .map(({ opens, closes }) =>
      opens === closes
        ? msg('24 hours')
        : msg(str`${timeInWords(opens, language)} to ${timeInWords(closes, language)}`),
    )
    .join(', ');
}

/** Writes one row of a week: "Monday to Friday, 9am to 5pm". */
export function weekText({ days, spans }: WeeklyHours, language: string): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const name = (day: Day): string => weekdayNames()[DAYS.indexOf(day)] ?? '';
  const names = first === last ? name(first) : msg(str`${name(first)} to ${name(last)}`);
  return `${names}, ${spansText(spans, language)}`;
}
