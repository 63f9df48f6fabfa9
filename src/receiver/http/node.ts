import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Client, Receiver } from './handler.ts';

/** The body as a web stream which, unlike Node's own, leaves the connection open when cancelled. */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  let over = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const finish = (how: () => void): (() => void) => {
        return () => {
          if (!over) how();
          over = true;
        };
      };
      const end = finish(() => {
        controller.close();
      });
      const broken = finish(() => {
        controller.error(new Error('The client went away.'));
      });
      message.on('data', (chunk: Buffer) => {
        if (over) return;
        controller.enqueue(new Uint8Array(chunk));
        message.pause();
      });
      message.on('end', end).on('error', broken).on('close', broken);
      // Another middleware has read it, or the client has gone: no event will come any more.
      if (message.readableEnded) end();
      else if (message.destroyed) broken();
    },
    pull() {
      message.resume();
    },
    cancel() {
      over = true;
      // The rest is read and thrown away: a client that still sends would not read the answer.
      message.resume();
    },
  });
}

/** The address that was asked for. Where the client names no usable host, any will do. */
function addressOf({ headers, url = '/', socket }: IncomingMessage): URL {
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  const host = /^[\w.\-:[\]]+$/.test(headers.host ?? '') ? (headers.host ?? '') : '';
  const root = URL.canParse(`${scheme}://${host}`)
    ? `${scheme}://${host}`
    : `${scheme}://localhost`;
  // Joined as text: as a relative address, a path such as //a.example would name another host.
  if (url.startsWith('/')) return new URL(root + url);
  return new URL(URL.canParse(url) ? root + new URL(url).pathname : root);
}

function isLoopback(address: string): boolean {
  return /^(?:127\.|::1$|::ffff:127\.)/.test(address);
}

/**
 * Who sent a request. Every proxy adds the address it was called from to the end of
 * `X-Forwarded-For`; what stands further left, anybody can have written.
 */
function clientOf({ headers, socket }: IncomingMessage, proxies: number | undefined): Client {
  const peer = socket.remoteAddress ?? '';
  const trusted = proxies ?? (isLoopback(peer) ? 1 : 0);
  const header = [headers['x-forwarded-for'] ?? ''].flat().join(',');
  const chain = [...header.split(',').map((one) => one.trim()), peer].filter((one) => one !== '');
  const address = chain.at(-1 - trusted) ?? chain[0];
  return { address };
}

function toRequest(message: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  const { method = 'GET' } = message;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init = { method, headers, ...(hasBody && { body: bodyOf(message), duplex: 'half' }) };
  return new Request(addressOf(message), init);
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (to.destroyed) return;
  to.statusCode = response.status;
  to.setHeaders(response.headers);
  to.end(body);
}

async function serve(
  receiver: Receiver,
  message: IncomingMessage,
  to: ServerResponse,
  proxies: number | undefined,
): Promise<void> {
  let request: Request;
  try {
    request = toRequest(message);
  } catch {
    // Such as TRACE, which the web's `Request` does not allow.
    to.writeHead(400).end();
    return;
  }
  try {
    const response = await receiver(request, clientOf(message, proxies));
    // Left in place, a body that nobody read would hold up the next request on the connection.
    if (!request.bodyUsed) await request.body?.cancel();
    await send(response, to);
  } catch {
    if (!to.headersSent) to.writeHead(500);
    to.end();
  }
}

/** What `toNodeListener` may be told. */
export interface NodeListenerOptions {
  /**
   * How many proxies stand before the server and add to `X-Forwarded-For`. Where it is left out: one where
   * the caller is on this machine, and none where it is not.
   */
  readonly proxies?: number | undefined;
  /**
   * Is told once where a proxy on another machine passes requests on and is not counted: all senders then
   * share its address, and its limits.
   */
  readonly onUncountedProxy?: ((address: string) => void) | undefined;
}

/**
 * Fits a receiver to Node's own servers: `createServer(toNodeListener(receiver))`. It reads the
 * body itself, so mount it before anything that parses bodies. A client that breaks off, or sends
 * no `Host`, does no harm.
 *
 * @throws RangeError where `proxies` is no whole number from 0 on.
 */
export function toNodeListener(
  receiver: Receiver,
  { proxies, onUncountedProxy }: NodeListenerOptions = {},
): RequestListener {
  if (proxies !== undefined && !(Number.isInteger(proxies) && proxies >= 0)) {
    throw new RangeError('proxies must be a whole number from 0 on.');
  }
  let told = false;
  return (message, response) => {
    const peer = message.socket.remoteAddress ?? '';
    if (!told && !proxies && !isLoopback(peer) && 'x-forwarded-for' in message.headers) {
      told = true;
      onUncountedProxy?.(peer);
    }
    // A client that is gone needs no answer, and must not stop the server.
    response.on('error', () => undefined);
    void serve(receiver, message, response, proxies);
  };
}
