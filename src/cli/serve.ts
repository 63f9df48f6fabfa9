import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from './command.ts';
import { sentenceOf } from './system-errors.ts';

/** Where a server listens. */
export interface ListenAddress {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * Starts an HTTP server that drops clients who dawdle.
 *
 * @throws UsageError where the port is taken or may not be used.
 */
export async function listen(
  listener: RequestListener,
  { host, port }: ListenAddress,
): Promise<Server> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, listener);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const where = `port ${String(port)} of ${host}`;
    if (code === 'EADDRINUSE') {
      throw new UsageError(`Something else listens on ${where}. Stop it, or set another port.`);
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new UsageError(`The receiver cannot listen on ${where}. Set another host or port.`);
    }
    throw new UsageError(sentenceOf(error, where));
  }
  return server;
}

/** The address at which a server on this machine can be reached. */
export function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${String(port)}`;
}

/** How long answers under way are waited for, in milliseconds. */
const GRACE = 5_000;

/**
 * Stops taking requests, and waits for the answers under way, but not for a client who takes its time: what
 * it was not told it asks for again, and its request is kept once.
 */
export async function close(server: Server): Promise<void> {
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE);
  await once(server, 'close');
  clearTimeout(late);
}
