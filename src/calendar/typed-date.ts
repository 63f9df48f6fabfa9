import { isIsoDate } from './london.ts';
import type { IsoDate } from './london.ts';
import { monthNumber } from './months.ts';

/**
 * Reads a date as people in Britain type it: `3/12/2026`, `3 December 2026`, `Thursday 3rd Dec 26`,
 * `2026-12-03`. English month names only.
 *
 * @param today - a date without a year means the next one from today on.
 * @returns `undefined` where the text is no single date, such as "before the hearing".
 */
export function readDate(text: string, today: IsoDate): IsoDate | undefined {
  const iso = /\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso !== undefined) return isIsoDate(iso) ? iso : undefined;
  const [, day = '', named = '', year = ''] =
    /(?:^|\D)(\d\d?)(?:st|nd|rd|th)?(?: of)?[\s/.-]+(\d\d?|[a-z]{3,})\b\.?,?(?:[\s/.-]+(\d{4}|\d\d))?(?!\d)/i.exec(
      text,
    ) ?? [];
  const month = Number(named) || monthNumber(named);
  const two = (number: number): string => String(number).padStart(2, '0');
  const on = (number: number): string => `${String(number)}-${two(month)}-${two(Number(day))}`;
  const thisYear = Number(today.slice(0, 4));
  const full = (Number(year) % 2000) + 2000;
  // In "3 December 10am" the 10 is no year.
  const date =
    full >= thisYear ? on(full) : [on(thisYear), on(thisYear + 1)].find((next) => next >= today);
  return date !== undefined && isIsoDate(date) ? date : undefined;
}
