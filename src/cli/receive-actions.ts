import { writeFileSync } from 'node:fs';
import { backupSqlite, standbyPage } from '../receiver/index.ts';
import type { Store } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import type { Config } from './config-settings.ts';
import { organisationOf } from './options.ts';
import { isPostgres, openStore } from './store.ts';
import { sentenceOf } from './system-errors.ts';

/** What `handrail receive` does besides taking requests. Each gives the sentence to print. */
type Action = (
  given: { readonly config: Config; readonly database: string; readonly target: string },
  context: CommandContext,
) => Promise<string> | string;

/** Each action, and what the file that it writes is called in a complaint; nothing where it writes none. */
export const ACTIONS: Readonly<Record<string, readonly [file: string, run: Action]>> = {
  backup: [
    'the file to copy to',
    async ({ database, target }) => {
      if (isPostgres(database)) {
        throw new UsageError('PostgreSQL has its own tool for this: pg_dump --schema=handrail.');
      }
      const requests = String(await backupSqlite(database, target));
      return `Copied ${requests} requests to ${target}. Keep it where only you can read it.\n`;
    },
  ],
  standby: [
    'the file to write',
    ({ config, target }) => {
      const page = standbyPage({ ...config, organisation: organisationOf(config) });
      try {
        writeFileSync(target, page);
      } catch (error) {
        throw new Error(sentenceOf(error, target));
      }
      return `Wrote ${target}. Write it again when the organisation's details change.\n`;
    },
  ],
  retry: [
    '',
    async ({ database }, { clock }) => {
      const store: Store = await openStore(database, { create: false });
      try {
        const count = String(await store.retry(clock().toISOString()));
        return `${count} will be sent again by the receiver that is running.\n`;
      } finally {
        await store.close();
      }
    },
  ],
};
