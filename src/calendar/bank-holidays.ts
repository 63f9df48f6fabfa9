import { TABLE } from './bank-holiday-table.ts';
import type { IsoDate } from './london.ts';

/** A part of the United Kingdom with bank holidays of its own, as GOV.UK names it. */
type Part = keyof typeof TABLE;

/**
 * Whose bank holidays count: those of one part of the United Kingdom, or with `any-uk` those of any,
 * as freedom-of-information law counts them.
 */
export type Division = Part | 'any-uk';

const PARTS = Object.keys(TABLE) as readonly Part[];

/** Every division that can be asked about. */
export const DIVISIONS: readonly Division[] = [...PARTS, 'any-uk'];

const YEARS = TABLE['england-and-wales'].map((line) => line.slice(0, 4));

/** The first day that the table says anything about. */
export const FIRST_DAY: IsoDate = `${YEARS[0] ?? ''}-01-01`;

/** The last day that the table says anything about. Past it, no holiday is claimed or denied. */
export const LAST_DAY: IsoDate = `${YEARS.at(-1) ?? ''}-12-31`;

/** Whether a text names a division. */
export function isDivision(text: string): text is Division {
  return (DIVISIONS as readonly string[]).includes(text);
}

function isHolidayIn(part: Part, date: IsoDate): boolean {
  const line = TABLE[part].find((year) => date.startsWith(year.slice(0, 4)));
  return line?.includes(` ${date.slice(5).replace('-', '')}`) ?? false;
}

/**
 * Whether a date is a bank holiday in a division.
 *
 * @returns `undefined` where the date lies outside the table: not known, so nothing may be said.
 */
export function isBankHoliday(date: IsoDate, division: Division): boolean | undefined {
  if (date < FIRST_DAY || date > LAST_DAY) return undefined;
  return division === 'any-uk'
    ? PARTS.some((part) => isHolidayIn(part, date))
    : isHolidayIn(division, date);
}
