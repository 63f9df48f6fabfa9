import { after, describe } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import { scratch } from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';
import { outboxContract } from './store-contract-outbox.ts';
import { storeContract } from './store-contract.ts';
import type { StorePlace } from './store-contract.ts';

describe('On SQLite', () => {
  let disk: Scratch | undefined;
  const place: StorePlace = {
    empty: () => {
      disk?.remove();
      disk = scratch();
      return Promise.resolve();
    },
    open: () => Promise.resolve(openSqlite(disk?.file ?? '')),
  };
  storeContract('SQLite', place);
  outboxContract('SQLite', place);
  after(() => disk?.remove());
});
