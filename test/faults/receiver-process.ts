import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Code that sets the clock of a process ahead. */
function aheadBy(milliseconds: number): string {
  return encodeURIComponent(`
    const { now } = Date;
    globalThis.Date = class extends Date {
      constructor(...args) { super(...(args.length === 0 ? [Date.now()] : args)); }
      static now() { return now() + ${String(milliseconds)}; }
    };`);
}

/** A port that is free now, and will be for the minutes that this takes. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A `handrail receive` that can be killed and started again. */
export class ReceiverProcess {
  readonly #config: string;
  readonly #port: number;
  #child: ChildProcess | undefined;
  /** How often it was killed. */
  kills = 0;

  constructor(config: string, port: number) {
    this.#config = config;
    this.#port = port;
  }

  /** Where it takes requests while it lives. */
  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}/requests`;
  }

  /**
   * Starts it, as often as it takes, and waits until it says that it takes requests.
   *
   * @param ahead - by how many milliseconds its clock is ahead.
   */
  async start(ahead = 0): Promise<void> {
    const clock = ahead === 0 ? [] : ['--import', `data:text/javascript,${aheadBy(ahead)}`];
    for (;;) {
      const args = [
        ...clock,
        CLI,
        'receive',
        '--config',
        this.#config,
        '--port',
        String(this.#port),
      ];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
      this.#child = child;
      const ready = once(createInterface(child.stdout), 'line').then(() => true);
      const gone = once(child, 'exit').then(() => false);
      if (await Promise.race([ready, gone])) return;
    }
  }

  /** Ends it without any warning. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    this.kills += 1;
    if (this.#child?.exitCode === null && this.#child.signalCode === null) {
      await once(this.#child, 'exit');
    }
  }

  /** Asks it to stop. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}
