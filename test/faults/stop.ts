import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from './backend.ts';
import { freePort, ReceiverProcess } from './receiver-process.ts';
import type { Scenario } from './scenario.ts';
import { hookSettings, NO_LIMITS, ORGANISATION, person, startHook } from './service.ts';

const PEOPLE = 100;

/** How long systemd is told to wait, in milliseconds. */
const TEN_SECONDS = 10_000;

export const stop: Scenario = {
  name: 'stop',
  title: 'The receiver is asked to stop, with a slow client and a webhook that never answers',
  run: async (report) => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-stop-'));
    const backend = await openBackend('sqlite', folder);
    const config = join(folder, 'handrail.json');
    const hook = await startHook();
    hook.mode = 'hang';
    const settings = { organisation: ORGANISATION, limits: NO_LIMITS, webhook: hookSettings(hook) };
    writeFileSync(config, JSON.stringify({ database: backend.address, ...settings }));
    const receiver = new ReceiverProcess(config, await freePort());
    await receiver.start();
    const { hostname, port } = new URL(receiver.url);
    const slow = connect(Number(port), hostname).on('error', () => undefined);
    slow.write(
      'POST /requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
    );
    await once(slow, 'ready');
    let stopping: Promise<void> | undefined;
    let began = 0;
    const received: string[] = [];
    await Promise.all(
      Array.from({ length: PEOPLE }, async (_, number) => {
        const body = JSON.stringify(person(number));
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(receiver.url, { method: 'POST', headers, body }).catch(
          () => undefined,
        );
        if (answer?.status === 201) received.push(`Person ${String(number)}`);
        // Asked to stop while others are on their way.
        if (received.length < PEOPLE / 4 || stopping) return;
        began = performance.now();
        stopping = receiver.stop();
      }),
    );
    await stopping;
    const took = performance.now() - began;
    const stored = new Set((await backend.requests()).map(({ name }) => name));
    const lost = received.filter((name) => !stored.has(name)).length;
    report.figure(
      'requests under way, and received',
      `${String(PEOPLE)} and ${String(received.length)}`,
    );
    report.figure('received and lost', lost);
    report.figure(
      'news that waits for the next start',
      `${String(await backend.unsent())} of ${String(stored.size)}`,
    );
    report.figure('seconds until it ended', (took / 1000).toFixed(1));
    report.rule('Nothing that was received is lost.', lost === 0);
    report.rule('News that was not sent is kept.', (await backend.unsent()) === stored.size);
    report.rule('It ends within ten seconds.', took < TEN_SECONDS);
    slow.destroy();
    hook.stop();
    await backend.close();
    rmSync(folder, { recursive: true });
  },
};
