import { londonTime } from '../../calendar/london.ts';
import type { Notice } from './channel.ts';
import { OPEN_STATES } from '../store/store.ts';
import type { RequestQueue, DailyJobs } from '../store/store.ts';
import type { IsoDate } from '../../calendar/london.ts';
import type { RequestState, StoredRequest } from '../store/store.ts';

/** For how many days personal fields are kept after a request is closed. */
export const KEEP_DAYS = 90;

const DAY = 86_400_000;

/** For how long a job is whose who claimed it, in milliseconds: one that dies with it leaves it to the next. */
const CLAIM = 1_800_000;

/** How many references a notice names at most. */
const NAMED = 200;

/** Every request in some states, however many there are. */
async function all(
  store: RequestQueue,
  filter: { readonly states: readonly RequestState[]; readonly dueBy?: IsoDate },
): Promise<StoredRequest[]> {
  return await store.list({ ...filter, limit: Number.MAX_SAFE_INTEGER });
}

/** What has to be looked at or answered, as a notice; `undefined` where nothing presses. */
async function digest(store: RequestQueue, today: string): Promise<Notice | undefined> {
  const due = await all(store, { states: OPEN_STATES, dueBy: today });
  const overdue = due.filter(({ replyBy }) => replyBy !== null && replyBy < today);
  const held = await all(store, { states: ['quarantined'] });
  const lines = [
    ...held.map(({ reference }) => `In quarantine, to be looked at: ${reference}`),
    ...overdue.map(({ reference, replyBy }) => `Overdue since ${replyBy ?? ''}: ${reference}`),
    ...due
      .filter((one) => !overdue.includes(one))
      .map(({ reference }) => `Due today: ${reference}`),
  ];
  if (lines.length === 0) return undefined;
  const more = lines.length > NAMED ? `\nand ${String(lines.length - NAMED)} more` : '';
  const counts = [
    ...(held.length > 0 ? [`${String(held.length)} in quarantine`] : []),
    `${String(overdue.length)} overdue`,
    `${String(due.length - overdue.length)} due today`,
  ];
  return {
    subject: `Requests for formats: ${counts.join(', ')}`,
    text:
      `${lines.slice(0, NAMED).join('\n')}${more}\n\nhandrail requests lists them. ` +
      'What is in quarantine was given a reference and a date, and waits until somebody decides.\n',
  };
}

/**
 * Does what is to be done once a day, by London's date: wipes what was closed long enough ago, and
 * tells the organisation what is in quarantine, overdue or due today. Call it as often as you like, from
 * as many receivers as there are: one does it. A job that fails is done again at the next call.
 *
 * @param keepDays - for how many days personal fields are kept after a request is closed.
 * @param tell - sends a notice. Its promise is rejected where it reached nobody.
 */
export async function runDailyJobs(
  store: RequestQueue & DailyJobs,
  now: Date,
  keepDays: number,
  tell: (notice: Notice) => Promise<void>,
): Promise<void> {
  const { date } = londonTime(now);
  const once = async (job: string, work: () => Promise<unknown>): Promise<void> => {
    const until = new Date(now.getTime() + CLAIM).toISOString();
    if (!(await store.claimJob(job, date, now.toISOString(), until))) return;
    await work();
    await store.finishJob(job, date);
  };
  await once('wipe', () =>
    store.wipe(new Date(now.getTime() - keepDays * DAY).toISOString(), now.toISOString()),
  );
  await once('digest', async () => {
    const notice = await digest(store, date);
    if (notice !== undefined) await tell(notice);
  });
}
