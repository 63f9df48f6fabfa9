/** The receiver on Node's own server, beside a page of the site. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createReceiver, openSqlite, toNodeListener } from '../../src/receiver/index.ts';

export function server(database = ':memory:'): Server {
  const receive = toNodeListener(
    createReceiver({
      store: openSqlite(database),
      organisation: { name: 'Marshwell Council', email: 'formats@marshwell.example' },
    }),
  );
  return createServer((request, response) => {
    if (/^\/requests(\/|$)/.test(request.url ?? '')) receive(request, response);
    else response.end('The site’s own page');
  });
}
