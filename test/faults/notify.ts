import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notifyChannels } from '../../src/receiver/index.ts';
import type { Report, Scenario } from './scenario.ts';
import { startService } from './service.ts';

const KEY = 'handrail-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0';

/** What Notify does to a call: gives an answer of its own, or nothing, where it is to do its work. */
type Fault = (response: ServerResponse, isPost: boolean) => boolean;

const status =
  (code: number): Fault =>
  (response) => {
    response.writeHead(code, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ status_code: code, errors: [] }));
    return true;
  };

const SILENCE = 'no answer at all';

/** A fault of the API, and whether it passes. */
const CALLS: Readonly<Record<string, { readonly fault: Fault; readonly passes: boolean }>> = {
  'HTTP 429': { fault: status(429), passes: true },
  'HTTP 500': { fault: status(500), passes: true },
  'HTTP 403': { fault: status(403), passes: false },
  'HTTP 400': {
    fault: (response, isPost) => isPost && status(400)(response, isPost),
    passes: false,
  },
  [SILENCE]: { fault: () => true, passes: true },
  'hangs up': { fault: (response) => !!response.destroy(), passes: true },
  'broken JSON': {
    fault: (response, isPost) => {
      if (!isPost) response.end('{"notifications": [');
      return !isPost;
    },
    passes: true,
  },
};

/** What becomes of a message that Notify took, and whether it can be given to Notify again. */
const STATUSES = {
  'technical-failure': true,
  'temporary-failure': true,
  'permanent-failure': false,
};

/** GOV.UK Notify as far as it is used: what it does for the first few calls, and with the first few messages. */
async function startNotify(
  calls: number,
  fault: Fault,
  fates: readonly string[],
): Promise<{ url: string; statuses: string[]; stop(): void }> {
  const statuses: string[] = [];
  let left = calls;
  const server = createServer((message, response) => {
    message.resume();
    const isPost = message.method === 'POST';
    if (left > 0 && fault(response, isPost)) {
      left -= 1;
      return;
    }
    if (isPost) statuses.unshift(fates[statuses.length] ?? 'delivered');
    response.writeHead(isPost ? 201 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ notifications: statuses.map((one) => ({ status: one })) }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url, statuses, stop };
}

interface Course {
  readonly calls?: number;
  readonly fault?: Fault;
  readonly fates?: readonly string[];
  /** Whether a call that hangs is broken off soon: the usual minute is long. */
  readonly breaksOff?: boolean;
}

/** Sends news of one request until it is sent or given up, and once more after somebody has mended it. */
async function follow(
  { calls = 0, fault = () => false, fates = [], breaksOff = false }: Course,
  mends: boolean,
): Promise<{ end: string; attempts: number; given: number; told: number; mended: string }> {
  const api = await startNotify(calls, fault, fates);
  const channels = notifyChannels({
    apiKey: KEY,
    newsTemplate: 'news',
    to: 'formats@council.example',
    baseUrl: api.url,
  });
  const service = startService({ channels, delay: () => 0, ...(breaksOff && { deadline: 300 }) });
  const { store, outbox } = service;
  await service.ask(1);
  const [request] = await store.list();
  const state = async (): Promise<string> =>
    (await store.find(request?.reference ?? ''))?.deliveries[0]?.state ?? 'gone';
  const work = async (): Promise<number> => {
    let attempts = 0;
    while ((await state()) === 'waiting' && attempts < 30) attempts += await outbox.run();
    return attempts;
  };
  const attempts = await work();
  const end = await state();
  const given = api.statuses.length;
  if (mends) {
    await store.retry(new Date().toISOString());
    await work();
  }
  const mended = await state();
  await store.close();
  api.stop();
  return { end, attempts, given, told: service.alerts.length, mended };
}

async function passing(report: Report, what: string, course: Course): Promise<void> {
  const { end, attempts, given, told } = await follow(course, false);
  report.figure(
    `${what}, twice`,
    `${end} after ${String(attempts)} attempts, ${String(given)} messages`,
  );
  const isOnce = given === (course.fates?.length ?? 0) + 1;
  report.rule(
    `What meets “${what}” is sent once that has passed.`,
    end === 'sent' && isOnce && told === 0,
  );
}

async function lasting(
  report: Report,
  what: string,
  course: Course,
  mends: boolean,
): Promise<void> {
  const { end, attempts, given, told, mended } = await follow(course, mends);
  const after = mends ? `, ${mended} once it is mended` : '';
  report.figure(
    `${what}, for good`,
    `${end} after ${String(attempts)} attempts, ${String(given)} messages; staff told ${String(told)} times${after}`,
  );
  report.rule(
    `What meets “${what}” for good is given up, and staff are told.`,
    end === 'failed' && told === 1,
  );
  report.rule(`What met “${what}” is sent once it is mended.`, !mends || mended === 'sent');
}

export const notify: Scenario = {
  name: 'notify',
  title: 'GOV.UK Notify fails in each of its ways',
  run: async (report) => {
    for (const [what, { fault, passes }] of Object.entries(CALLS)) {
      const breaksOff = what === SILENCE;
      if (passes) await passing(report, what, { calls: 2, fault, breaksOff });
      // Ten attempts are made, of two calls at most.
      await lasting(report, what, { calls: passes ? 10 : 1, fault, breaksOff }, true);
    }
    for (const [what, passes] of Object.entries(STATUSES)) {
      if (passes) await passing(report, what, { fates: [what, what] });
      await lasting(report, what, { fates: [what, what, what] }, false);
    }
  },
};
