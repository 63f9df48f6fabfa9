import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { aptCommand, pathOf } from '../../scripts/machine.ts';

/** A PostgreSQL server of the tests' own, which nothing outside this machine can reach. */
export interface PostgresServer {
  /** Its address, as `openPostgres` takes it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

/** Starts a server on a fresh data folder and waits until it takes connections. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const initdbPath = pathOf('initdb');
  if (initdbPath === undefined) {
    throw new Error(`This starts a PostgreSQL server. Install it: ${aptCommand(['initdb'])}`);
  }
  const programs = dirname(initdbPath);
  const user = owner();
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8'];
  execFileSync(initdbPath, [...initdb, '--locale=C'], { ...user, cwd: folder });
  const options = ['listen_addresses=', 'shared_buffers=16MB', 'max_connections=60', ...settings];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', folder, ...options.flatMap((option) => ['-c', option])],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exit = once(server, 'exit');
  const said: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      said.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    void exit.then(() => {
      reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`));
    });
  });
  await ready;
  return {
    address: `postgresql:///postgres?host=${folder}&user=postgres`,
    stop: async () => {
      server.kill('SIGINT'); // Ends every session, and shuts down.
      await exit;
      rmSync(folder, { recursive: true });
    },
  };
}
