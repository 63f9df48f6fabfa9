/** The receiver in Hono, beside a page of the site. */
import { Hono } from 'hono';
import { createReceiver, openSqlite } from '../../src/receiver/index.ts';

export function app(database = ':memory:'): Hono {
  const receive = createReceiver({
    store: openSqlite(database),
    organisation: { name: 'Marshwell Council', email: 'formats@marshwell.example' },
  });
  const hono = new Hono();
  hono.get('/', (context) => context.text('The site’s own page'));
  for (const path of ['/requests', '/requests/*']) {
    hono.all(path, (context) => receive(context.req.raw));
  }
  return hono;
}
