import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
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
    assert.match(await page.text(), /Request received/);
    assert.equal((await fetch(site)).status, 200);
    running.closeAllConnections();
  });

  test('Hono takes a request and shows its receipt, beside pages of its own', async () => {
    const hono = app();
    assert.equal((await hono.request(json(GOOD))).status, 201);
    const sent = await hono.request(form());
    assert.equal(sent.status, 303);
    const receipt = await hono.request(SITE + (sent.headers.get('Location') ?? ''));
    assert.match(await receipt.text(), /Request received/);
    assert.equal(await (await hono.request(`${SITE}/`)).text(), 'The site’s own page');
  });
});

/** Every module that a file of ours brings with it, except our own. */
function foreignModules(file: URL, seen = new Set<string>()): Set<string> {
  const foreign = new Set<string>();
  if (seen.has(file.href)) return foreign;
  seen.add(file.href);
  for (const line of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*? from '([^']+)';$/gm,
  )) {
    const name = line[1] ?? '';
    if (!name.startsWith('.')) foreign.add(name);
    else for (const one of foreignModules(new URL(name, file), seen)) foreign.add(one);
  }
  return foreign;
}

describe('On the edge of a network, where there is no Node', () => {
  test('the receiver by itself needs no files, sockets or database of Node’s', () => {
    const handler = new URL('../../src/receiver/http/handler.ts', import.meta.url);
    assert.deepEqual([...foreignModules(handler)].sort(), [
      '@lit-labs/ssr',
      '@lit-labs/ssr/lib/render-result.js',
      '@lit/localize',
      '@lit/localize/internal/runtime-msg.js',
      '@lit/reactive-element',
      'lit',
      'node:crypto',
    ]);
  });
});
