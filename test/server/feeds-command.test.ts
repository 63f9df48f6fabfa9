import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { UsageError } from '../../src/cli/command.ts';
import { command } from '../../src/cli/feed.ts';
import { shownPlace } from '../../src/service/place.ts';
import type { ServicesFile } from '../../src/service/service.ts';

const outpost = new URL('../examples/feeds/outpost.json', import.meta.url).pathname;
const fhir = new URL('../examples/feeds/fhir.json', import.meta.url).pathname;
const house = new URL('../examples/services.json', import.meta.url).pathname;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-feed-'));
});
after(() => rm(folder, { recursive: true }));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function feed(...args: string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const status = await command.run(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    clock: () => new Date('2026-11-23T12:00:00Z'),
    stop: new AbortController().signal,
  });
  return { status, out, err };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('handrail feed', () => {
  it('counts what it kept, what cards will lack, and faults by kind', async () => {
    const { out } = await feed(outpost);
    assert.match(
      out,
      /\(outpost\): 3 records, 3 services kept, 0 repeats, 0 lost; \d+ faults, 1 note\./,
    );
    assert.match(out, /1 card without any way to reach it: 41-2\./);
    assert.match(out, /1 × contacts\[\]\.phone: Read as 2 numbers\. First in 41\./);
    assert.doesNotMatch(out, /07700 900456/);
  });

  it('says in a row for each problem what was read and what was done, and accounts for every field', async () => {
    const { out } = await feed(outpost, '--all');
    assert.match(
      out,
      /41 +contacts\[0\]\.phone +"07700 900456 \/ 020 7946 0166" +Read as 2 numbers\./,
    );
    assert.match(out, /^ +contacts\[\]\.phone +\d+ +read$/m);
    assert.match(out, /^ +contacts\[\]\.name +\d+ +ignored$/m);
  });

  it('names fields that nobody read, with how many records have them', async () => {
    const path = await file(
      'unread.json',
      '{"services":[{"id":"a","name":"A","phones":[{"number":"020 7946 0123"}],"odd":{"deep":[{"x":1}]}}]}',
    );
    const { status, out } = await feed(path, '--kind', 'hsds');
    assert.equal(status, 0);
    assert.match(out, /1 field in 1 record not read: odd\.deep\[\]\.x \(1\)\./);
  });

  it('fails where a service has neither a way to reach it nor hours', async () => {
    const bare = await file('bare.json', '[{"id":"a","name":"A"}]');
    assert.equal((await feed(bare)).status, 1);
    const timed = await file(
      'timed.json',
      '[{"id":"a","name":"A","schedules":[{"byday":"MO","opens_at":"09:00","closes_at":"17:00"}]}]',
    );
    assert.equal((await feed(timed)).status, 0);
  });

  it('prints the same as JSON', async () => {
    const { out } = await feed(outpost, '--json');
    const { kind, records, lost, services, problems } = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual([kind, records, lost], ['outpost', 3, 0]);
    assert.ok(Array.isArray(services) && Array.isArray(problems));
  });

  it('writes a file that cards read, and nothing beside it', async () => {
    const target = join(folder, 'services.json');
    const { err } = await feed(outpost, fhir, '--out', target);
    assert.match(err, /Wrote 5 services/);
    const { services } = JSON.parse(await readFile(target, 'utf8')) as ServicesFile;
    assert.deepEqual(
      services.map(({ id }) => id),
      ['41', '42', '41-2', 'hs-1', 'hs-2'],
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes('part')),
      [],
    );
  });

  it('keeps what a services file says on every card', async () => {
    const target = join(folder, 'house.json');
    await feed(house, '--out', target);
    const written = JSON.parse(await readFile(house, 'utf8')) as ServicesFile;
    // What it may not give away of a masked place it does not pass on.
    const services = written.services.map((service) => ({
      ...service,
      ...(service.places && { places: service.places.map(shownPlace) }),
    }));
    assert.deepEqual(JSON.parse(await readFile(target, 'utf8')), { ...written, services });
  });

  it('fails where a record gives no service, and still reads the others', async () => {
    const path = await file('lost.json', '[{"id":"a","name":"A"},"b"]');
    const { status, out } = await feed(path);
    assert.equal(status, 1);
    assert.match(out, /1 service kept, 0 repeats, 1 lost/);
  });

  for (const [what, name, content, sentence] of [
    ['a web page', 'page.json', '<!doctype html><p>Not found', /is a web page, not JSON/],
    ['broken JSON', 'broken.json', '{"services": [', /is not JSON: /],
    ['nothing', 'empty.json', '', /is not JSON: /],
  ] as const) {
    it(`says in a sentence that a file holds ${what}, and reads the others`, async () => {
      const { status, out, err } = await feed(await file(name, content), outpost);
      assert.equal(status, 1);
      assert.match(err, sentence);
      assert.match(out, /3 services kept/);
    });
  }

  it('reads a file that begins with a byte order mark', async () => {
    const path = await file('bom.json', '\ufeff[{"id":"a","name":"A","phones":["020 7946 0123"]}]');
    assert.equal((await feed(path)).status, 0);
  });

  it('writes nothing where a feed cannot be read', async () => {
    const target = join(folder, 'none.json');
    const { status, err } = await feed(outpost, join(folder, 'no-such.json'), '--out', target);
    assert.equal(status, 1);
    assert.match(err, /There is no file .*no-such\.json\.\n.*was not written/);
    assert.ok(!(await readdir(folder)).includes('none.json'));
  });

  it('prints nothing that moves a terminal’s field or turns its text round', async () => {
    const path = await file(
      'terminal.json',
      '[{"id":"a\\u001b[2J\\u202e","name":"A","email":"\\u009b2J"}]',
    );
    const { out } = await feed(path);
    assert.doesNotMatch(out, /[\u001b\u009b\u202e]/);
  });

  for (const [what, args] of [
    ['without a file', []],
    ['with a kind that there is not', [outpost, '--kind', 'gopher']],
    ['with times that there are not', [outpost, '--times', 'mars']],
    ['with the feed itself as the file to write', [outpost, '--out', outpost]],
  ] as const) {
    it(`says how it is used ${what}`, async () => {
      await assert.rejects(feed(...args), UsageError);
    });
  }
});
