import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { FEEDS, readFeed } from '../../src/feeds/index.ts';
import type { FeedKind, FeedResult } from '../../src/feeds/index.ts';
import { UNNAMED } from '../../src/feeds/records.ts';
import { readJsonLd } from '../../src/service-card/json-ld-block.ts';
import { weeklyHours } from '../../src/opening-hours/week.ts';
import { openingState } from '../../src/opening-hours/state.ts';
import { plainText, safeText } from '../../src/service/safe-text.ts';
import type { SafeNode } from '../../src/service/safe-text.ts';
import type { Service } from '../../src/service/service.ts';
import { telephone } from '../../src/telephone/telephone.ts';
import { toJsonLd } from '../../src/service/to-json-ld.ts';
import { changed, changes } from './mutations.ts';

const EXAMPLES = new URL('../examples/feeds/', import.meta.url);
const examples: readonly unknown[] = [
  ...readdirSync(EXAMPLES).map((name) => new URL(name, EXAMPLES)),
  new URL('../examples/services.json', import.meta.url),
].map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);

const schema = JSON.parse(
  readFileSync(new URL('../../src/service/service.schema.json', import.meta.url), 'utf8'),
) as object;
const fits = new Ajv({ strict: false }).compile(schema);
const reader = fc.constantFrom(...(Object.keys(FEEDS) as FeedKind[]));
const now = new Date('2026-11-23T12:00:00Z');

function checkText(node: SafeNode): void {
  if (typeof node === 'string') return;
  assert.match(node.tag, /^(?:p|br|ul|ol|li|strong|em|a)$/);
  if (node.tag === 'a') assert.match(node.href ?? '', /^(?:https?:\/\/|mailto:|tel:)/i);
  node.children.forEach(checkText);
}

/** What a card does with a service. */
function use(service: Service): void {
  safeText(service.description ?? '').forEach(checkText);
  const markup = toJsonLd(service);
  assert.doesNotMatch(markup, /[<>&\u2028\u2029]/);
  const read = readJsonLd(JSON.parse(markup));
  // What looks like markup in a name goes, as in every text of a feed.
  const words = plainText(service.name)
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim();
  assert.equal(read?.name ?? UNNAMED, words || UNNAMED);
  for (const place of service.places ?? []) {
    if (!place.masked) continue;
    const {
      name,
      address,
      latitude,
      longitude,
      transport,
      hoursDescription,
      postcode = '',
    } = place;
    const secrets = [
      name,
      address,
      latitude,
      longitude,
      transport,
      hoursDescription,
      place.access?.description,
    ];
    assert.deepEqual(
      secrets.filter((secret) => secret !== undefined),
      [],
    );
    assert.ok(postcode.length <= 4);
  }
  openingState(service, now);
  weeklyHours(service.schedules ?? [], '2026-11-23');
  for (const channel of service.channels ?? []) {
    openingState({ ...channel, status: service.status }, now);
    const { href } = telephone(channel.value);
    if (href !== undefined) assert.match(href, /^tel:\+?\d+$/);
    if (channel.kind === 'website') assert.match(channel.value, /^https?:\/\//i);
  }
}

/** What must hold of every feed, whatever it is. */
function check(feed: FeedResult): void {
  const lost = feed.problems.filter(({ done }) => done.startsWith('Left out: a record must be'));
  assert.equal(feed.services.length + feed.repeats + lost.length, feed.records);
  assert.equal(new Set(feed.services.map(({ id }) => id)).size, feed.services.length);
  const failed = feed.problems.find(({ done }) => done.startsWith('Only its id was kept'));
  assert.equal(failed, undefined);
  if (!fits({ services: feed.services })) assert.fail(JSON.stringify(fits.errors));
  feed.services.forEach(use);
}

/** How many feeds and records were tried. */
export interface Tried {
  feeds: number;
  records: number;
}

/**
 * Changes the example feeds in ways that a feed may be wrong, and reads each by every reader and as a
 * card would: none may throw, lose a service, give a record that does not fit the schema or an
 * address that runs, or ask the network for anything.
 *
 * @param enough - whether to stop, asked after each feed.
 */
export function fuzz(seed: number, enough: (tried: Tried) => boolean): Tried {
  const tried: Tried = { feeds: 0, records: 0 };
  const forbid = (): never => assert.fail('A request was made.');
  const doors = [
    [globalThis, 'fetch'],
    [net.Socket.prototype, 'connect'],
    [http, 'request'],
  ] as const;
  const before = doors.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) ?? {});
  for (const [owner, name] of doors)
    Object.defineProperty(owner, name, { value: forbid, configurable: true, writable: true });
  try {
    for (let run = 0; !enough(tried); run += 1) {
      fc.assert(
        fc.property(fc.constantFrom(...examples), changes, reader, (example, list, other) => {
          const value = changed(example, list);
          // As what it looks like, and as what it may not be at all.
          const feeds = [readFeed(value, { now }), FEEDS[other](value, { now, times: 'offset' })];
          feeds.forEach(check);
          tried.feeds += 1;
          tried.records += feeds[0]?.records ?? 0;
          assert.equal(Object.hasOwn(globalThis, 'ran'), false);
        }),
        { seed: seed + run, numRuns: 100 },
      );
    }
  } finally {
    doors.forEach(([owner, name], index) =>
      Object.defineProperty(owner, name, before[index] ?? {}),
    );
  }
  return tried;
}
