import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** How a command is run. */
export interface Where {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A program and its arguments that run Node, such as one that takes rights away. */
  readonly through?: readonly string[];
}

function start(
  args: readonly string[],
  { cwd, env = {}, through = [] }: Where,
): ChildProcessByStdio<null, Readable, Readable> {
  const [program = '', ...rest] = [...through, process.execPath, CLI, ...args];
  return spawn(program, rest, {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command of `handrail` to its end. */
export async function handrail(args: readonly string[], where: Where) {
  const child = start(args, where);
  const exit = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await exit) as [number];
  return { status, out, err };
}

/** Starts a receiver on a free port, and gives its address once it listens. */
export async function receiving(args: readonly string[], where: Where) {
  const child = start(['receive', '--port', '0', ...args], where);
  const log: string[] = [];
  const said: string[] = [];
  createInterface(child.stderr).on('line', (line) => log.push(line));
  const lines = createInterface(child.stdout);
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      if (line.startsWith('The receiver takes requests')) resolve();
    });
    child.on('close', () => {
      reject(new Error(`The receiver did not start:\n${log.join('\n')}`));
    });
  });
  return {
    /** What it told on standard output before it took requests. */
    said,
    url: /http:\S+/.exec(said.at(-1) ?? '')?.[0] ?? '',
    /** The lines of its log. All of them are there once it has stopped. */
    log,
    stop: async (): Promise<unknown> => {
      child.kill('SIGTERM');
      const [status] = (await once(child, 'close')) as [unknown];
      return status;
    },
  };
}

/** Posts JSON to a receiver. */
export function post(url: string, body: object, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
