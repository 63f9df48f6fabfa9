import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { FIELDS } from '../../src/format-request/schema/fields.ts';
import { problemsIn } from '../../src/format-request/schema/problems.ts';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { openSqlite } from '../../src/receiver/index.ts';
import { isKey } from '../../src/receiver/intake/submission.ts';
import { GOOD, receiver, SITE } from './receiver-helpers.ts';

/** How many bodies are tried: a share of them in every test run, all of them at night. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1500);

const TYPES = ['application/json', 'application/x-www-form-urlencoded', 'text/plain', ''];
const STATUSES = [200, 201, 303, 400, 413, 415, 422];

const name = fc.oneof(
  fc.constantFrom(
    ...FIELDS,
    '_key',
    '_page',
    '_lang',
    '_t',
    '_leave_empty',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
/** Text as people, programs and attackers write it. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\udc00x',
    '\u202Eabc',
    '=1+1',
    '<script>',
    '%00',
    '&=',
    '[]',
  ),
  fc.webUrl({ withQueryParameters: true }),
  fc.emailAddress(),
  fc.constantFrom(
    'audio',
    'braille',
    'email',
    'post',
    'pat@example.org',
    '020 7946 0123',
    'The plan',
  ),
);
const jsonBody = fc.oneof(
  fc
    .dictionary(name, fc.oneof(value, fc.array(value, { maxLength: 5 })))
    .map((body) => JSON.stringify(body)),
  // Good answers with something odd among them: most of these are kept.
  fc
    .dictionary(
      fc.constantFrom('notes', 'name', 'large-print-size', '_page', '_lang', '_key'),
      value,
    )
    .map((odd) => JSON.stringify({ ...GOOD, ...odd })),
  fc.json(),
  // Halves of characters reach us in escapes alone.
  fc
    .string({ maxLength: 20 })
    .map((text) => `{"notes":"\\ud800${text.replace(/[\\"\u0000-\u001f]/g, '')}"}`),
);
const formBody = fc
  .array(fc.tuple(name, value), { maxLength: 20 })
  .map((fields) => new URLSearchParams(fields.map(([key, text]) => [key, text])).toString());
const [json, urlencoded] = TYPES;
/** A body and what it says it is: mostly the truth. */
const body = fc.oneof(
  fc.tuple(
    fc.constant(json),
    jsonBody.map((text) => Buffer.from(text)),
  ),
  fc.tuple(
    fc.constant(urlencoded),
    formBody.map((text) => Buffer.from(text)),
  ),
  fc.tuple(
    fc.constantFrom(...TYPES),
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  ),
);

describe('Whatever is sent', () => {
  test('is answered with a clean status, and is in the store whenever the answer says so', async () => {
    const store = openSqlite(':memory:');
    const limits = { perAddress: 0, flood: 0, floodPerAddress: 0 };
    const errors: unknown[] = [];
    const handle = receiver({ store, limits, onError: (error) => errors.push(error) });
    const known = new Set<string>();
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async ([type = '', bytes], wants) => {
        const headers = {
          'Content-Type': type,
          Accept: wants ? 'application/json' : 'text/html',
        };
        const response = await handle(
          new Request(`${SITE}/requests`, {
            method: 'POST',
            headers,
            body: new Uint8Array(bytes),
          }),
        );
        assert.ok(STATUSES.includes(response.status), String(response.status));
        assert.deepEqual(errors, []);
        const text = await response.text();
        assert.doesNotMatch(text, /<script|\u0000/);
        if (response.status === 200 || response.status === 201) {
          const { reference } = JSON.parse(text) as { reference: string };
          assert.equal(known.has(reference), response.status === 200);
          known.add(reference);
          assert.ok(await store.find(reference));
        }
      }),
      { numRuns: RUNS },
    );
    assert.ok(known.size > RUNS / 50, `only ${String(known.size)} were kept`);
    await store.close();
  });

  test('is read as a request that has nothing wrong, or something that can be said', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 30 }), (fields) => {
        const request = readRequest(fields);
        for (const { field, code } of problemsIn(request)) {
          assert.ok(FIELDS.includes(field));
          assert.match(code, /^[a-z-]+$/);
        }
        // What was read is clean: read once more, it is the same.
        const again = Object.entries(request.text).map(([key, text]): [string, string] => [
          key,
          text,
        ]);
        assert.deepEqual(readRequest(again).text, request.text);
      }),
      { numRuns: RUNS },
    );
  });

  test('is a key only where it can stand in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (isKey(text)) assert.doesNotThrow(() => new Headers({ 'Idempotency-Key': text }));
      }),
      { numRuns: RUNS },
    );
  });
});
