/**
 * The fault run: many clients that retry, while the receiver is killed, the disk is full, the mail
 * server is down and answers get lost. In the end every request that anybody was told is received
 * is in the store once, and news of it went out over each channel under one id. Prints the figures.
 *
 *   npm run test:faults                 10,000 requests, 55 kills
 *   npm run test:faults -- 500 5        fewer
 *   npm run test:faults -- 10000 55 postgres
 *                                  three receivers on one PostgreSQL, killed one at a time
 */
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
import { ReceiverProcess } from './receiver-process.ts';

const REQUESTS = Number(process.argv[2] ?? 10_000);
const LIVES = Number(process.argv[3] ?? 55);
const CLIENTS = 64;

const folder = mkdtempSync(join(tmpdir(), 'handrail-faults-'));
const backend = await openBackend(process.argv[4] ?? 'sqlite', folder);
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

/** A port that is free now, and will be for the minutes that this takes. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

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
const requests: Asked[] = Array.from({ length: REQUESTS }, (_, number) => ({
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
    if (next >= REQUESTS) return;
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
  `${String(REQUESTS)} requests from ${String(CLIENTS)} clients, ${String(LIVES)} kills …`,
);
const began = performance.now();
const clients = Promise.all(Array.from({ length: CLIENTS }, client));
let fullFor = 0;
let mailDownFor = 0;
let mailDown = false;
await Promise.all(receivers.map((receiver) => receiver.start()));
for (let life = 0; life < LIVES; life += 1) {
  released = Math.ceil((REQUESTS * (life + 1)) / LIVES);
  const at = life / LIVES;
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

/** Longer than the claim of a receiver that was killed, and than the pauses after a failure. */
const patience = performance.now() + 8 * 60_000;
while ((await backend.unsent()) > 0) {
  if (performance.now() > patience) break;
  await wait(250);
}
countMail();

const rows = await backend.requests();
const stored = new Map(rows.map(({ name, reference }) => [name, reference]));
const lost = requests.filter(({ name }) => !stored.has(name)).length;
const wrong = requests.filter(
  ({ name, reference }) => reference !== undefined && stored.get(name) !== reference,
).length;
const unsent = await backend.unsent();
const news = (channel: string): string[] =>
  [...stored.values()].map((reference) => `${reference}.${channel}`);
const acknowledged = requests.filter(({ number }) => number % 2 === 0).length;
const unhooked = news('webhook').filter((id) => !hooked.has(id)).length;
const unmailed = news('email').filter((id) => !mailed.has(`<${id}@council.example>`)).length;
const repeats = (seen: ReadonlyMap<string, number>): number =>
  [...seen.values()].reduce((sum, count) => sum + count - 1, 0);
const kills = receivers.reduce((sum, receiver) => sum + receiver.kills, 0);

const failed = [
  received !== REQUESTS,
  lost > 0,
  wrong > 0,
  rows.length !== REQUESTS,
  unsent > 0,
  unhooked > 0,
  unmailed > 0,
  hooked.size !== REQUESTS,
  mailed.size !== REQUESTS + acknowledged,
  kills < LIVES,
  disk === undefined && backend.hasDisk,
].some(Boolean);

console.log(`
requests that clients were told are received   ${String(received)}
  in the store                                 ${String(rows.length)}
  lost                                         ${String(lost)}
  doubled                                      ${String(rows.length - stored.size)}
  under another reference than the client's    ${String(wrong)}
news that was not sent                         ${String(unsent)}
  requests the webhook never heard of          ${String(unhooked)}
  requests no mail was sent about              ${String(unmailed)}
  messages by webhook, by id                   ${String(hooked.size)} of ${String(REQUESTS)}
  messages by mail, by Message-ID              ${String(mailed.size)} of ${String(REQUESTS + acknowledged)}
  sent once more under the same id: webhook    ${String(repeats(hooked))}
  sent once more under the same id: mail       ${String(repeats(mailed))}
what happened meanwhile
  receiver killed with SIGKILL                 ${String(kills)}
  attempts                                     ${String(tally.attempts)}
  attempts nobody answered                     ${String(tally.unanswered)}
  answers dropped                              ${String(tally.dropped)}
  answers "not saved" (503)                    ${String(tally.unsaved)}
  disk full                                    ${disk ? `${String(fullFor)} ms and more` : backend.hasDisk ? 'not simulated: this needs the right to mount' : 'not simulated on PostgreSQL'}
  mail server down                             for ${String(mailDownFor)} lives of the receiver
`);
console.log(failed ? 'The run FAILED.' : 'Nothing was lost, and nothing was doubled.');

await Promise.all(receivers.map((receiver) => receiver.stop()));
await smtp.stop();
hook.closeAllConnections();
hook.close();
await backend.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;
