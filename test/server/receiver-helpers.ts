import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { fingerprintOf } from '../../src/receiver/intake/fingerprint.ts';
import { createReceiver, openSqlite } from '../../src/receiver/index.ts';
import type { Intake, NewRequest, Receiver, ReceiverOptions } from '../../src/receiver/index.ts';

export const SITE = 'https://forms.example';
export const ACCEPT_JSON = { Accept: 'application/json' };
/** Monday 23 November 2026, 10am in London. */
export const NOW = new Date('2026-11-23T10:00:00Z');

/** The answers of a request that can be taken, as the element sends them. */
export const GOOD = {
  document: 'https://council.example/plan.pdf The local plan',
  format: ['large-print', 'braille'],
  'large-print-size': '18 point',
  email: 'pat@example.org',
  name: 'Pat Example',
};

type Fields = [string, string][];

/** The same answers, as a form without JavaScript posts them. */
export const GOOD_FORM: Fields = Object.entries(GOOD).flatMap(([name, value]) =>
  [value].flat().map((one): [string, string] => [name, one]),
);

/** The shortest form that can be taken, as text. */
export const SHORT = 'document=The+plan&format=audio&email=pat%40example.org';

export const ORGANISATION = {
  name: 'Example Council',
  email: 'help@council.example',
  phone: '020 7946 0123',
};

/** A store on a disk that has failed. */
export const BROKEN: Intake = {
  accept: () => Promise.reject(new Error('disk full at pat@example.org')),
  receipt: () => {
    throw new Error('no disk');
  },
  probe: () => Promise.reject(new Error('disk full')),
};

/** A receiver at one fixed moment, with a store of its own in memory. */
export function receiver(options: Partial<ReceiverOptions> = {}): Receiver {
  return createReceiver({
    store: options.store ?? openSqlite(':memory:'),
    organisation: ORGANISATION,
    clock: () => NOW,
    ...options,
  });
}

/** A request in JSON, as the element sends it. */
export function json(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${SITE}/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A form as a browser posts it: from its fields, or as text or bytes. */
export function form(
  body: Fields | string | Uint8Array<ArrayBuffer> = SHORT,
  headers: Record<string, string> = {},
): Request {
  return new Request(`${SITE}/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: Array.isArray(body) ? new URLSearchParams(body).toString() : body,
  });
}

/** A form with headers that matter more to the test than its fields. */
export function post(
  headers: Record<string, string> = {},
  body: string | Uint8Array<ArrayBuffer> = SHORT,
): Request {
  return form(body, headers);
}

export async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  return (await response.json()) as Record<string, unknown>;
}

export async function errorOf(response: Response): Promise<string> {
  return String((await bodyOf(response))['error']);
}

/** A checked request, as the receiver hands it to a store. */
export function asked(key: string, change: Partial<NewRequest> = {}): NewRequest {
  const request = readRequest(GOOD_FORM);
  return {
    key,
    fingerprint: fingerprintOf(request),
    token: `token-of-${key}`,
    receivedAt: NOW.toISOString(),
    replyBy: '2026-11-30',
    replyWithin: 5,
    request,
    ...change,
  };
}

/** A folder of its own for a test, with a path for a database in it. */
export interface Scratch {
  readonly folder: string;
  readonly file: string;
  /** What the database holds, read through another connection. */
  rows(table?: string): Record<string, unknown>[];
  remove(): void;
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'receiver-'));
  const file = join(folder, 'requests.sqlite');
  return {
    folder,
    file,
    rows(table = 'requests') {
      const db = new DatabaseSync(file, { readOnly: true });
      const found = db.prepare(`SELECT * FROM ${table}`).all();
      db.close();
      return found;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
