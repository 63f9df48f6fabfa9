#!/usr/bin/env node
import { UsageError } from './cli/command.ts';
import type { Command, CommandContext } from './cli/command.ts';
import { nodeComplaint } from './cli/node-version.ts';
import { sentenceOf } from './cli/system-errors.ts';

/** Each command is loaded only when it is run, with whatever it needs. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  check: () => import('./cli/check.ts'),
  feed: () => import('./cli/feed.ts'),
  receive: () => import('./cli/receive.ts'),
  requests: () => import('./cli/requests.ts'),
};

async function usage(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => {
      const { command } = await load();
      return `  ${name.padEnd(10)} ${command.summary}`;
    }),
  );
  return `Usage: handrail COMMAND\n\n${lines.join('\n')}\n\nhandrail COMMAND --help says more.\n`;
}

/** `parseArgs` says what is wrong with an option by throwing a TypeError with such a code. */
function isUsage(error: unknown): error is Error {
  const code = error instanceof TypeError && 'code' in error ? String(error.code) : '';
  return error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
}

async function main([name = '', ...args]: string[], context: CommandContext): Promise<number> {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== '') {
    context.err(`${complaint}\n`);
    return 1;
  }
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    context.out(await usage());
    return name === '' ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    context.err(`There is no command "${name}".\n\n${await usage()}`);
    return 2;
  }
  const { command } = await load();
  if (args.includes('--help') || args.includes('-h')) {
    context.out(command.help);
    return 0;
  }
  try {
    return await command.run(args, context);
  } catch (error) {
    const message = sentenceOf(error);
    const more = isUsage(error) ? `\nhandrail ${name} --help says how it is used.` : '';
    context.err(`${message}${more}\n`);
    return isUsage(error) ? 2 : 1;
  }
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}

// A reader such as `head` may leave before everything is said; the work itself goes on.
process.stdout.on('error', () => undefined);

// Node 22 calls its SQLite experimental at each start. Every test runs with it.
process.removeAllListeners('warning');
process.on('warning', ({ name, message }) => {
  if (name !== 'ExperimentalWarning') process.stderr.write(`${name}: ${message}\n`);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  clock: () => new Date(),
  stop: stopping.signal,
});
// An attempt that hangs must not hold up whoever asked for the end: it is made again at the next start.
if (stopping.signal.aborted) process.exit();
