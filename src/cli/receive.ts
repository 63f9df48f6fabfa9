import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  backupSqlite,
  createOutbox,
  createReceiver,
  KEEP_DAYS,
  runDailyJobs,
  standbyPage,
  toNodeListener,
} from '../receiver/index.ts';
import type { DeliveryChannel, Notice, Store } from '../receiver/index.ts';
import { channelsFrom } from './channels.ts';
import { UsageError } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { readConfig, unusedVariables } from './config.ts';
import type { Config } from './config-settings.ts';
import { optionsFrom, organisationOf } from './options.ts';
import { addressOf, close, listen } from './serve.ts';
import type { ListenAddress } from './serve.ts';
import { databaseOf, isPostgres, openStore } from './store.ts';

const HELP = `Usage: handrail receive [options]
       handrail receive backup FILE [options]
       handrail receive retry [options]
       handrail receive standby FILE [options]

Takes requests for documents in accessible formats, keeps them, and tells the
organisation. "backup" copies a SQLite database that is in use to FILE. "retry"
sends again what was given up, once you have mended what was wrong. "standby"
writes the page that a proxy shows while the receiver does not run.

  --config FILE     settings; handrail.json where it is left out, if it exists
  --database WHERE  a file for SQLite, or postgresql://…; handrail.db where it is
                    left out
  --host ADDRESS    where to listen; 127.0.0.1 where it is left out
  --port NUMBER     4600 where it is left out

docs/receiver.md says what the settings file and the environment can hold.
`;

const HOUR = 3_600_000;

function listenAddress(
  config: Config,
  host: string | undefined,
  port: string | undefined,
): ListenAddress {
  const number = Number(port ?? config.port ?? 4600);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new UsageError('The port must be a whole number from 0 to 65535.');
  }
  return { host: host ?? config.host ?? '127.0.0.1', port: number };
}

/**
 * Tells the organisation, over every channel that can, at the same time; the log is told in any case.
 *
 * @throws Error where there are channels, and none took it.
 */
async function tellAll(
  channels: readonly DeliveryChannel[],
  notice: Notice,
  log: (text: string) => void,
): Promise<void> {
  log(`${notice.subject}. ${notice.text}`);
  const attempts = channels.flatMap(({ name, notify }) =>
    notify === undefined
      ? []
      : notify(notice).then(
          () => true,
          (error: unknown) => {
            log(`This notice was not sent over "${name}": ${(error as Error).message}`);
            return false;
          },
        ),
  );
  const sent = await Promise.all(attempts);
  if (sent.length > 0 && !sent.includes(true)) {
    throw new Error('The notice reached nobody. It is sent again within the hour.');
  }
}

async function serve(
  config: Config,
  place: ListenAddress,
  store: Store,
  { out, err, clock, env, stop }: CommandContext,
): Promise<void> {
  const log = (text: string): void => {
    err(`${clock().toISOString()} ${text.trimEnd().replace(/\s*\n\s*/g, ' | ')}\n`);
  };
  const channels = await channelsFrom(config, organisationOf(config));
  const tell = (notice: Notice): Promise<void> => tellAll(channels, notice, log);
  /** Tells at once, without waiting; what reaches nobody is in the log. */
  const alert = (subject: string, text: string): void => {
    tell({ subject, text }).catch((error: unknown) => log((error as Error).message));
  };
  let told = -Infinity;
  const fault = (error: unknown): void => {
    log(`The store failed: ${error instanceof Error ? error.message : 'unknown'}`);
    // The store may be gone; the channels need none. Once an hour is enough.
    if (performance.now() - told < HOUR) return;
    told = performance.now();
    alert(
      'Requests cannot be kept',
      'The database of the receiver cannot be written or read, and people are told so. Its log says why.',
    );
  };
  const outbox = createOutbox({
    store,
    channels,
    clock,
    alert: (text) => alert('News of a request was not sent', text),
    onError: fault,
  });
  const receive = createReceiver({
    ...optionsFrom(config),
    store,
    deliver: outbox,
    clock,
    onError: fault,
    onAnswer: ({ status, reference }) => log(`${String(status)} ${reference ?? '-'}`),
  });
  const chores = (): void => {
    runDailyJobs(store, clock(), config.keepDays ?? KEEP_DAYS, tell).catch((error: unknown) => {
      log(`A daily job failed, and is tried again: ${(error as Error).message}`);
    });
  };
  const onUncountedProxy = (address: string): void => {
    log(
      `Requests come through a proxy at ${address} that "proxies" does not count, so all senders share ` +
        'its limits. Set "proxies" to how many proxies there are.',
    );
  };
  const listener = toNodeListener(receive, { proxies: config.proxies, onUncountedProxy });
  const server = await listen(listener, place);
  for (const name of unusedVariables(env))
    log(`The variable ${name} means nothing. Check its name.`);
  if (channels.length === 0) {
    log('No channel is set up, so nobody is told of requests. Set smtp, notify or webhook.');
  }
  if (config.organisation?.name === undefined) {
    log('No organisation is named, so the pages say “this organisation”. Set organisation.name.');
  }
  out(`The receiver takes requests at ${addressOf(server)}${config.path ?? '/requests'}\n`);
  outbox.start();
  chores();
  const hourly = setInterval(chores, HOUR);
  if (!stop.aborted) await once(stop, 'abort');
  clearInterval(hourly);
  await close(server);
  await outbox.stop();
}

async function backup(database: string, target: string | undefined): Promise<string> {
  if (target === undefined) throw new UsageError('Name the file to copy to: backup FILE.');
  if (isPostgres(database)) {
    throw new UsageError('PostgreSQL has its own tool for this: pg_dump --schema=handrail.');
  }
  const requests = await backupSqlite(database, target);
  return `Copied ${String(requests)} requests to ${target}. Keep it where only you can read it.\n`;
}

const ACTIONS = ['backup', 'retry', 'standby'];

async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      database: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
    },
  });
  const [action, target, ...rest] = positionals;
  const known = action === undefined || ACTIONS.includes(action);
  if (!known || rest.length > 0 || (action === 'retry' && target !== undefined)) {
    throw new UsageError(`"${positionals.join(' ')}" is not something the receiver does.`);
  }
  const config = readConfig(values.config, context.env);
  const database = databaseOf(values.database, config);
  if (action === 'backup') {
    context.out(await backup(database, target));
    return 0;
  }
  if (action === 'standby') {
    if (target === undefined) throw new UsageError('Name the file to write: standby FILE.');
    writeFileSync(target, standbyPage({ ...config, organisation: organisationOf(config) }));
    context.out(`Wrote ${target}. Write it again when the organisation's details change.\n`);
    return 0;
  }
  const onError = (error: Error): void => context.err(`${error.message}\n`);
  const store = await openStore(database, { create: action === undefined, onError });
  try {
    if (action === 'retry') {
      const count = await store.retry(context.clock().toISOString());
      context.out(`${String(count)} will be sent again by the receiver that is running.\n`);
    } else {
      await serve(config, listenAddress(config, values.host, values.port), store, context);
    }
  } finally {
    await store.close();
  }
  return 0;
}

/** `handrail receive`: the receiver on Node's own server. */
export const command: Command = {
  summary: 'take requests for accessible formats and keep them',
  help: HELP,
  run,
};
