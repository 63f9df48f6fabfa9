import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPostgres, checkSqlite, createReceiver, openSqlite } from '../receiver/index.ts';
import { channelsFrom } from './channels.ts';
import { UsageError } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { readConfig, unusedVariables } from './config.ts';
import type { Config } from './config-settings.ts';
import { optionsFrom, organisationOf } from './options.ts';
import { sentenceOf, withAdvice } from './system-errors.ts';
import { databaseOf, isPostgres } from './store.ts';

const HELP = `Usage: handrail check [options]

Reads the settings that "handrail receive" would read, connects to the database,
the mail server, GOV.UK Notify and the webhook, and says what is wrong and how
to mend it. It sends nothing and changes nothing.

  --config FILE     settings; handrail.json where it is left out, if it exists
  --database WHERE  a file for SQLite, or postgresql://…
`;

/** Whether a file, or the folder that it would be made in, can be written. */
function checkWritable(path: string): void {
  // With a reason where there is one, such as a name that is too long.
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw Object.assign(new Error(), { code: 'EISDIR' });
  }
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  try {
    if (at !== path) readdirSync(at);
    accessSync(at, constants.W_OK);
    if (at === path) accessSync(dirname(path), constants.W_OK);
  } catch {
    throw new Error(
      `${path} cannot be written by this user, or not its folder, in which SQLite keeps its log. Change their owner.`,
    );
  }
}

async function checkDatabase(database: string): Promise<void> {
  if (isPostgres(database)) return checkPostgres(database);
  checkWritable(database);
  if (existsSync(database)) checkSqlite(database);
}

/** What is looked at, in the order in which it is told. */
type Step = readonly [name: string, look: () => unknown];

async function steps(config: Config, database: string): Promise<readonly Step[]> {
  const channels = await channelsFrom(config, organisationOf(config));
  const options = (): unknown =>
    createReceiver({ ...optionsFrom(config), store: openSqlite(':memory:') });
  return [
    ['The options', options],
    ['The database', () => checkDatabase(database)],
    ...channels.flatMap(({ name, check }): Step[] =>
      check === undefined ? [] : [[`The channel "${name}"`, check]],
    ),
  ];
}

async function run(args: string[], { out, err, env }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { config: { type: 'string' }, database: { type: 'string' } },
  });
  if (positionals.length > 0) throw new UsageError('"check" takes options alone.');
  const config = readConfig(values.config, env);
  let wrong = 0;
  const complain = (sentence: string): void => {
    wrong += 1;
    err(`${sentence}\n`);
  };
  for (const name of unusedVariables(env))
    complain(`The variable ${name} means nothing. Check its name.`);
  const database = databaseOf(values.database, config);
  for (const [name, look] of await steps(config, database)) {
    try {
      await look();
      out(`${name}: in order.\n`);
    } catch (error) {
      complain(`${name}: ${withAdvice(sentenceOf(error, database))}`);
    }
  }
  const { smtp, notify, webhook, organisation } = config;
  if (smtp === undefined && notify === undefined && webhook === undefined) {
    complain('No channel is set up, so nobody is told of requests. Set smtp, notify or webhook.');
  }
  if (organisation?.name === undefined) {
    complain(
      'No organisation is named, so the pages say “this organisation”. Set organisation.name.',
    );
  }
  return wrong === 0 ? 0 : 1;
}

/** `handrail check`: whether the receiver would work, before it has to. */
export const command: Command = {
  summary: 'look whether the settings work, and change nothing',
  help: HELP,
  run,
};
