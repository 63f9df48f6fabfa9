import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { startPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';
import { GOOD } from './receiver-helpers.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

describe('Three receivers on one PostgreSQL', () => {
  let server: PostgresServer;
  const receivers: ChildProcess[] = [];
  const urls: string[] = [];
  const env = () => ({ PATH: process.env['PATH'], HANDRAIL_DATABASE: server.address });

  before(async () => {
    server = await startPostgres();
    for (let at = 0; at < 3; at += 1) {
      const child = spawn(process.execPath, [CLI, 'receive', '--port', '0'], {
        env: env(),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      receivers.push(child);
    }
    for (const { stdout } of receivers) {
      assert.ok(stdout);
      const [line] = (await once(createInterface(stdout), 'line')) as [string];
      urls.push(/http:\S+/.exec(line)?.[0] ?? '');
    }
  });
  after(async () => {
    for (const child of receivers) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await server.stop();
  });

  const send = async (url: string, key: string) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...GOOD, _key: key }),
    });
    const { reference } = (await answer.json()) as { reference: string };
    return { status: answer.status, reference };
  };

  test('give one answer to a request that reaches all of them at once', async () => {
    const answers = await Promise.all(urls.map((url) => send(url, 'key-12345')));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 201]);
    assert.equal(new Set(answers.map(({ reference }) => reference)).size, 1);
  });

  test('fill one queue, which can be worked from the command line', async () => {
    const sent = await Promise.all(urls.map((url, at) => send(url, `key-of-queue-${String(at)}`)));
    const child = spawn(process.execPath, [CLI, 'requests', '--json'], { env: env() });
    const { requests } = JSON.parse(await text(child.stdout)) as {
      requests: { reference: string }[];
    };
    const listed = requests.map(({ reference }) => reference);
    for (const { reference } of sent) assert.ok(listed.includes(reference));
  });
});
