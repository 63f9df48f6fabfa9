import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './scenario.ts';
import type { Report, Scenario } from './scenario.ts';
import { hookSettings, NO_LIMITS, ORGANISATION, startCommand, startHook } from './service.ts';
import { mountSmallDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';

const PEOPLE = 30;

async function onFullDisk(report: Report, folder: string, small: SmallDisk): Promise<void> {
  const config = join(folder, 'handrail.json');
  const hook = await startHook();
  const settings = { organisation: ORGANISATION, limits: NO_LIMITS, webhook: hookSettings(hook) };
  writeFileSync(
    config,
    JSON.stringify({ database: join(folder, 'data', 'requests.db'), ...settings }),
  );
  const receiver = await startCommand(config);
  const look = async (what: string): Promise<number> =>
    (await fetch(`${receiver.url}/${what}`)).status;
  const answers = new Map<number, string>();
  const [, first] = await receiver.ask(0);
  answers.set(0, String(first['reference']));
  small.fill();
  let refused = 0;
  for (let number = 1; number <= PEOPLE; number += 1) {
    const [status, { reference }] = await receiver.ask(number);
    if (status === 201) answers.set(number, String(reference));
    else if (status === 503) refused += 1;
  }
  const [ready, health] = [await look('ready'), await look('health')];
  const isTold = await until(() => hook.notices.some((one) => one.includes('cannot be kept')));
  report.figure(
    'requests on a full disk: refused, and kept',
    `${String(refused)} and ${String(answers.size - 1)}`,
  );
  report.figure('/ready and /health meanwhile', `${String(ready)} and ${String(health)}`);
  report.rule(
    'Each request on a full disk is kept or refused in words.',
    refused > 0 && refused + answers.size - 1 === PEOPLE,
  );
  report.rule(
    '/ready says that nothing can be kept, /health that the process lives.',
    ready === 503 && health === 204,
  );
  report.rule('Staff are told over a channel that works.', isTold);
  small.empty();
  let kept = 0;
  for (let number = 0; number <= PEOPLE; number += 1) {
    const [status, { reference }] = await receiver.ask(number);
    const before = answers.get(number) ?? reference;
    if ((status === 201 || status === 200) && reference === before) kept += 1;
  }
  report.figure('kept once there is room, each once', `${String(kept)} of ${String(PEOPLE + 1)}`);
  report.rule(
    'Everything is kept once there is room, and nothing that was kept is lost.',
    kept === PEOPLE + 1,
  );
  report.rule('/ready says that there is room again.', (await look('ready')) === 204);
  await receiver.stop();
  hook.stop();
}

export const disk: Scenario = {
  name: 'disk',
  title: 'The disk is full for a while',
  run: async (report) => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-disk-'));
    const data = join(folder, 'data');
    mkdirSync(data);
    const small = mountSmallDisk(data, 8);
    try {
      if (small) await onFullDisk(report, folder, small);
      else report.figure('not simulated', 'this needs the right to mount');
    } finally {
      small?.unmount();
      rmSync(folder, { recursive: true });
    }
  },
};
