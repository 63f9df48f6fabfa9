import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { freePort, startProxy } from './proxy-servers.ts';
import type { Proxy, ProxyName } from './proxy-servers.ts';
import { scratch, SHORT } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const FORM = 'application/x-www-form-urlencoded';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

for (const name of ['nginx', 'caddy'] satisfies ProxyName[]) {
  describe(`Behind ${name}, with the file that the manual gives`, () => {
    let disk: Scratch;
    let proxy: Proxy;
    let receiver: ChildProcess;
    let env: Record<string, string>;

    const start = async (port: number): Promise<void> => {
      const args = ['receive', '--port', String(port), '--database', disk.file];
      receiver = spawn(process.execPath, [CLI, ...args], {
        cwd: disk.folder,
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      assert.ok(receiver.stdout);
      await once(createInterface(receiver.stdout), 'line');
    };

    /** Sends as a browser does that runs no script: from one of this machine's own addresses. */
    const send = async (
      options: {
        from?: string;
        path?: string;
        body?: string;
        headers?: Record<string, string>;
      } = {},
    ): Promise<Answer> => {
      const { from = '127.0.0.1', path = '/requests', body = SHORT, headers = {} } = options;
      const site = `http://${proxy.host}:${String(proxy.port)}`;
      const call = request(site + path, {
        method: body === '' ? 'GET' : 'POST',
        localAddress: from,
        headers: { Accept: 'text/html', Origin: site, 'Content-Type': FORM, ...headers },
      });
      // A proxy that has answered may close the connection before it has read everything.
      const failed = new Promise<never>((_, reject) => call.on('error', reject));
      call.end(body);
      const [response] = (await Promise.race([once(call, 'response'), failed])) as [
        Parameters<typeof text>[0] & { statusCode?: number; headers: IncomingHttpHeaders },
      ];
      failed.catch(() => undefined);
      const { statusCode: status } = response;
      return { status, headers: response.headers, body: await text(response) };
    };

    before(async () => {
      disk = scratch();
      env = { PATH: process.env['PATH'] ?? '' };
      const settings = {
        organisation: { name: 'Example Council', phone: '020 7946 0123' },
        exitUrl: 'https://www.bbc.co.uk/weather',
        limits: { perAddress: 0, floodPerAddress: 3 },
      };
      writeFileSync(join(disk.folder, 'handrail.json'), JSON.stringify(settings));
      const standby = ['receive', 'standby', join(disk.folder, 'standby.html')];
      const child = spawn(process.execPath, [CLI, ...standby], { cwd: disk.folder, env });
      assert.deepEqual(await once(child, 'exit'), [0, null]);
      const port = await freePort();
      await start(port);
      proxy = await startProxy(name, disk.folder, port);
    });
    after(async () => {
      await proxy.stop();
      disk.remove();
    });

    test('a form on a port of its own is taken, and its receipt opens', async () => {
      const { status, headers } = await send();
      assert.equal(status, 303);
      const receipt = await send({ path: headers.location ?? '', body: '' });
      assert.equal(receipt.status, 200);
      assert.match(receipt.body, /Request received/);
    });

    test('a page on the same host and another port is another site', async () => {
      const { status } = await send({ headers: { Origin: `http://${proxy.host}:1` } });
      assert.equal(status, 403);
    });

    test('each sender has limits of their own, whatever they say of themselves', async () => {
      const statuses: (number | undefined)[] = [];
      for (let at = 0; at < 5; at += 1) {
        const headers = { 'X-Forwarded-For': `192.0.2.${String(at)}` };
        statuses.push((await send({ from: '127.0.0.2', headers })).status);
      }
      assert.deepEqual(statuses, [303, 303, 303, 429, 429]);
      assert.equal((await send({ from: '127.0.0.3' })).status, 303);
    });

    test('what is too large is refused on the receiver’s own page, at any size', async () => {
      for (const size of [100_000, 3_000_000]) {
        const body = `${SHORT}&notes=${'a'.repeat(size)}`;
        const answer = await send({ from: '127.0.0.4', body });
        assert.equal(answer.status, 413, String(size));
        assert.match(answer.body, /The request is too large\. Shorten your answers/);
        assert.match(answer.body, /020 7946 0123/);
      }
    });

    test('where the receiver has stopped, people are told what to do, and whom to ask', async () => {
      const page = readFileSync(join(disk.folder, 'standby.html'), 'utf8');
      receiver.kill('SIGTERM');
      await once(receiver, 'exit');
      const large = `${SHORT}&notes=${'a'.repeat(3_000_000)}`;
      for (const body of [SHORT, '', large]) {
        const answer = await send({ body });
        assert.equal(answer.status, 503);
        assert.equal(answer.body, page);
        assert.equal(answer.headers['retry-after'], '60');
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.match(answer.headers['content-type'] ?? '', /^text\/html/);
      }
      assert.match(
        page,
        /it may not have arrived\. Go back, wait a few minutes, and send it again/,
      );
      assert.match(page, /020 7946 0123/);
      assert.match(page, /href="https:\/\/www\.bbc\.co\.uk\/weather" data-handrail-exit /);
      // Nothing on it can be asked of the receiver.
      assert.doesNotMatch(page, /\/requests|style\.css/);
    });
  });
}
