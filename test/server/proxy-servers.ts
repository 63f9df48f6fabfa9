/** Real proxies in front of a receiver, with the files that docs/receiver/ gives to operators. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { aptCommand, pathOf } from '../../scripts/machine.ts';

export type ProxyName = 'nginx' | 'caddy';

export interface Proxy {
  /** Where it listens: a host, and a port that is no scheme's usual one. */
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The snippet with this machine's ports and folders in the place of the operator's. */
function snippet(file: string, folder: string, receiver: number): string {
  return readFileSync(`docs/receiver/${file}`, 'utf8')
    .replaceAll('127.0.0.1:4600', `127.0.0.1:${String(receiver)}`)
    .replaceAll('/var/www/handrail', folder);
}

/** Each proxy's whole configuration, the arguments that start it, and what it says once it listens. */
const PROXIES = {
  nginx: {
    ready: /start worker processes/,
    args: (folder: string) => ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    files: (folder: string, port: number, receiver: number) => ({
      'handrail.conf': snippet('nginx.conf', folder, receiver),
      'nginx.conf': `daemon off;
        pid ${folder}/nginx.pid;
        error_log stderr notice;
        ${process.getuid?.() === 0 ? 'user root;' : ''}
        events {}
        http {
          access_log off;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
            .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
            .join('\n')}
          server { listen 127.0.0.1:${String(port)}; include ${folder}/handrail.conf; }
        }`,
    }),
  },
  caddy: {
    ready: /serving initial configuration/,
    args: (folder: string) => [
      ...['run', '--adapter', 'caddyfile'],
      ...['--config', join(folder, 'Caddyfile')],
    ],
    files: (folder: string, port: number, receiver: number) => ({
      Caddyfile: `{
          admin off
          storage file_system ${folder}/storage
        }
        ${snippet('Caddyfile', folder, receiver).replace(
          'forms.council.example {',
          `http://127.0.0.1:${String(port)} {\nbind 127.0.0.1`,
        )}`,
    }),
  },
} as const;

/**
 * Starts a proxy and waits until it listens.
 *
 * @param folder - where its files go; the standby page is looked for there.
 * @param receiver - the port of the receiver on this machine.
 */
export async function startProxy(
  name: ProxyName,
  folder: string,
  receiver: number,
): Promise<Proxy> {
  const program = pathOf(name);
  if (program === undefined) throw new Error(`Install ${name}: ${aptCommand([name])}`);
  const port = await freePort();
  const { ready, args, files } = PROXIES[name];
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files(folder, port, receiver))) {
    writeFileSync(join(folder, file), content);
  }
  const env = { PATH: process.env['PATH'], HOME: folder };
  const child = spawn(program, args(folder), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = once(child, 'exit');
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on('line', (line) => {
      said.push(line);
      if (ready.test(line)) resolve();
    });
    void exit.then(() => {
      reject(new Error(`${name} did not start:\n${said.join('\n')}`));
    });
  });
  return {
    host: '127.0.0.1',
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
