import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toNodeListener } from '../../src/receiver/index.ts';
import type { Report, Scenario } from './scenario.ts';
import { person, startService } from './service.ts';

/** How many people a receiver may hear of from one address in ten minutes where nobody sets a limit. */
const PEOPLE = 60;

/** The limits that hold where nobody sets any. */
const USUAL = { perAddress: undefined, floodPerAddress: undefined, flood: undefined };

async function behind(report: Report, what: string, proxies: number | undefined): Promise<void> {
  const { store, receive } = startService({ limits: USUAL });
  const told: string[] = [];
  const listener = toNodeListener(receive, { proxies, onUncountedProxy: (one) => told.push(one) });
  const server = createServer((message, response) => {
    // Every connection comes from the proxy, which is on another machine.
    Object.defineProperty(message.socket, 'remoteAddress', { value: '192.0.2.1' });
    listener(message, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/requests`;
  const ask = async (number: number): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-For': `198.51.100.${String(number)}`,
      },
      body: JSON.stringify(person(number)),
    });
  let receipts = 0;
  for (let number = 0; number < PEOPLE; number += 1) {
    if ((await ask(number)).status === 201) receipts += 1;
  }
  const held = (await store.list({ states: ['quarantined'] })).length;
  report.figure(`${what}: people with a receipt`, `${String(receipts)} of ${String(PEOPLE)}`);
  report.figure(`${what}: of them in quarantine`, held);
  report.figure(`${what}: times that the log names the proxy`, told.length);
  report.rule(
    `Behind a proxy that is ${what}, nobody is put aside for being many.`,
    receipts === PEOPLE && held === 0,
  );
  const next = await ask(PEOPLE);
  const said = (await next.json()) as { error?: string };
  if (proxies === undefined) {
    report.rule('The log names a proxy that is not counted, once.', told.length === 1);
    const waits = next.status === 429 && next.headers.has('Retry-After');
    report.rule(
      'Whoever is turned away hears of other ways to ask.',
      waits && !!said.error?.includes('@'),
    );
  } else
    report.rule(
      'Who is behind a counted proxy has limits of their own.',
      next.status === 201 && told.length === 0,
    );
  server.close();
  server.closeAllConnections();
  await store.close();
}

export const proxy: Scenario = {
  name: 'proxy',
  title: 'A proxy on another machine, so that everybody has one address',
  run: async (report) => {
    await behind(report, 'not counted', undefined);
    await behind(report, 'counted', 1);
  },
};
