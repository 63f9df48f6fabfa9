import { runDailyJobs } from '../../src/receiver/index.ts';
import type { Scenario } from './scenario.ts';
import { startHook, startService } from './service.ts';

const TWO_YEARS = 2 * 365 * 86_400_000;

/** Answers that are held for somebody to look at. */
const SPAM = { name: 'www.a.example', notes: 'http://b.example http://c.example' };

/** A machine whose clock is wrong for a while, as after a flat battery or a bad time server. */
export const clock: Scenario = {
  name: 'clock',
  title: 'The clock jumps ahead by two years and back, and back by two years and ahead',
  run: async (report) => {
    let jump = 0;
    const now = (): Date => new Date(Date.now() + jump);
    const hook = await startHook(now);
    const { store, outbox, ask } = startService({ channels: [hook.channel], clock: now });
    const notices: string[] = [];
    const daily = (): Promise<void> =>
      runDailyJobs(store, now(), 90, ({ subject }) => {
        notices.push(subject);
        return Promise.resolve();
      });
    const isThere = (): number => [...hook.taken.keys()].length;

    await ask(0, SPAM);
    jump = TWO_YEARS;
    hook.mode = 'refuse';
    await ask(1);
    await outbox.run();
    await daily();
    const [told] = [notices.length];
    jump = 0;
    hook.mode = 'take';
    await ask(2);
    await outbox.run();
    const ahead = isThere();
    await daily();
    report.figure(
      'news sent by the first look after a jump ahead and back',
      `${String(ahead)} of 2`,
    );
    report.rule('News from a clock that was ahead goes out as soon as it is right.', ahead === 2);
    report.figure(
      'digests: while the clock is ahead, and once it is right',
      `${String(told)} and ${String(notices.length - told)}`,
    );
    report.rule(
      'The digest of the day comes, though one of a later date went out.',
      notices.length === 2,
    );

    await ask(3);
    jump = -TWO_YEARS;
    await ask(4);
    await outbox.run();
    const back = isThere() - ahead;
    jump = 0;
    await outbox.run();
    report.figure('news sent by the first look after a jump back', `${String(back)} of 2`);
    report.rule('News from before a jump back does not wait for the old time.', back === 2);
    const held = await store.list({ states: ['quarantined'] });
    const isWhole = held.length === 1 && held[0]?.wipedAt === null;
    report.figure(
      'in quarantine, and wiped there',
      `${String(held.length)} and ${isWhole ? '0' : '1'}`,
    );
    report.rule(
      'What nobody has looked at is not wiped, however late the clock says it is.',
      isWhole,
    );
    report.figure('sent twice', [...hook.taken.values()].filter((count) => count > 1).length);
    await store.close();
    hook.stop();
  },
};
