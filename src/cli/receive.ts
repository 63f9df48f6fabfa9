import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { isDivision } from '../calendar/bank-holidays.ts';
import { createReceiver, openSqlite, toNodeListener } from '../receiver/index.ts';
import type { ReceiverOptions } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Command, Surroundings } from './command.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { addressOf, close, listen } from './serve.ts';

const HELP = `Usage: handrail receive [options]

Takes requests for documents in accessible formats and keeps them.

  --config FILE     settings; handrail.json where it is left out, if it exists
  --database FILE   where requests are kept; handrail.db where it is left out
  --host ADDRESS    where to listen; 127.0.0.1 where it is left out
  --port NUMBER     4600 where it is left out

docs/receiver.md says what the settings file and the environment can hold.
`;

function optionsFrom(config: Config): Omit<ReceiverOptions, 'store'> {
  const { division, closures } = config.calendar ?? {};
  if (division !== undefined && !isDivision(division)) {
    throw new UsageError(
      '"calendar.division" must be england-and-wales, scotland or northern-ireland.',
    );
  }
  return {
    ...config,
    contactWays: config.contactWays as ReceiverOptions['contactWays'],
    formats: config.formats as ReceiverOptions['formats'],
    organisation: {
      ...config.organisation,
      name: config.organisation?.name ?? 'this organisation',
    },
    calendar: { ...(division && { division }), ...(closures && { closures }) },
  };
}

async function run(args: string[], { out, err, env, clock, stop }: Surroundings): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      config: { type: 'string' },
      database: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
    },
  });
  const config = readConfig(values.config, env);
  const port = Number(values.port ?? config.port ?? 4600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError('The port must be a whole number from 0 to 65535.');
  }
  const store = openSqlite(values.database ?? config.database ?? 'handrail.db');
  try {
    const receive = createReceiver({ ...optionsFrom(config), store, clock });
    const host = values.host ?? config.host ?? '127.0.0.1';
    const server = await listen(toNodeListener(receive), { host, port });
    out(`The receiver takes requests at ${addressOf(server)}${config.path ?? '/requests'}\n`);
    if (!stop.aborted) await once(stop, 'abort');
    err('Stopping.\n');
    await close(server);
  } finally {
    store.close();
  }
  return 0;
}

/** `handrail receive`: the receiver on Node's own server. */
export const command: Command = {
  summary: 'take requests for accessible formats and keep them',
  help: HELP,
  run,
};
