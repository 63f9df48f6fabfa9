import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { command } from '../../src/cli/receive.ts';
import {
  createOutbox,
  createReceiver,
  openSqlite,
  webhookChannel,
} from '../../src/receiver/index.ts';
import type {
  DeliveryChannel,
  OutboxOptions,
  OutboxWorker,
  Receiver,
  ReceiverOptions,
  Store,
} from '../../src/receiver/index.ts';

export const ORGANISATION = { name: 'Example Council', email: 'formats@council.example' };

/** No flood limits, for scenarios about something else. */
export const NO_LIMITS = { perAddress: 0, floodPerAddress: 0, flood: 0 };

const SECRET = 'a secret of these scenarios alone';

/** What one of many people asks for. */
export function person(
  number: number,
  change: Record<string, string> = {},
): Record<string, string> {
  return {
    document: 'https://council.example/plan.pdf The plan',
    format: 'audio',
    name: `Person ${String(number)}`,
    email: `person-${String(number)}@people.example`,
    _key: `key-of-person-${String(number)}`,
    ...change,
  };
}

/** A request in JSON, from a page of the organisation's own. */
export function posting(body: object, url = 'https://forms.example/requests'): Request {
  return new Request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: new URL(url).origin },
    body: JSON.stringify(body),
  });
}

/** An organisation's endpoint for webhooks. */
export interface Hook {
  readonly url: string;
  readonly channel: DeliveryChannel;
  /** How often each message came, by its id, and those that were refused. */
  readonly taken: ReadonlyMap<string, number>;
  readonly notices: readonly string[];
  refused: number;
  /** What it does with what comes: `hang` never answers. */
  mode: 'take' | 'refuse' | 'hang';
  stop(): void;
}

export async function startHook(clock?: () => Date): Promise<Hook> {
  const taken = new Map<string, number>();
  const notices: string[] = [];
  const server = createServer((message, response) => {
    void text(message).then((body) => {
      const id = String(message.headers['webhook-id']);
      if (hook.mode === 'hang') return;
      if (hook.mode === 'refuse') {
        hook.refused += 1;
        response.writeHead(503);
      } else if (id.startsWith('notice.')) notices.push(body);
      else taken.set(id, (taken.get(id) ?? 0) + 1);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const hook: Hook = {
    url,
    channel: webhookChannel({ url, secret: SECRET, clock }),
    taken,
    notices,
    refused: 0,
    mode: 'take',
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return hook;
}

/** The settings of `webhook` for a hook. */
export const hookSettings = ({ url }: Hook): object => ({ url, secret: SECRET });

/** A receiver with its outbox, in this process. Nothing goes out before `outbox` is run or started. */
export interface Service {
  readonly store: Store;
  readonly outbox: OutboxWorker;
  readonly receive: Receiver;
  /** What staff were told. */
  readonly alerts: readonly string[];
  /** Asks as one of many people. @returns the status of the answer. */
  readonly ask: (number: number, change?: Record<string, string>) => Promise<number>;
}

export function startService(
  options: Partial<ReceiverOptions> & Partial<OutboxOptions> & { readonly store?: Store } = {},
): Service {
  const { channels = [], clock, delay, deadline } = options;
  const store = options.store ?? openSqlite(':memory:');
  const alerts: string[] = [];
  const alert = (sentence: string): void => void alerts.push(sentence);
  const outbox = createOutbox({ store, channels, clock, delay, deadline, alert });
  const receive = createReceiver({
    organisation: ORGANISATION,
    limits: NO_LIMITS,
    ...options,
    store,
    deliver: outbox,
  });
  const ask: Service['ask'] = async (number, change) =>
    (await receive(posting(person(number, change)))).status;
  return { store, outbox, receive, alerts, ask };
}

/** `handrail receive` in this process, with a clock of the scenario's own. */
export interface Running {
  readonly url: string;
  readonly log: readonly string[];
  /** Asks as one of many people. @returns the status of the answer, and what it says. */
  ask(number: number, change?: Record<string, string>): Promise<[number, Record<string, unknown>]>;
  stop(): Promise<number>;
}

export async function startCommand(
  config: string,
  clock: () => Date = () => new Date(),
): Promise<Running> {
  const log: string[] = [];
  const stopping = new AbortController();
  let ended: Promise<number> | undefined;
  const line = await new Promise<string>((resolve, reject) => {
    ended = command.run(['--config', config, '--port', '0'], {
      out: resolve,
      err: (text) => void log.push(text),
      env: {},
      clock,
      stop: stopping.signal,
    });
    ended.catch(reject);
  });
  const url = /http:\S+/.exec(line)?.[0] ?? '';
  return {
    url,
    log,
    ask: async (number, change) => {
      const { headers, body } = {
        headers: { 'Content-Type': 'application/json' },
        body: person(number, change),
      };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      return [answer.status, (await answer.json()) as Record<string, unknown>];
    },
    stop: async () => {
      stopping.abort();
      return (await ended) ?? 1;
    },
  };
}
