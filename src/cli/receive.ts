import { once } from 'node:events';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { londonTime } from '../calendar/london.ts';
import {
  createOutbox,
  createReceiver,
  KEEP_DAYS,
  runDailyJobs,
  toNodeListener,
} from '../receiver/index.ts';
import type { Notice, Store } from '../receiver/index.ts';
import { channelsFrom } from './channels.ts';
import { UsageError } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { readConfig, unusedVariables } from './config.ts';
import type { Config } from './config-settings.ts';
import { optionsFrom, organisationOf } from './options.ts';
import { addressOf, close, listen } from './serve.ts';
import type { ListenAddress } from './serve.ts';
import { ACTIONS } from './receive-actions.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';
import { createMetrics, metricsListener } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { sentenceOf } from './system-errors.ts';
import { NOT_ARRIVED, tellAll } from './tell.ts';
import { databaseOf, openStore } from './store.ts';

const HELP = `Usage: handrail receive [options]
       handrail receive backup FILE [options]
       handrail receive retry [options]
       handrail receive bounce FILE [options]
       handrail receive standby FILE [options]
       handrail receive ready [options]

Takes requests for documents in accessible formats, keeps them, and tells the
organisation. "backup" copies a SQLite database that is in use to FILE. "retry"
sends again what was given up, once you have mended what was wrong. "bounce"
reads a mail that came back, "-" for standard input, and notes at its request
that it did not arrive. "standby" writes the page that a proxy shows while the
receiver does not run. "ready" asks the receiver that runs here whether it can
keep requests.

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

/** Starts to answer scrapers, where the settings say so. */
async function listenForScrapers(
  { metrics: place }: Config,
  metrics: Metrics,
  store: Store,
  clock: () => Date,
): Promise<Server | undefined> {
  if (place?.port === undefined) return undefined;
  const read = (): Promise<string> =>
    metrics.text(() => store.figures(londonTime(clock()).date), clock());
  return listen(metricsListener(read), { host: place.host ?? '127.0.0.1', port: place.port });
}

async function serve(
  config: Config,
  place: ListenAddress,
  store: Store,
  log: Log,
  { out, clock, env, stop }: CommandContext,
): Promise<void> {
  const metrics = createMetrics();
  const channels = await channelsFrom(config, organisationOf(config));
  const tell = (notice: Notice): Promise<void> => tellAll(channels, notice, log);
  /** Tells at once, without waiting; what reaches nobody is in the log. */
  const alert = (subject: string, text: string): void => {
    tell({ subject, text }).catch((error: unknown) => log.say('error', (error as Error).message));
  };
  let told = -Infinity;
  const fault = (error: unknown): void => {
    metrics.storeFailed();
    log.say('error', `The store failed: ${sentenceOf(error)}`);
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
    alert: (text) => alert(NOT_ARRIVED, text),
    onError: fault,
  });
  const receive = createReceiver({
    ...optionsFrom(config),
    store,
    deliver: outbox,
    clock,
    onError: fault,
    onWarning: (sentence) => log.say('warning', sentence),
    onAnswer: (entry) => {
      metrics.answered(entry);
      log.answer(entry);
    },
  });
  const chores = (): void => {
    runDailyJobs(store, clock(), config.keepDays ?? KEEP_DAYS, tell).catch((error: unknown) => {
      log.say('error', `A daily job failed, and is tried again: ${(error as Error).message}`);
    });
  };
  const onUncountedProxy = (address: string): void => {
    log.say(
      'warning',
      `Requests come through a proxy at ${address} that "proxies" does not count, so all senders share ` +
        'its limits. Set "proxies" to how many proxies there are.',
    );
  };
  const listener = toNodeListener(receive, { proxies: config.proxies, onUncountedProxy });
  const scraped = await listenForScrapers(config, metrics, store, clock);
  const server = await listen(listener, place).catch(async (error: unknown) => {
    if (scraped !== undefined) await close(scraped);
    throw error;
  });
  const warn = (sentence: string): void => log.say('warning', sentence);
  for (const name of unusedVariables(env))
    warn(`The variable ${name} means nothing. Check its name.`);
  if (channels.length === 0) {
    warn('No channel is set up, so nobody is told of requests. Set smtp, notify or webhook.');
  }
  if (config.organisation?.name === undefined) {
    warn('No organisation is named, so the pages say “this organisation”. Set organisation.name.');
  }
  if (scraped !== undefined) out(`Metrics are at ${addressOf(scraped)}/metrics\n`);
  out(`The receiver takes requests at ${addressOf(server)}${config.path ?? '/requests'}\n`);
  outbox.start();
  chores();
  const hourly = setInterval(chores, HOUR);
  if (!stop.aborted) await once(stop, 'abort');
  clearInterval(hourly);
  // At the same time: a slow client and a slow channel have ten seconds between them.
  const sent = outbox.stop();
  await Promise.all([server, ...(scraped === undefined ? [] : [scraped])].map(close));
  await sent;
}

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
  const [name, target = '', ...rest] = positionals;
  const [file, action] = (name !== undefined && Object.hasOwn(ACTIONS, name)
    ? ACTIONS[name]
    : undefined) ?? [''];
  const unknown = name !== undefined && action === undefined;
  if (unknown || rest.length > 0 || (file === '' && target !== '')) {
    throw new UsageError(`"${positionals.join(' ')}" is not something the receiver does.`);
  }
  const config = readConfig(values.config, context.env);
  const database = databaseOf(values.database, config);
  if (action !== undefined && name !== undefined) {
    if (file !== '' && target === '') throw new UsageError(`Name ${file}: ${name} FILE.`);
    context.out(await action({ config, database, target }, context));
    return 0;
  }
  const log = createLog(config.log === 'json' ? 'json' : 'text', context.clock, context.err);
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.say('warning', `${warning.name}: ${warning.message}`));
  try {
    const onError = (error: Error): void => log.say('error', sentenceOf(error));
    const store = await openStore(database, { create: true, onError });
    try {
      await serve(config, listenAddress(config, values.host, values.port), store, log, context);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (config.log !== 'json') throw error;
    log.say('error', sentenceOf(error));
    return error instanceof UsageError ? 2 : 1;
  }
  return 0;
}

/** `handrail receive`: the receiver on Node's own server. */
export const command: Command = {
  summary: 'take requests for accessible formats and keep them',
  help: HELP,
  run,
};
