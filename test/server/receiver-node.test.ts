import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, request as send } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { toNodeListener } from '../../src/receiver/index.ts';
import type { Receiver } from '../../src/receiver/index.ts';
import { receiver, SHORT as GOOD } from './receiver-helpers.ts';

let server: Server;
let port = 0;
let site = '';
let receive: Receiver;

beforeEach(async () => {
  receive = receiver();
  server = createServer(toNodeListener((request) => receive(request)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  site = `http://127.0.0.1:${String(port)}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

/** Sends bytes as they are, and gives everything that comes back until the server hangs up. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

async function postWith(agent: Agent, body: string, type: string): Promise<IncomingMessage> {
  const sent = send(`${site}/requests`, {
    method: 'POST',
    agent,
    headers: { 'Content-Type': type },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  await text(response);
  return response;
}

describe('On a server', () => {
  test('a request is taken, and its receipt page can be opened', async () => {
    const page = await fetch(`${site}/requests`, {
      method: 'POST',
      headers: { Origin: site },
      body: new URLSearchParams(GOOD),
    });
    assert.equal(page.status, 200);
    assert.match(page.url, /\/requests\/receipt\/[\w-]{32}$/);
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
    assert.match(await page.text(), /<h1><span>Request received<\/span><\/h1>/);
  });

  test('the sender is who the last trusted proxy says, and nobody further back', async () => {
    const seen: unknown[] = [];
    const listeners = [undefined, 0, 2].map((proxies) =>
      toNodeListener(
        (_, client) => {
          seen.push(client?.address);
          return Promise.resolve(new Response());
        },
        { proxies },
      ),
    );
    for (const listener of listeners) {
      server.removeAllListeners('request');
      server.on('request', listener);
      await fetch(site, { headers: { 'X-Forwarded-For': '203.0.113.9, 192.0.2.1,198.51.100.1' } });
      await fetch(site);
    }
    const here = '127.0.0.1';
    assert.deepEqual(seen, ['198.51.100.1', here, here, here, '192.0.2.1', here]);
  });

  test('a sender that is no proxy on this machine is believed nothing about its address', async () => {
    const seen: unknown[] = [];
    const told: string[] = [];
    const listener = toNodeListener(
      (_, client) => {
        seen.push(client?.address);
        return Promise.resolve(new Response());
      },
      { onUncountedProxy: (address) => told.push(address) },
    );
    server.removeAllListeners('request');
    server.on('request', (message, response) => {
      Object.defineProperty(message.socket, 'remoteAddress', { value: '203.0.113.7' });
      listener(message, response);
    });
    await fetch(site);
    assert.deepEqual(told, []);
    for (const address of ['198.51.100.1', '198.51.100.2']) {
      await fetch(site, { headers: { 'X-Forwarded-For': address } });
    }
    assert.deepEqual(seen, ['203.0.113.7', '203.0.113.7', '203.0.113.7']);
    // Told once, so that somebody can count it.
    assert.deepEqual(told, ['203.0.113.7']);
  });

  test('a number of proxies that is none is refused at the start', () => {
    const receiver = () => Promise.resolve(new Response());
    assert.throws(
      () => toNodeListener(receiver, { proxies: -1 }),
      /proxies must be a whole number/,
    );
  });

  test('a script is answered in JSON', async () => {
    const answer = await fetch(`${site}/requests`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(GOOD),
    });
    assert.equal(answer.status, 201);
    assert.equal(((await answer.json()) as { replyBy: string }).replyBy, '2026-11-30');
  });

  test('an answer to a body that is too large or was not read leaves the connection usable', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const form = 'application/x-www-form-urlencoded';
    const large = await postWith(agent, 'x'.repeat(8_000_000), form);
    const unread = await postWith(agent, 'x'.repeat(8_000_000), 'text/plain');
    const good = await postWith(agent, GOOD, form);
    assert.deepEqual([large.statusCode, unread.statusCode, good.statusCode], [413, 415, 303]);
    assert.equal(good.socket, large.socket);
    agent.destroy();
  });

  test('a client that goes away half-way does no harm, and nothing is kept of it', async () => {
    const inner = receive;
    const answered = new Promise<Response>((resolve) => {
      receive = async (request) => {
        const response = await inner(request);
        resolve(response);
        return response;
      };
    });
    const socket = connect(port, '127.0.0.1');
    const head = 'Host: a.example\r\nContent-Type: application/x-www-form-urlencoded';
    socket.write(`POST /requests HTTP/1.1\r\n${head}\r\nContent-Length: 1000\r\n\r\n${GOOD}`);
    await once(server, 'request');
    socket.destroy();
    assert.equal((await answered).status, 400);
    assert.equal((await fetch(`${site}/requests`)).status, 200);
  });

  test('a client without a Host, or with a strange one or a strange path, is answered', async () => {
    assert.match(await raw('GET /requests HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
    for (const [line, status] of [
      ['GET /requests HTTP/1.1\r\nHost: a b/@?#', 200],
      ['GET /requests HTTP/1.1\r\nHost: a.example:99999', 200],
      ['GET //evil.example/requests HTTP/1.1\r\nHost: a.example', 404],
      ['GET http://a.example/requests HTTP/1.1\r\nHost: a.example', 200],
      ['GET http://[/ HTTP/1.1\r\nHost: a.example', 404],
      ['OPTIONS * HTTP/1.1\r\nHost: a.example', 404],
      ['TRACE /requests HTTP/1.1\r\nHost: a.example', 400],
    ] as const) {
      const answer = await raw(`${line}\r\nConnection: close\r\n\r\n`);
      assert.match(answer, new RegExp(`^HTTP/1\\.1 ${String(status)} `), line);
    }
  });

  test('a body that something else has read first is refused, not waited for', async () => {
    const listener = toNodeListener((request) => receive(request));
    server.removeAllListeners('request');
    server.on('request', (message, response) => {
      void text(message).then(() => {
        listener(message, response);
      });
    });
    const answer = await fetch(`${site}/requests`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(GOOD),
    });
    assert.equal(answer.status, 422);
  });

  test('a receiver that throws is an error for one client, not the end of the server', async () => {
    receive = () => Promise.reject(new Error('fault'));
    assert.equal((await fetch(`${site}/requests`)).status, 500);
    assert.equal((await fetch(`${site}/requests`)).status, 500);
  });
});
