import { msg } from './msg.ts';

/**
 * What the days of the week are called in the language that Handrail speaks, from Monday to Sunday.
 * The names are Handrail's own, because Chromium's `Intl` has none for Welsh.
 */
export function weekdayNames(): readonly string[] {
  return msg('Monday Tuesday Wednesday Thursday Friday Saturday Sunday', {
    id: 'weekdays',
    desc: 'Seven names with a space between each two; use _ for a space within a name',
  })
    .split(' ')
    .map((name) => name.replace('_', ' '));
}

/**
 * Writes a date in words, such as "Monday 30 November 2026", in the language that Handrail speaks.
 * Digits are always 0 to 9, so that a date can be read out over the phone.
 *
 * @param date - a real date as `YYYY-MM-DD`.
 */
export function dateWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const months = msg(
    'January February March April May June July August September October November December',
    { id: 'months', desc: 'Twelve names with a space between each two, as they stand in a date' },
  ).split(' ');
  const weekday = weekdayNames()[(day.getUTCDay() + 6) % 7] ?? '';
  const month = months[day.getUTCMonth()] ?? '';
  return `${weekday} ${String(day.getUTCDate())} ${month} ${String(day.getUTCFullYear())}`;
}
