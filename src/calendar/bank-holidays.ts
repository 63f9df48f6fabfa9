import type { IsoDate } from './london.ts';

/** The parts of the United Kingdom whose bank holidays differ, as GOV.UK names them. */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

/**
 * Bank holidays of the United Kingdom, with substitute days, as published on
 * https://www.gov.uk/bank-holidays (Open Government Licence v3.0), read on 23 November 2026.
 * Each line is a year followed by its dates as month and day.
 */
const TABLE: Readonly<Record<Division, readonly string[]>> = {
  'england-and-wales': [
    '2025 0101 0418 0421 0505 0526 0825 1225 1226',
    '2026 0101 0403 0406 0504 0525 0831 1225 1228',
    '2027 0101 0326 0329 0503 0531 0830 1227 1228',
    '2028 0103 0414 0417 0501 0529 0828 1225 1226',
  ],
  scotland: [
    '2025 0101 0102 0418 0505 0526 0804 1201 1225 1226',
    '2026 0101 0102 0403 0504 0525 0615 0803 1130 1225 1228',
    '2027 0101 0104 0326 0503 0531 0802 1130 1227 1228',
    '2028 0103 0104 0414 0501 0529 0807 1130 1225 1226',
  ],
  'northern-ireland': [
    '2025 0101 0317 0418 0421 0505 0526 0714 0825 1225 1226',
    '2026 0101 0317 0403 0406 0504 0525 0713 0831 1225 1228',
    '2027 0101 0317 0326 0329 0503 0531 0712 0830 1227 1228',
    '2028 0103 0317 0414 0417 0501 0529 0712 0828 1225 1226',
  ],
};

/** The first day that the table says anything about. */
export const FIRST_DAY: IsoDate = '2025-01-01';

/** The last day that the table says anything about. Past it, no holiday is claimed or denied. */
export const LAST_DAY: IsoDate = '2028-12-31';

/** Every division that the table holds. */
export const DIVISIONS = Object.keys(TABLE) as readonly Division[];

/** Whether a text names a division. */
export function isDivision(text: string): text is Division {
  return Object.hasOwn(TABLE, text);
}

const holidays = new Map(
  DIVISIONS.map((division) => [
    division,
    new Set(
      TABLE[division].flatMap((line) => {
        const [year = '', ...days] = line.split(' ');
        return days.map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`);
      }),
    ),
  ]),
);

/**
 * Whether a date is a bank holiday in a division.
 *
 * @returns `undefined` where the date lies outside the table: not known, so nothing may be said.
 */
export function isBankHoliday(date: IsoDate, division: Division): boolean | undefined {
  if (date < FIRST_DAY || date > LAST_DAY) return undefined;
  return holidays.get(division)?.has(date);
}
