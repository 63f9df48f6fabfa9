import { readFileSync, writeFileSync } from 'node:fs';
import { backupSqlite, createOutbox, standbyPage } from '../receiver/index.ts';
import type { Store } from '../receiver/index.ts';
import { channelsFrom } from './channels.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import type { Config } from './config-settings.ts';
import { createLog } from './log.ts';
import { organisationOf } from './options.ts';
import { isPostgres, openStore } from './store.ts';
import { sentenceOf } from './system-errors.ts';
import { NOT_ARRIVED, tellAll } from './tell.ts';

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
  bounce: [
    'the file with the mail that came back, or - for standard input',
    async ({ config, database, target }, { clock, err }) => {
      let mail: Buffer;
      try {
        // 0 is standard input.
        mail = readFileSync(target === '-' ? 0 : target);
      } catch (error) {
        throw new Error(sentenceOf(error, target));
      }
      const store = await openStore(database, { create: false });
      try {
        const sentences: string[] = [];
        const alert = (sentence: string): void => void sentences.push(sentence);
        const outbox = createOutbox({ store, channels: [], clock, alert });
        if (!(await outbox.takeMail(mail)))
          return 'This mail says of no news that it did not arrive. Nothing was changed.\n';
        const channels = await channelsFrom(config, organisationOf(config));
        const notice = { subject: NOT_ARRIVED, text: sentences.join(' ') };
        await tellAll(
          channels,
          notice,
          createLog(config.log === 'json' ? 'json' : 'text', clock, err),
        );
        return 'Noted at its request.\n';
      } finally {
        await store.close();
      }
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
  ready: [
    '',
    async ({ config: { host = '127.0.0.1', port = 4600, path = '/requests' } }) => {
      // A receiver that listens everywhere is asked on this machine.
      const asked = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
      const place = `${asked.includes(':') ? `[${asked}]` : asked}:${String(port)}`;
      const signal = AbortSignal.timeout(8_000);
      const address = `http://${place}${path.replace(/\/+$/, '')}/ready`;
      const { status } = await fetch(address, { signal }).catch((error: unknown) => {
        throw new Error(`The receiver is not ready: ${sentenceOf(error, place)}`);
      });
      if (status !== 204) {
        throw new Error(`The receiver cannot keep requests: ${String(status)}. Its log says why.`);
      }
      return 'The receiver is ready: requests can be kept.\n';
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
