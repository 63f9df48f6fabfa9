import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { openSqlite } from '../../src/receiver/index.ts';
import type { Receiver, ReceiverOptions, Store } from '../../src/receiver/index.ts';
import * as helpers from './receiver-helpers.ts';
import {
  ACCEPT_JSON,
  bodyOf,
  form,
  GOOD,
  GOOD_FORM,
  json,
  scratch,
  SITE,
} from './receiver-helpers.ts';
import type { Scratch } from './receiver-helpers.ts';

let disk: Scratch;
let store: Store;

beforeEach(() => {
  disk = scratch();
  store = openSqlite(disk.file);
});

afterEach(async () => {
  await store.close();
  disk.remove();
});

/** A receiver whose requests a test can look at on the disk. */
function receiver(options: Partial<ReceiverOptions> = {}): Receiver {
  return helpers.receiver({ store, ...options });
}

describe('A request that can be taken', () => {
  test('is told to the log by its reference, and nothing else of it', async () => {
    const told: unknown[] = [];
    const handle = receiver({ onAnswer: (entry) => told.push(entry) });
    const { reference } = await bodyOf(await handle(json(GOOD)));
    await handle(new Request(`${SITE}/elsewhere`));
    assert.deepEqual(told, [
      { status: 201, code: 'new', reference },
      { status: 404, code: 'not-found' },
    ]);
  });

  test('a script is told the reference and the date of the reply', async () => {
    const response = await receiver()(json(GOOD));
    assert.equal(response.status, 201);
    const { reference, ...rest } = await bodyOf(response);
    assert.match(String(reference), /^[A-Y2-9]{4}-[A-Y2-9]{4}$/);
    assert.deepEqual(rest, {
      receivedAt: '2026-11-23T10:00:00.000Z',
      replyBy: '2026-11-30',
      replyWithin: 5,
    });
  });

  test('everything that was asked for is in the file', async () => {
    const meta = { _page: 'https://council.example/plans?q=secret#part', _lang: 'CY-gb' };
    const answered = await bodyOf(await receiver()(json({ ...GOOD, ...meta, _key: 'key-12345' })));
    const [row, ...others] = disk.rows();
    assert.equal(others.length, 0);
    assert.ok(row);
    assert.equal(row['reference'], answered['reference']);
    assert.equal(row['key'], 'key-12345');
    assert.equal(row['received_at'], '2026-11-23T10:00:00.000Z');
    assert.equal(row['reply_by'], '2026-11-30');
    assert.equal(row['reply_within'], 5);
    assert.equal(row['contact_by'], 'email');
    assert.equal(row['page'], 'https://council.example/plans');
    assert.equal(row['language'], 'cy-GB');
    assert.deepEqual(JSON.parse(String(row['documents'])), [
      { title: 'The local plan', url: 'https://council.example/plan.pdf' },
    ]);
    assert.deepEqual(JSON.parse(String(row['formats'])), ['large-print', 'braille']);
    assert.deepEqual(JSON.parse(String(row['answers'])), {
      'large-print-size': '18 point',
      email: 'pat@example.org',
      name: 'Pat Example',
    });
  });

  test('a form sent without JavaScript is kept, and leads to a receipt page', async () => {
    const response = await receiver()(form(GOOD_FORM));
    assert.equal(response.status, 303);
    assert.match(response.headers.get('Location') ?? '', /^\/requests\/receipt\/[\w-]{32}$/);
    assert.equal(disk.rows().length, 1);
  });

  test('a form sent by a script is answered in JSON', async () => {
    const response = await receiver()(form(GOOD_FORM, ACCEPT_JSON));
    assert.equal(response.status, 201);
    assert.equal((await bodyOf(response))['replyBy'], '2026-11-30');
  });

  test('no date is promised where nobody can know the bank holidays', async () => {
    const clock = (): Date => new Date('2028-12-28T10:00:00Z');
    const answered = await bodyOf(await receiver({ clock })(json(GOOD)));
    assert.equal(answered['replyBy'], null);
    assert.equal(answered['replyWithin'], 5);
    assert.equal(disk.rows()[0]?.['reply_by'], null);
  });

  test('the promise follows the days and the calendar of the organisation', async () => {
    const calendar = { division: 'scotland', closures: ['2026-11-24'] } as const;
    const answered = await bodyOf(await receiver({ replyDays: 4, calendar })(json(GOOD)));
    // The 24th is closed, and 30 November is Saint Andrew's Day.
    assert.equal(answered['replyBy'], '2026-12-01');
    assert.equal(answered['replyWithin'], 4);
  });

  test('a page or language that is not one is left out, and the request is kept', async () => {
    for (const [_page, _lang] of [
      ['javascript:alert(1)', '"><script>'],
      [`https://a.example/${'x'.repeat(2048)}`, 'en'.repeat(40)],
      ['https://', ''],
    ]) {
      assert.equal((await receiver()(json({ ...GOOD, _page, _lang }))).status, 201);
    }
    assert.deepEqual(
      disk.rows().map(({ page, language }) => [page, language]),
      [
        [null, null],
        [null, null],
        [null, null],
      ],
    );
  });

  test('a user name and password in the page’s address are not kept', async () => {
    await receiver()(json({ ...GOOD, _page: 'https://pat:secret@council.example/plans' }));
    assert.equal(disk.rows()[0]?.['page'], 'https://council.example/plans');
  });

  test('half a character or a control character stops neither the request nor a terminal', async () => {
    const body = JSON.stringify(GOOD).replace('Pat Example', 'Pat \\ud800 Ex\\u009bample');
    assert.equal((await receiver()(json(body))).status, 201);
    const answers = JSON.parse(String(disk.rows()[0]?.['answers'])) as { name: string };
    assert.equal(answers.name, 'Pat \uFFFD Example');
    const sent = GOOD_FORM.map(([name, value]): [string, string] => [name, `${value}\u009b`]);
    assert.equal((await receiver()(form(sent))).status, 303);
    assert.doesNotMatch(JSON.stringify(disk.rows()), /\u009b/);
  });

  test('fields that nobody knows are left aside', async () => {
    const body = `{"__proto__":"x","constructor":"y","other":"z",${JSON.stringify(GOOD).slice(1)}`;
    assert.equal((await receiver()(json(body))).status, 201);
    assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
    assert.doesNotMatch(JSON.stringify(disk.rows()), /constructor|__proto__|other/);
  });
});

describe('A request that cannot be taken', () => {
  const cases: [string, Record<string, unknown>, string, string][] = [
    ['no document', { document: [] }, 'document', 'document-missing'],
    ['no format', { format: [] }, 'format', 'format-missing'],
    ['a format nobody knows', { format: 'papyrus' }, 'format', 'format-unknown'],
    ['another format, not described', { format: 'other' }, 'format-other', 'format-other-missing'],
    ['no way to be reached', { email: '' }, 'contact-by', 'contact-missing'],
    ['no email address', { email: '', 'contact-by': 'email' }, 'email', 'email-missing'],
    ['half an email address', { email: 'pat@' }, 'email', 'email-malformed'],
    ['no phone number', { 'contact-by': 'phone' }, 'phone', 'phone-missing'],
    ['half a phone number', { 'contact-by': 'text', phone: '020' }, 'phone', 'phone-malformed'],
    ['notes that are too long', { notes: 'x'.repeat(2003) }, 'notes', 'too-long'],
  ];
  for (const [what, change, field, code] of cases) {
    test(`${what} is a problem that a script can show by its field`, async () => {
      const response = await receiver()(json({ ...GOOD, ...change }));
      assert.equal(response.status, 422);
      const {
        code: reason,
        error,
        problems,
      } = (await response.json()) as {
        code: string;
        error: string;
        problems: { field: string; code: string; message: string }[];
      };
      assert.equal(reason, 'answers');
      assert.equal(error, 'There is a problem with your answers.');
      assert.deepEqual(
        problems.map((problem) => [problem.field, problem.code]),
        [[field, code]],
      );
      assert.match(problems[0]?.message ?? '', /^[A-Z].{10,}/);
      assert.equal(disk.rows().length, 0);
    });
  }

  test('a text that is too long comes with how much too long it is', async () => {
    const response = await receiver()(json({ ...GOOD, notes: 'x'.repeat(2003) }));
    const { problems } = (await response.json()) as { problems: unknown };
    assert.deepEqual(problems, [
      {
        field: 'notes',
        code: 'too-long',
        excess: 3,
        message: 'Anything else that would help us: shorten your answer by 3 characters',
      },
    ]);
  });

  test('everything that is wrong is said at once, in the order of the form', async () => {
    const response = await receiver()(json({ 'contact-by': 'post' }));
    const { problems } = (await response.json()) as { problems: { code: string }[] };
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['document-missing', 'format-missing', 'address-missing'],
    );
  });

  test('a format that this organisation cannot make is refused', async () => {
    const handle = receiver({ formats: ['large-print', 'audio'] });
    const response = await handle(json({ ...GOOD, email: 'pat@' }));
    const { problems } = (await response.json()) as { problems: { code: string }[] };
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['format-unknown', 'email-malformed'],
    );
    assert.equal((await handle(json({ ...GOOD, format: 'audio' }))).status, 201);
  });

  test('a way to be reached that this organisation does not have is refused, not swapped', async () => {
    const handle = receiver({ contactWays: ['email', 'post'] });
    const chosen = await handle(json({ ...GOOD, phone: '020 7946 0123', 'contact-by': 'phone' }));
    assert.equal(chosen.status, 422);
    assert.match(await chosen.text(), /contact-missing/);
  });

  test('where nothing was chosen, the way that is offered and filled in is taken', async () => {
    const handle = receiver({ contactWays: ['phone', 'post'] });
    assert.equal((await handle(json({ ...GOOD, phone: '020 7946 0123' }))).status, 201);
    assert.equal(disk.rows()[0]?.['contact_by'], 'phone');
  });

  test('where a format goes is enough, also where people are reached in other ways', async () => {
    for (const contactWays of [['email'], ['email', 'phone']] as const) {
      const { email, ...rest } = { ...GOOD, format: ['braille'], address: '12 High Street' };
      const response = await receiver({ contactWays })(json(rest));
      assert.equal(response.status, 201, `${String(contactWays)}, without ${email}`);
      assert.equal(disk.rows().at(-1)?.['contact_by'], 'post');
    }
  });

  test('where there is one way alone, what it needs is asked for', async () => {
    const response = await receiver({ contactWays: ['phone'] })(json(GOOD));
    assert.match(await response.text(), /phone-missing/);
  });

  test('JSON of another shape is refused in a sentence', async () => {
    const bodies = [
      '',
      '{',
      '[]',
      'null',
      '"text"',
      '{"name":1}',
      '{"name":["a"]}',
      '{"format":[1]}',
    ];
    for (const body of [...bodies, '{"email":{"a":"b"}}', '{"_key":null}', '['.repeat(60_000)]) {
      const response = await receiver()(json(body));
      assert.equal(response.status, 400, body.slice(0, 20));
      assert.match(String((await bodyOf(response))['error']), /^The body must be a JSON object/);
    }
    assert.equal(disk.rows().length, 0);
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const response = await receiver()(
      new Request(`${SITE}/requests`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: Buffer.from(JSON.stringify({ ...GOOD, name: 'Ren\u00e9' }), 'latin1'),
      }),
    );
    assert.equal(response.status, 400);
  });
});
