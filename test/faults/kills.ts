import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { startSmtp } from '../server/smtp-server.ts';
import { sendUntilReceived } from './client.ts';
import type { Asked, Tally } from './client.ts';
import { openBackend } from './backend.ts';
import { freePort, ReceiverProcess } from './receiver-process.ts';
import type { Report, Scenario } from './scenario.ts';

const CLIENTS = 64;

/**
 * Many clients that retry, while the receiver is killed, the disk is full, the mail server is down and answers
 * get lost. In the end every request that anybody was told is received is in the store once, and news of it
 * went out over each channel under one id.
 */
async function run(
  report: Report,
  [requestCount = '10000', lifeCount = '50', engine = 'sqlite']: readonly string[],
): Promise<void> {
  const count = Number(requestCount);
  const lives = Number(lifeCount);

  const folder = mkdtempSync(join(tmpdir(), 'handrail-faults-'));
  const backend = await openBackend(engine, folder);
  const { disk } = backend;

  /** An organisation's own endpoint: it is told of every request, and answers when it feels like it. */
  const hooked = new Map<string, number>();
  const hook = createServer((message, response) => {
    void text(message).then(() => {
      const id = String(message.headers['webhook-id']);
      if (id.startsWith('notice.')) return response.end();
      if (Math.random() < 0.01) return response.writeHead(503).end();
      hooked.set(id, (hooked.get(id) ?? 0) + 1);
      return response.end();
    });
  });
  hook.listen(0, '127.0.0.1');
  await once(hook, 'listening');

  let smtp = await startSmtp();
  const mailed = new Map<string, number>();
  function countMail(): void {
    for (const mail of smtp.mails.splice(0)) {
      const id = mail.header('Message-ID');
      if (id.startsWith('<') && mail.header('Subject').includes('equest ')) {
        mailed.set(id, (mailed.get(id) ?? 0) + 1);
      }
    }
  }

  const config = join(folder, 'handrail.json');
  writeFileSync(
    config,
    JSON.stringify({
      database: backend.address,
      organisation: { name: 'Example Council', email: 'formats@council.example' },
      limits: { perAddress: 0, floodPerAddress: 0, flood: 0 },
      smtp: { url: smtp.url },
      webhook: {
        url: `http://127.0.0.1:${String((hook.address() as AddressInfo).port)}/`,
        secret: 'a secret of the fault run alone',
      },
    }),
  );

  const receivers: ReceiverProcess[] = [];
  for (let at = 0; at < backend.receivers; at += 1) {
    receivers.push(new ReceiverProcess(config, await freePort()));
  }
  /** As a load balancer would: any of them, whether it lives or not. */
  function anyUrl(): string {
    return receivers[Math.floor(Math.random() * receivers.length)]?.url ?? '';
  }
  const tally: Tally = { attempts: 0, dropped: 0, unsaved: 0, unanswered: 0 };
  const requests: Asked[] = Array.from({ length: count }, (_, number) => ({
    number,
    name: `Person ${String(number)}`,
    reference: undefined,
  }));

  /** Clients take requests as they are let go, so that every life of the receiver has its share. */
  let released = 0;
  let next = 0;
  let received = 0;
  async function client(): Promise<void> {
    for (;;) {
      if (next >= count) return;
      const asked = next < released ? requests[next] : undefined;
      if (asked === undefined) {
        await wait(10);
        continue;
      }
      next += 1;
      await sendUntilReceived(anyUrl, asked, tally);
      received += 1;
    }
  }

  console.log(
    `${String(count)} requests from ${String(CLIENTS)} clients, ${String(lives)} kills …`,
  );
  const began = performance.now();
  const clients = Promise.all(Array.from({ length: CLIENTS }, client));
  let fullFor = 0;
  let mailDownFor = 0;
  let mailDown = false;
  await Promise.all(receivers.map((receiver) => receiver.start()));
  for (let life = 0; life < lives; life += 1) {
    released = Math.ceil((count * (life + 1)) / lives);
    const at = life / lives;
    if (disk && at >= 0.3 && at < 0.4) {
      disk.fill();
      await wait(500);
      fullFor += 500;
      // Killed while it is full, every other time; there is room again for the next life.
      if (life % 2 === 0) disk.empty();
    }
    if (at >= 0.5 && at < 0.7) {
      if (!mailDown) {
        countMail();
        await smtp.stop();
      }
      mailDown = true;
      mailDownFor += 1;
    } else if (mailDown) {
      smtp = await startSmtp(smtp.port);
      mailDown = false;
    }
    await wait(50 + Math.random() * 500);
    const victim = receivers[life % receivers.length];
    await victim?.kill();
    disk?.empty();
    await victim?.start();
  }
  if (mailDown) smtp = await startSmtp(smtp.port);
  await clients;
  console.log(
    `All received after ${((performance.now() - began) / 1000).toFixed(0)} s. Waiting for what is still to be sent …`,
  );

  // Half an hour later the claims of receivers that were killed have ended, and so have the pauses.
  for (const receiver of receivers) {
    await receiver.stop();
    await receiver.start(30 * 60_000);
  }
  const patience = performance.now() + 8 * 60_000;
  while ((await backend.unsent()) > 0 && performance.now() < patience) await wait(250);
  countMail();

  const rows = await backend.requests();
  const stored = new Map(rows.map(({ name, reference }) => [name, reference]));
  const lost = requests.filter(({ name }) => !stored.has(name)).length;
  const wrong = requests.filter(
    ({ name, reference }) => reference !== undefined && stored.get(name) !== reference,
  ).length;
  const unsent = await backend.unsent();
  const wiped = await backend.wiped();
  const news = (channel: string): string[] =>
    [...stored.values()].map((reference) => `${reference}.${channel}`);
  const acknowledged = requests.filter(({ number }) => number % 2 === 0).length;
  const unhooked = news('webhook').filter((id) => !hooked.has(id)).length;
  const unmailed = news('email').filter((id) => !mailed.has(`<${id}@council.example>`)).length;
  const repeats = (seen: ReadonlyMap<string, number>): number =>
    [...seen.values()].reduce((sum, count) => sum + count - 1, 0);
  const kills = receivers.reduce((sum, receiver) => sum + receiver.kills, 0);

  report.figure('requests that clients were told are received', received);
  report.figure('in the store', rows.length);
  report.figure('lost', lost);
  report.figure('doubled', rows.length - stored.size);
  report.figure('under another reference than the client’s', wrong);
  report.figure('wiped', wiped);
  report.figure('news that was not sent', unsent);
  report.figure('requests the webhook never heard of', unhooked);
  report.figure('requests no mail was sent about', unmailed);
  report.figure('messages by webhook, by id', `${String(hooked.size)} of ${String(count)}`);
  report.figure(
    'messages by mail, by Message-ID',
    `${String(mailed.size)} of ${String(count + acknowledged)}`,
  );
  report.figure('sent once more under the same id: webhook', repeats(hooked));
  report.figure('sent once more under the same id: mail', repeats(mailed));
  report.figure('receiver killed with SIGKILL', kills);
  report.figure('attempts', tally.attempts);
  report.figure('attempts nobody answered', tally.unanswered);
  report.figure('answers dropped', tally.dropped);
  report.figure('answers “not saved” (503)', tally.unsaved);
  report.figure(
    'disk full',
    disk
      ? `${String(fullFor)} ms and more`
      : `not simulated: ${backend.hasDisk ? 'this needs the right to mount' : 'PostgreSQL has its own'}`,
  );
  report.figure('lives of the receiver without a mail server', mailDownFor);
  report.rule('Every request that anybody asked is received.', received === count);
  report.rule('Nothing that was received is lost.', lost === 0 && rows.length === count);
  report.rule(
    'Nothing is doubled, and every reference is the client’s.',
    wrong === 0 && rows.length === stored.size,
  );
  report.rule('Nothing is wiped that nobody has looked at.', wiped === 0);
  report.rule(
    'News of every request goes out over each channel.',
    unsent + unhooked + unmailed === 0,
  );
  report.rule(
    'News goes out under one id alone.',
    hooked.size === count && mailed.size === count + acknowledged,
  );
  report.rule('The receiver was killed as often as was asked.', kills >= lives);
  await Promise.all(receivers.map((receiver) => receiver.stop()));
  await smtp.stop();
  hook.closeAllConnections();
  hook.close();
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
}

export const kills: Scenario = {
  name: 'kills',
  title: 'The receiver is killed again and again while requests come in',
  run,
};
