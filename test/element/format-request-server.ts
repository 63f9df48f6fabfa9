/**
 * A real receiver behind the tests' own server, and a bad line in front of it. A test that posts to
 * `/requests?run=NAME&fault=drop&times=2` has its first two answers dropped, after the receiver has
 * done its work; with `flood=1` a receiver of its own turns it away after one request. `GET /requests/run?run=NAME` says what arrived and what was kept.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createReceiver, openSqlite } from '../../src/receiver/index.ts';
import type { Receiver } from '../../src/receiver/index.ts';

interface Context {
  readonly url: string;
  readonly host: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  respond: boolean;
}

interface Run {
  readonly receive: Receiver;
  attempts: number;
  readonly references: Set<string>;
  readonly release: (() => void)[];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Answers as a middleware of the test runner's server. */
export function receiverWithFaults(): (
  context: Context,
  next: () => Promise<unknown>,
) => Promise<unknown> {
  const organisation = { name: 'Test Council' };
  const shared = createReceiver({ store: openSqlite(':memory:'), organisation });
  const runs = new Map<string, Run>();

  const receiverFor = (flood: string | null): Receiver =>
    flood === null
      ? shared
      : createReceiver({
          store: openSqlite(':memory:'),
          organisation,
          limits: { floodPerAddress: Number(flood) },
        });

  const runNamed = (name: string, flood: string | null): Run => {
    const run = runs.get(name) ?? {
      receive: receiverFor(flood),
      attempts: 0,
      references: new Set(),
      release: [],
    };
    runs.set(name, run);
    return run;
  };

  return async (context, next) => {
    const url = new URL(context.url, `http://${context.host}`);
    if (!url.pathname.startsWith('/requests')) return next();
    context.respond = false;
    const { req, res } = context;
    const run = runNamed(url.searchParams.get('run') ?? '', url.searchParams.get('flood'));
    const fault = url.searchParams.get('fault');
    if (url.pathname === '/requests/run') {
      run.release.splice(0).forEach((release) => release());
      res.setHeader('Content-Type', 'application/json');
      return res.end(JSON.stringify({ attempts: run.attempts, references: [...run.references] }));
    }
    if (url.pathname === '/requests/health') {
      const { status, headers } = await run.receive(new Request(url));
      // On a connection that was used before, a browser sends again by itself what is dropped.
      const close = { Connection: 'close' };
      return res.writeHead(status, { ...Object.fromEntries(headers), ...close }).end();
    }
    run.attempts += 1;
    const faulty = run.attempts <= Number(url.searchParams.get('times') ?? 0);
    const answer = await run.receive(
      new Request(new URL('/requests', url), {
        method: 'POST',
        headers: { 'Content-Type': req.headers['content-type'] ?? '', Accept: 'application/json' },
        body: await bodyOf(req),
      }),
      url.searchParams.has('flood') ? { address: '192.0.2.1' } : {},
    );
    const text = await answer.text();
    if (answer.ok) {
      run.references.add((JSON.parse(text) as { reference: string }).reference);
    }
    if (faulty && fault === 'drop') return req.socket.destroy();
    if (faulty && fault === 'hold') {
      await new Promise<void>((resolve) => run.release.push(resolve));
    }
    res.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      'Content-Length': Buffer.byteLength(text),
    });
    if (faulty && fault === 'truncate') {
      res.write(text.slice(0, 20));
      req.socket.destroySoon();
      return undefined;
    }
    res.end(text);
    return once(res, 'close');
  };
}
