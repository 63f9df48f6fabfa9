/** The name of the cookie, of the tab's record and of the channel between tabs. It says nothing on purpose. */
export const NAME = '_v';

/** For how many minutes after an exit Back and Forward stay shut where the author says nothing. */
export const DEFAULT_MINUTES = 10;

/** For how many minutes an author's `guard-minutes` holds: a number over 0, or else the default. */
export function minutesOf(setting: unknown): number {
  const minutes = Number(setting);
  return minutes > 0 ? minutes : DEFAULT_MINUTES;
}

/**
 * Reads when somebody last left, from every cookie of the name: another host of the site may have set
 * one too.
 *
 * @param cookies - `document.cookie`.
 * @returns milliseconds since 1970; 0 where nobody has left, or where that was too long ago.
 */
export function readMark(cookies: string): number {
  return Math.max(0, ...(cookies.match(/\b_v=\d+/g) ?? []).map((mark) => Number(mark.slice(3))));
}

/**
 * Decides what a page does that has just been opened.
 *
 * @param left - when somebody last left the site, in milliseconds since 1970; 0 for never.
 * @param notes - what the tab remembers: the ids of the history entries that somebody left, and the
 *   exits after which somebody has come back.
 * @param now - milliseconds since 1970.
 * @param started - when the page's navigation began, in milliseconds since 1970; of a prerendered page,
 *   when the prerendering did.
 * @param type - `PerformanceNavigationTiming.type`.
 * @param entry - the id of the page's history entry, where the browser tells.
 * @returns `away` for a page that somebody left, or that no person asked for after that: it is not to be
 *   shown. `return` for the first page that a person opens on purpose after an exit, `stay` otherwise.
 */
export function judgeArrival(
  left: number,
  notes: string,
  now: number,
  started: number,
  type: string | undefined,
  entry: string | undefined,
): 'away' | 'return' | 'stay' {
  if (entry && notes.includes(entry)) return 'away';
  if (!left || notes.includes(String(left))) return 'stay';
  // Restored, reopened and duplicated tabs are among these two.
  return /^(back|reload)/.test(String(type)) ||
    // A clock that was put back makes every page older than the exit, which then lies in the future.
    (started <= left && left <= now)
    ? 'away'
    : 'return';
}
