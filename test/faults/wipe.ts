import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command as receive } from '../../src/cli/receive.ts';
import { command as requests } from '../../src/cli/requests.ts';
import { until } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { NO_LIMITS, ORGANISATION, startCommand } from './service.ts';

/** Everything that a person can type and that is theirs alone. No other text has the mark in it. */
function typed(mark: string): Record<string, string> {
  return {
    document: `https://council.example/${mark}-chosen.pdf ${mark} Chosen Title`,
    'document-other': `${mark} Typed Title`,
    name: `${mark} Name`,
    email: `${mark}@people.example`,
    phone: `020 7946 0123 ${mark}`,
    address: `${mark} House`,
    notes: `${mark} notes. `.repeat(100),
    _page: `https://council.example/${mark}-page`,
  };
}

const ERASED = 'zqxerased';
const WIPED = 'zqxwiped';

export const wipe: Scenario = {
  name: 'wipe',
  title: 'What a person typed is searched for after it was wiped, and after it was erased',
  run: async (report) => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-wipe-'));
    const data = join(folder, 'data');
    const config = join(folder, 'handrail.json');
    const database = join(data, 'requests.db');
    writeFileSync(
      config,
      JSON.stringify({ database, organisation: ORGANISATION, limits: NO_LIMITS, keepDays: 90 }),
    );
    let later = 0;
    const clock = (): Date => new Date(Date.now() + later);
    const run = (command: typeof receive, ...args: string[]): Promise<number> =>
      command.run([...args, '--config', config], {
        out: () => undefined,
        err: () => undefined,
        env: {},
        clock,
        stop: new AbortController().signal,
      });
    /** How often marks are found in each of the database's files. */
    const found = (...marks: readonly string[]): Record<string, number> =>
      Object.fromEntries(
        readdirSync(data).map((name) => {
          const held = readFileSync(join(data, name), 'latin1');
          return [name, held.match(new RegExp(marks.join('|'), 'gi'))?.length ?? 0];
        }),
      );
    const sum = (...marks: readonly string[]): number =>
      Object.values(found(...marks)).reduce((total, count) => total + count, 0);

    let receiver = await startCommand(config, clock);
    const references: string[] = [];
    for (const [number, mark] of [ERASED, WIPED].entries()) {
      const [, { reference }] = await receiver.ask(number, typed(mark));
      references.push(String(reference));
    }
    // Somebody else's, so that there is something that stays.
    await receiver.ask(3);
    const before = [sum(ERASED), sum(WIPED)];
    report.figure('found before: to be erased, and to be wiped', before.join(' and '));
    report.rule('The search finds what is there.', !before.includes(0));

    const [erased = '', wiped = ''] = references;
    await run(requests, 'set', erased, 'done', '--note', `${ERASED} note`, '--by', 'Sam');
    await run(requests, 'erase', erased);
    report.figure('found once it is erased, while the receiver runs', sum(ERASED));
    report.rule('What is erased is in no file of the database.', sum(ERASED) === 0);
    await run(requests, 'set', wiped, 'done', '--note', `${WIPED} note`, '--by', 'Sam');
    await receiver.stop();
    later = 91 * 86_400_000;
    receiver = await startCommand(config, clock);
    const isGone = await until(() => sum(ERASED, WIPED) === 0);
    await run(receive, 'backup', join(data, 'backup.db'));
    for (const [name, count] of Object.entries(found(ERASED, WIPED)))
      report.figure(`found afterwards in ${name}`, count);
    report.rule('What is wiped is in no file of the database.', isGone);
    report.rule(
      'What is wiped or erased is in no backup taken since.',
      found(ERASED, WIPED)['backup.db'] === 0,
    );
    const kept = readFileSync(join(data, 'backup.db'), 'latin1').includes(
      'person-3@people.example',
    );
    report.rule('What nobody has decided about is still there.', kept);
    await receiver.stop();
    rmSync(folder, { recursive: true });
  },
};
