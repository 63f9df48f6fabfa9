import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createMetrics, METRICS } from '../../src/cli/metrics.ts';
import { openSqlite } from '../../src/receiver/index.ts';
import { handrail, post, receiving } from './cli-process.ts';
import { asked, GOOD, NOW, scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

type Family = readonly [
  name: string,
  type: string,
  help: string,
  samples: readonly (readonly [name: string, labels: Record<string, string>, value: number])[],
];

/** Prometheus's own reader of its text format, in Python: it throws at what it cannot read. */
const READER = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families
print(json.dumps([[f.name, f.type, f.documentation, [[s.name, s.labels, s.value] for s in f.samples]]
  for f in text_string_to_metric_families(sys.stdin.read())]))`;

function read(text: string): Family[] {
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', READER], {
    input: text,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Family[];
}

/** The value of a metric under some labels; undefined where there is none. */
function valueOf(families: readonly Family[], name: string, labels = {}): number | undefined {
  const samples = families.flatMap(([, , , list]) => list);
  const wanted = JSON.stringify(labels);
  return samples.find(([one, own]) => one === name && JSON.stringify(own) === wanted)?.[2];
}

let disk: Scratch;
beforeEach(() => {
  disk = scratch();
});
afterEach(() => {
  disk.remove();
});

describe('Metrics', () => {
  test('are on a port of their own where the settings ask for them, and say how much there is', async () => {
    const store = openSqlite(disk.file);
    const [mail, long] = [{ deliveries: ['email'] }, '2026-01-05T10:00:00.000Z'];
    await store.accept(asked('key-old-1', { ...mail, receivedAt: long, replyBy: '2026-01-12' }));
    await store.accept(asked('key-old-2', { quarantine: ['a sign'] }));
    await store.close();
    // A mail server that takes calls and never greets: what waits goes on waiting.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const env = {
      HANDRAIL_METRICS_PORT: '0',
      HANDRAIL_SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
      HANDRAIL_EMAIL: 'formats@council.example',
      HANDRAIL_SMTP_FROM: 'forms@council.example',
    };
    const receiver = await receiving(['--database', disk.file], { cwd: disk.folder, env });
    const [, url = ''] = /^Metrics are at (\S+)$/.exec(receiver.said[0] ?? '') ?? [];
    assert.notEqual(new URL(url).port, new URL(receiver.url).port);
    await post(receiver.url, GOOD);
    await post(receiver.url, { ...GOOD, email: 'pat' });
    await fetch(`${receiver.url}/health`);
    const response = await fetch(url);
    assert.equal(response.headers.get('Content-Type'), 'text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    const found = read(text);

    assert.equal(valueOf(found, 'handrail_answers_total', { status: '201', code: 'new' }), 1);
    assert.equal(valueOf(found, 'handrail_answers_total', { status: '422', code: 'answers' }), 1);
    assert.equal(valueOf(found, 'handrail_answers_total', { status: '204', code: 'ok' }), 1);
    assert.equal(valueOf(found, 'handrail_store_up'), 1);
    assert.equal(valueOf(found, 'handrail_store_failures_total'), 0);
    assert.equal(valueOf(found, 'handrail_requests', { state: 'new' }), 2);
    assert.equal(valueOf(found, 'handrail_requests', { state: 'quarantined' }), 1);
    assert.equal(valueOf(found, 'handrail_requests_overdue'), 1);
    assert.equal(valueOf(found, 'handrail_messages', { channel: 'email', state: 'waiting' }), 2);
    const oldest = valueOf(found, 'handrail_message_oldest_seconds', { channel: 'email' }) ?? 0;
    assert.ok(oldest > 86_400);
    assert.ok((valueOf(found, 'process_resident_memory_bytes') ?? 0) > 1e6);
    assert.ok((valueOf(found, 'process_start_time_seconds') ?? 0) > 1.7e9);

    // What the manual says is what is there: each name, its type and its words.
    const told = found.map(([name, type, help]) => [
      type === 'counter' ? `${name.replace(/_total$/, '')}_total` : name,
      type,
      help,
    ]);
    const known = Object.entries(METRICS).map(([name, { type, help }]) => [name, type, help]);
    assert.deepEqual(told, known);
    assert.doesNotMatch(text, /pat|plan|braille|council\.example/i);
    // They are nowhere on the port that strangers reach, and nothing else is on their own.
    assert.equal((await fetch(`${receiver.url}/metrics`)).status, 404);
    assert.equal((await fetch(new URL('/requests', url))).status, 404);
    silent.close();
    await receiver.stop();
  });

  test('say so where the database cannot be read, and leave out what they do not know', async () => {
    const metrics = createMetrics();
    metrics.storeFailed();
    const found = read(await metrics.text(() => Promise.reject(new Error('gone')), NOW));
    assert.equal(valueOf(found, 'handrail_store_up'), 0);
    assert.equal(valueOf(found, 'handrail_store_failures_total'), 1);
    assert.ok(!found.some(([name]) => name === 'handrail_requests'));
  });

  test('can be read whatever a channel is called', async () => {
    const channel = 'a "b" \\ c\nd';
    const messages = [{ channel, state: 'waiting', count: 1, oldest: NOW.toISOString() }] as const;
    const figures = () => Promise.resolve({ requests: [], messages });
    const found = read(await createMetrics().text(figures, NOW));
    assert.equal(valueOf(found, 'handrail_messages', { channel, state: 'waiting' }), 1);
  });

  test('are not there unless asked for, and a port that is taken is a sentence', async () => {
    const receiver = await receiving(['--database', disk.file], { cwd: disk.folder });
    assert.equal(receiver.said.length, 1);
    const env = { HANDRAIL_METRICS_PORT: new URL(receiver.url).port };
    const args = ['receive', '--port', '0', '--database', disk.file];
    const { status, err } = await handrail(args, { cwd: disk.folder, env });
    assert.equal(status, 2);
    assert.match(err, /^Something else listens on port \d+ of 127\.0\.0\.1\. Stop it, or/m);
    await receiver.stop();
  });
});
