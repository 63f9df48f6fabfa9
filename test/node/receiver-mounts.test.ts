import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, test } from 'node:test';
import { app } from '../../docs/examples/receiver-hono.ts';
import { server } from '../../docs/examples/receiver-node.ts';
import { form, json, GOOD, SHORT, SITE } from './receiver-helpers.ts';

describe('The examples of the manual', () => {
  let running: Server | undefined;
  afterEach(() => running?.close());

  test('Node’s own server takes a request and shows its receipt', async () => {
    running = server();
    running.listen(0, '127.0.0.1');
    await once(running, 'listening');
    const site = `http://127.0.0.1:${String((running.address() as AddressInfo).port)}`;
    const page = await fetch(`${site}/requests`, {
      method: 'POST',
      body: new URLSearchParams(SHORT),
    });
    assert.match(await page.text(), /We have received your request/);
    assert.equal((await fetch(site)).status, 200);
    running.closeAllConnections();
  });

  test('Hono takes a request and shows its receipt, beside pages of its own', async () => {
    const hono = app();
    assert.equal((await hono.request(json(GOOD))).status, 201);
    const sent = await hono.request(form());
    assert.equal(sent.status, 303);
    const receipt = await hono.request(SITE + (sent.headers.get('Location') ?? ''));
    assert.match(await receipt.text(), /We have received your request/);
    assert.equal(await (await hono.request(`${SITE}/`)).text(), 'The site’s own page');
  });
});
