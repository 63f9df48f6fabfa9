import { londonTime } from '../../calendar/london.ts';
import type { Notice } from '../outbox/channel.ts';
import { OPEN_STATES } from './store.ts';
import type { RequestQueue, DailyJobs } from './store.ts';

/** For how many days personal fields are kept after a request is closed. */
export const KEEP_DAYS = 90;

const DAY = 86_400_000;

/** What has to be answered, as a notice; `undefined` where nothing presses. */
async function digest(store: RequestQueue, today: string): Promise<Notice | undefined> {
  const due = await store.list({ states: OPEN_STATES, dueBy: today, limit: 1000 });
  const overdue = due.filter(({ replyBy }) => replyBy !== null && replyBy < today);
  const put = await store.list({ states: ['quarantined'], limit: 1000 });
  const quarantined = put.filter(({ wipedAt }) => wipedAt === null).length;
  const lines = [
    ...overdue.map(({ reference, replyBy }) => `Overdue since ${replyBy ?? ''}: ${reference}`),
    ...due
      .filter((one) => !overdue.includes(one))
      .map(({ reference }) => `Due today: ${reference}`),
    ...(quarantined === 0 ? [] : [`In quarantine, to be looked at: ${String(quarantined)}`]),
  ];
  if (lines.length === 0) return undefined;
  return {
    subject: `Requests for formats: ${String(overdue.length)} overdue, ${String(due.length - overdue.length)} due today`,
    text: `${lines.join('\n')}\n\nhandrail requests lists them.\n`,
  };
}

/**
 * Does what is to be done once a day, by London's date: wipes what has been kept for long enough,
 * and tells the organisation what is overdue, due today or in quarantine. Call it as often as you
 * like, from as many receivers as there are: one does it.
 *
 * @param keepDays - for how many days personal fields are kept after a request is closed.
 */
export async function runDailyJobs(
  store: RequestQueue & DailyJobs,
  now: Date,
  keepDays: number,
  tell: (notice: Notice) => Promise<void>,
): Promise<void> {
  const { date } = londonTime(now);
  if (await store.takeTurn('wipe', date)) {
    await store.wipe(new Date(now.getTime() - keepDays * DAY).toISOString(), now.toISOString());
  }
  if (await store.takeTurn('digest', date)) {
    const notice = await digest(store, date);
    if (notice !== undefined) await tell(notice);
  }
}
