import assert from 'node:assert/strict';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { DeliveryError, openSqlite } from '../../src/receiver/index.ts';
import type { DeliveryChannel, News } from '../../src/receiver/index.ts';
import { asked, GOOD_FORM } from './receiver-helpers.ts';

/** What somebody might type to take the message over. */
export const HOSTILE: [string, string][] = [
  ['document', 'Plan\r\nBcc: all@example.org [pay](https://evil.example) ((secret))'],
  ['format', 'braille'],
  ['email', 'pat,sam@example.org'],
  ['name', 'Pat\r\nSubject: Owned'],
  ['notes', '# Heading\n[click](https://evil.example)\n((due))\n.\r\nRCPT TO:<x@example.org>'],
];

export async function newsOf(fields = GOOD_FORM, change: Partial<News> = {}): Promise<News> {
  const store = openSqlite(':memory:');
  await store.accept(asked('key-12345', { request: readRequest(fields) }));
  const [request] = await store.list();
  assert.ok(request);
  const { reference } = request;
  const signal = AbortSignal.timeout(30_000);
  return { request, id: `${reference}.channel`, attempt: 1, signal, ...change };
}

export function named(channels: readonly DeliveryChannel[], name: string): DeliveryChannel {
  const found = channels.find((channel) => channel.name === name);
  assert.ok(found);
  return found;
}

export async function failure(attempt: Promise<unknown>): Promise<[string, boolean]> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DeliveryError, String(error));
  return [error.message, error.permanent];
}
