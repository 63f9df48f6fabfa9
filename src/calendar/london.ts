/** The time zone that every date and hour in Handrail is in, whatever the device or server is set to. */
export const LONDON = 'Europe/London';

/**
 * A calendar date as `YYYY-MM-DD`. It has no time and no zone.
 *
 * @pattern ^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$
 */
export type IsoDate = string;

/** What a clock on a London wall shows at one instant. */
export interface LondonTime {
  /** The date in London. */
  readonly date: IsoDate;
  /** Minutes since midnight on that clock, 0 to 1439. */
  readonly minutes: number;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * Reads an instant off a London clock.
 *
 * @param instant - any valid `Date`; an invalid one throws a `RangeError`, as `Intl` does.
 */
export function londonTime(instant: Date): LondonTime {
  const part = Object.fromEntries(
    clock.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${part['year'] ?? ''}-${part['month'] ?? ''}-${part['day'] ?? ''}`,
    minutes: Number(part['hour']) * 60 + Number(part['minute']),
  };
}

/** Midnight UTC on a date: a stand-in that lets dates be counted without any zone's clock changes. */
function asUtc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Whether a text is a real date written `YYYY-MM-DD`; 30 February is not. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = asUtc(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The date a number of days later, or earlier where the number is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = asUtc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The day of the week of a date, from 1 (Monday) to 7 (Sunday), as ISO 8601 numbers them. */
export function weekday(date: IsoDate): number {
  return asUtc(date).getUTCDay() || 7;
}
