/** For how many minutes after an exit Back and Forward stay shut where the author says nothing. */
export const DEFAULT_MINUTES = 10;

/** What the session cookie tells, all times in milliseconds since 1970. */
export interface ExitMark {
  /** When somebody left. 0 where nobody has, or where that was too long ago. */
  readonly left: number;
  /** Whether a page of the site has been opened on purpose after that. */
  readonly returned: boolean;
}

/**
 * Makes the cookie's value of an exit. To a reader it is one number, like many another cookie's.
 *
 * @param now - the time of the exit, in milliseconds since 1970.
 * @param minutes - the author's number of minutes, more than 0; anything else means the default.
 */
export function writeMark(now: number, minutes: number): string {
  return [now, now + (minutes > 0 ? minutes : DEFAULT_MINUTES) * 60_000].join('-');
}

/**
 * Reads the cookie's value.
 *
 * @param value - what `writeMark` made, with a hyphen after it once somebody has come back.
 * @param now - the present time, in milliseconds since 1970.
 */
export function readMark(value: string, now: number): ExitMark {
  const [left = 0, until = 0, returned] = value.split('-');
  return { left: +until > now ? +left : 0, returned: returned === '' };
}
