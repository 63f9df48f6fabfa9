import { isIsoDate, londonTime } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';

/** How far a service's facts can be relied on, by the day somebody last checked them. */
export type Freshness = 'fresh' | 'ageing' | 'stale';

/** The same day of the month some months later, or that month's last day where it is shorter. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 8);
  return first + String(Math.min(day, lastDay.getUTCDate())).padStart(2, '0');
}

/**
 * Says how old the facts about a service are, in calendar months on a London calendar.
 *
 * Under 6 months they are `fresh`; from 6 to 12 months `ageing`; over 12 months `stale`. Checked on
 * 3 March, they are fresh until 2 September, ageing from 3 September to 3 March, stale from 4 March.
 * A month that is too short counts to its last day: 6 months after 31 August is 28 or 29 February.
 *
 * @param checked - the day of the last check as `YYYY-MM-DD`. None, one that cannot be read, or one
 *   that is still to come in London makes the facts `stale`: nobody can vouch for them.
 * @param now - any valid `Date`; an invalid one throws a `RangeError`, as `Intl` does.
 */
export function freshness(checked: IsoDate | undefined, now: Date): Freshness {
  const today = londonTime(now).date;
  if (typeof checked !== 'string' || !isIsoDate(checked) || checked > today) return 'stale';
  if (today < addMonths(checked, 6)) return 'fresh';
  return today <= addMonths(checked, 12) ? 'ageing' : 'stale';
}
