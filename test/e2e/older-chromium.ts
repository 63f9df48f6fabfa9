import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { brotliDecompressSync } from 'node:zlib';
import { end, until } from './screen.ts';

/** What Chromium's own protocol tells: the answer to a command, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Something that the browser shows, such as a page. */
interface Target {
  readonly type: string;
  readonly webSocketDebuggerUrl: string;
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/**
 * A real Chromium of years ago, which npm's `@sparticuz/chromium` ships. Today's drivers no longer speak
 * with it: its own protocol does.
 */
export class OlderChromium {
  /** What the page says on the console, and the errors that nobody caught. */
  readonly said: string[] = [];
  /** The addresses of other sites that it asked for. None is reached: an empty page stands in for each. */
  readonly left: string[] = [];
  readonly #folder = mkdtempSync(join(tmpdir(), 'handrail-older-'));
  readonly #answers = new Map<number, (message: Message) => void>();
  #process: ChildProcess | undefined;
  #socket: WebSocket | undefined;
  #sent = 0;

  static async open(version: '109' | '119'): Promise<OlderChromium> {
    const browser = new OlderChromium();
    try {
      await browser.#start(version);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  async #start(version: string): Promise<void> {
    const packed = new URL(
      `../../node_modules/chromium-${version}/bin/chromium.br`,
      import.meta.url,
    );
    const program = join(this.#folder, 'chromium');
    writeFileSync(program, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    const child = spawn(
      program,
      [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'],
        ...[`--user-data-dir=${join(this.#folder, 'profile')}`, 'about:blank'],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    this.#process = child;
    let address = '';
    for await (const line of createInterface({ input: child.stderr })) {
      address = /listening on ws:\/\/([^/]+)/.exec(line)?.[1] ?? '';
      if (address) break;
    }
    child.stderr.resume();
    const page = await until('a page of the browser', async () => {
      const targets = (await (await fetch(`http://${address}/json`)).json()) as Target[];
      return targets.find(({ type }) => type === 'page');
    });
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    this.#socket = socket;
    await once(socket, 'open');
    socket.addEventListener('message', ({ data }) =>
      this.#hear(JSON.parse(String(data)) as Message),
    );
    await this.#send('Runtime.enable');
    await this.#send('Page.enable');
    await this.#send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
  }

  #hear({ id, method, params, ...rest }: Message): void {
    if (id !== undefined) this.#answers.get(id)?.(rest);
    if (method === 'Runtime.consoleAPICalled') {
      const args = params?.['args'] as readonly { value?: unknown }[];
      this.said.push(args.map(({ value }) => String(value)).join(' '));
    } else if (method === 'Runtime.exceptionThrown') {
      this.said.push(JSON.stringify(params?.['exceptionDetails']));
    } else if (method === 'Fetch.requestPaused') {
      const { url } = params?.['request'] as { url: string };
      this.left.push(url);
      const { requestId } = params as { requestId: string };
      void this.#send('Fetch.fulfillRequest', { requestId, responseCode: 200 });
    }
  }

  async #send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = (this.#sent += 1);
    const answer = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    this.#socket?.send(JSON.stringify({ id, method, params }));
    const { result = {}, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** Goes to a page, and waits until all that it loads is there. */
  async visit(address: string): Promise<void> {
    await this.#send('Page.navigate', { url: address });
    await until(`${address} to load`, () =>
      this.evaluate(
        `location.href === ${JSON.stringify(address)} && document.readyState === 'complete'`,
      ),
    );
  }

  /** What an expression is on the page. */
  async evaluate(expression: string): Promise<unknown> {
    const evaluated = (await this.#send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as unknown as Evaluated;
    const { result, exceptionDetails } = evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  async close(): Promise<void> {
    this.#socket?.close();
    const child = this.#process;
    if (child) {
      await end(child, () => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      });
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
