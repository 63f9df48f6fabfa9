import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { openPostgres } from '../../src/receiver/index.ts';
import { startPostgres } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';
import { asked } from './receiver-helpers.ts';
import { outboxContract } from './store-contract-outbox.ts';
import { storeContract } from './store-contract.ts';
import type { StorePlace } from './store-contract.ts';

describe('On PostgreSQL', () => {
  let server: PostgresServer;
  let client: pg.Client;
  before(async () => {
    server = await startPostgres();
    client = new pg.Client({ connectionString: server.address });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await server.stop();
  });
  const empty = async (): Promise<void> => {
    await client.query('DROP SCHEMA IF EXISTS handrail CASCADE');
  };

  const place: StorePlace = { empty, open: () => openPostgres(server.address) };
  storeContract('PostgreSQL', place);
  outboxContract('PostgreSQL', place);

  describe('PostgreSQL itself', () => {
    test('the schema is made once, however many receivers start at the same moment', async () => {
      await empty();
      const stores = await Promise.all(
        Array.from({ length: 5 }, () => openPostgres(server.address)),
      );
      const { rows } = await client.query('SELECT steps FROM handrail.version');
      assert.deepEqual(rows, [{ steps: 2 }]);
      await Promise.all(stores.map((store) => store.close()));
    });

    test('a receiver that may not change the schema works once it is there', async () => {
      await empty();
      await (await openPostgres(server.address)).close();
      await client.query(`DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN;
        GRANT USAGE ON SCHEMA handrail TO clerk;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA handrail TO clerk`);
      const store = await openPostgres(server.address.replace('user=postgres', 'user=clerk'));
      assert.equal((await store.accept(asked('key-12345'))).outcome, 'new');
      await store.close();
      await client.query('DROP OWNED BY clerk; DROP ROLE clerk');
    });

    test('a server that would lose what it has confirmed is refused', async () => {
      await client.query('ALTER DATABASE postgres SET synchronous_commit = off');
      await assert.rejects(openPostgres(server.address), /synchronous_commit switched off/);
      await client.query('ALTER DATABASE postgres RESET synchronous_commit');
    });

    test('a schema from a newer version is left alone', async () => {
      await empty();
      await (await openPostgres(server.address)).close();
      await client.query('UPDATE handrail.version SET steps = 99');
      await assert.rejects(openPostgres(server.address), /newer version of Handrail/);
    });

    const breaking =
      'a connection that breaks as it is written to costs a new one, and not the process';
    // What breaks here may leave a promise that nobody settles.
    test(breaking, { timeout: 30_000 }, async (context) => {
      await empty();
      const folder = new URLSearchParams(server.address.split('?')[1]).get('host') ?? '';
      const ends: Socket[] = [];
      const line = createServer((socket) => {
        ends.push(socket);
        socket.pipe(connect(`${folder}/.s.PGSQL.5432`)).pipe(socket);
      });
      context.after(() => {
        line.close();
        for (const end of ends) end.destroy();
      });
      await once(line.listen(0, '127.0.0.1'), 'listening');
      const { port } = line.address() as AddressInfo;
      const store = await openPostgres(`postgresql://postgres@127.0.0.1:${String(port)}/postgres`);
      // At the same moment, so that nobody has noticed yet when the next request is written.
      for (const end of ends) end.resetAndDestroy();
      assert.equal((await store.accept(asked('key-12345'))).outcome, 'new');
      await store.close();
    });

    test('a write that fails leaves nothing behind, and broken connections are replaced', async () => {
      await empty();
      const store = await openPostgres(server.address);
      await client.query('ALTER TABLE handrail.deliveries RENAME TO away');
      await assert.rejects(store.accept(asked('key-12345', { deliveries: ['mail'] })));
      await client.query('ALTER TABLE handrail.away RENAME TO deliveries');
      assert.equal(await store.receipt('token-of-key-12345'), undefined);
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'handrail'`,
      );
      assert.equal((await store.accept(asked('key-12345'))).outcome, 'new');
      await store.close();
    });
  });
});
