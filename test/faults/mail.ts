import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { smtpChannels } from '../../src/receiver/index.ts';
import { startSmtp } from '../server/smtp-server.ts';
import { until } from './scenario.ts';
import type { Report, Scenario } from './scenario.ts';
import { ORGANISATION, startHook, startService } from './service.ts';
import type { Hook, Service } from './service.ts';

const PEOPLE = 20;

/** A line to a mail server, on which its answers can be held up. */
interface Line {
  readonly url: string;
  readonly port: number;
  /** How many answers are held up now. */
  held(): number;
  /** How many connections the sender has given up. */
  readonly givenUp: () => number;
  release(): void;
  stop(): void;
}

/** @param mailPort - 0 for a server that takes connections and never says anything. */
async function startLine(mailPort: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const paused = new Set<Socket>();
  let isSlow = true;
  let givenUp = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => (givenUp += 1)));
    if (mailPort === 0) return;
    const mail = connect(mailPort, '127.0.0.1').on('error', () => undefined);
    sockets.add(mail);
    socket.pipe(mail);
    mail.on('data', (chunk: Buffer) => {
      socket.write(chunk);
      // The mail is on its way; what the server says to it comes late.
      if (!isSlow || !/^354 /m.test(chunk.toString())) return;
      mail.pause();
      paused.add(mail);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    port,
    held: () => paused.size,
    givenUp: () => givenUp,
    release: () => {
      isSlow = false;
      for (const mail of paused) mail.resume();
      paused.clear();
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function withMail(url: string, clock?: () => Date): Promise<[Service, Hook]> {
  const hook = await startHook();
  const { email } = ORGANISATION;
  const settings = { url, from: email, to: email, organisation: ORGANISATION, acknowledge: false };
  const channels = [...(await smtpChannels(settings)), hook.channel];
  const service = startService({ channels, clock });
  service.outbox.start();
  return [service, hook];
}

async function askAll({ ask }: Service, from = 0): Promise<void> {
  for (let number = from; number < from + PEOPLE; number += 1) await ask(number);
}

/** Waits for the webhook, and notes whether it had to wait for the mail. */
async function webhookHasAll(report: Report, what: string, hook: Hook): Promise<void> {
  const has = await until(() => hook.taken.size >= PEOPLE);
  const isOnce = [...hook.taken.values()].every((count) => count === 1);
  report.figure(
    `${what}: webhook messages meanwhile`,
    `${String(hook.taken.size)} of ${String(PEOPLE)}`,
  );
  report.rule(`With a mail server that ${what}, the webhook gets everything, once.`, has && isOnce);
}

async function dead(report: Report): Promise<void> {
  const line = await startLine(0);
  line.stop();
  let jump = 0;
  const [service, hook] = await withMail(line.url, () => new Date(Date.now() + jump));
  await askAll(service);
  await webhookHasAll(report, 'is dead', hook);
  const smtp = await startSmtp(line.port);
  // Past the pause after the first failures.
  const came = await until(async () => {
    jump += 60_000;
    service.outbox.wake();
    await new Promise((resolve) => setImmediate(resolve));
    return smtp.mails.length >= PEOPLE;
  });
  const ids = new Set(smtp.mails.map((mail) => mail.header('Message-ID')));
  report.figure('is dead: mails once it lives', `${String(ids.size)} of ${String(PEOPLE)}`);
  report.rule(
    'What waited for a dead mail server arrives once it lives.',
    came && ids.size === PEOPLE,
  );
  await service.outbox.stop();
  await service.store.close();
  await smtp.stop();
  hook.stop();
}

async function silent(report: Report): Promise<void> {
  const line = await startLine(0);
  const [service, hook] = await withMail(line.url);
  await askAll(service);
  await webhookHasAll(report, 'never greets', hook);
  report.figure('never greets: attempts that ended meanwhile', line.givenUp());
  report.rule('The webhook waits for no attempt at a silent mail server.', line.givenUp() === 0);
  line.stop();
  await service.outbox.stop();
  await service.store.close();
  hook.stop();
}

async function slow(report: Report): Promise<void> {
  const smtp = await startSmtp();
  const line = await startLine(smtp.port);
  const [service, hook] = await withMail(line.url);
  await askAll(service);
  await until(() => line.held() > 0);
  await webhookHasAll(report, 'confirms late', hook);
  const confirmed = async (): Promise<number> => PEOPLE - (await service.store.backlog()).waiting;
  report.figure('confirms late: mails confirmed meanwhile', await confirmed());
  line.release();
  const came = await until(async () => (await confirmed()) === PEOPLE);
  const ids = new Set(smtp.mails.map((mail) => mail.header('Message-ID')));
  report.figure(
    'confirms late: mails in the end, and copies',
    `${String(ids.size)} and ${String(smtp.mails.length - ids.size)}`,
  );
  report.rule(
    'A mail server that confirms late gets each mail once.',
    came && ids.size === PEOPLE && smtp.mails.length === PEOPLE,
  );
  await service.outbox.stop();
  await service.store.close();
  line.stop();
  await smtp.stop();
  hook.stop();
}

export const mail: Scenario = {
  name: 'mail',
  title: 'A mail server is dead, silent or slow beside a healthy webhook',
  run: async (report) => {
    await dead(report);
    await silent(report);
    await slow(report);
  },
};
