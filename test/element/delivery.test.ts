import { expect } from '@open-wc/testing';
import { deliver } from '../../src/format-request/sending/delivery.ts';
import type { SendOutcome } from '../../src/format-request/sending/delivery.ts';
import { isAt, postOnce } from '../../src/format-request/sending/endpoint.ts';
import type { Endpoint, Fields } from '../../src/format-request/sending/endpoint.ts';
import { bareName, problemsSaid } from '../../src/format-request/sending/said-problems.ts';
import { whoseIs } from '../../src/format-request/sending/whose.ts';
import { IdempotencyKey } from '../../src/format-request/sending/sending.ts';

const RECEIPT = {
  reference: 'K7M4-PX3T',
  receivedAt: '2026-11-23T10:00:00.000Z',
  replyBy: '2026-11-30',
  replyWithin: 5,
};

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const received = (): Response => json(201, RECEIPT);
const drop = (): never => {
  throw new TypeError('Failed to fetch');
};

interface Run {
  readonly outcome: SendOutcome;
  /** What was sent, attempt by attempt. */
  readonly sent: RequestInit[];
  /** How long was waited before each further attempt, in milliseconds. */
  readonly pauses: number[];
}

/** Sends to a receiver that answers as told, the last answer for good; time passes at once. */
async function run(...answers: (() => Response)[]): Promise<Run> {
  const sent: RequestInit[] = [];
  const pauses: number[] = [];
  const fields = [
    ['document', 'One'],
    ['document', 'Two'],
    ['format', 'braille'],
    ['at', 'switch'],
    ['at', 'other'],
    ['_key', 'key-12345'],
  ] as const;
  const outcome = await deliver('https://a.example/requests', fields, {
    send: (_url, init) => {
      sent.push(init ?? {});
      return Promise.resolve().then(answers[sent.length - 1] ?? answers.at(-1));
    },
    wait: (pause) => {
      pauses.push(pause);
      return Promise.resolve();
    },
  });
  return { outcome, sent, pauses };
}

describe('Sending a request', () => {
  it('says "received" for a receipt with a reference, and sends nothing that names the page or person', async () => {
    const { outcome, sent } = await run(received);
    expect(outcome).to.deep.equal({ state: 'received', receipt: RECEIPT });
    expect(sent).to.have.lengthOf(1);
    expect(sent[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(JSON.parse(sent[0]?.body as string)).to.deep.equal({
      document: ['One', 'Two'],
      format: ['braille'],
      at: 'switch other',
      _key: 'key-12345',
    });
  });

  for (const [name, answer] of [
    [
      'a login page with status 200',
      () => new Response('<h1>Welcome to Wi-Fi</h1>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['nothing at all', () => new Response('')],
    ['202 with nothing', () => new Response(null, { status: 202 })],
    ['a redirect', () => Response.redirect('https://b.example/', 303)],
    ['an empty object', () => json(200, {})],
    ['nothing but null', () => json(200, null)],
    ['a receipt without a reference', () => json(201, { ...RECEIPT, reference: '' })],
    ['a blank reference', () => json(201, { ...RECEIPT, reference: ' ' })],
    ['an endless reference', () => json(201, { ...RECEIPT, reference: 'K7M4'.repeat(50_000) })],
    ['a reference that is no text', () => json(201, { ...RECEIPT, reference: ['K7M4-PX3T'] })],
    ['a fault in the receiver', () => json(500, { error: 'Oops' })],
  ] as const) {
    it(`does not say "received" for ${name}, and does not press it`, async () => {
      const { outcome, sent } = await run(answer);
      expect(outcome.state).to.equal('unconfirmed');
      expect(sent).to.have.lengthOf(1);
    });
  }

  it('takes no date and no number of days from a receipt that are none', async () => {
    const { reference } = RECEIPT;
    const bare = { reference, receivedAt: '', replyBy: null, replyWithin: undefined };
    for (const [said, kept] of [
      [{}, {}],
      [{ receivedAt: 5, replyBy: 5, replyWithin: '5' }, {}],
      [{ replyBy: 'next week', replyWithin: -3 }, {}],
      [{ replyBy: '2027-02-31', replyWithin: 1e300 }, {}],
      [{ replyBy: '2027-02-28', replyWithin: 0.5 }, { replyBy: '2027-02-28' }],
      [{ replyBy: '', replyWithin: 3 }, { replyWithin: 3 }],
    ]) {
      const { outcome } = await run(() => json(201, { reference, ...said }));
      expect(outcome).to.deep.equal({ state: 'received', receipt: { ...bare, ...kept } });
    }
  });

  for (const status of [408, 409, 425, 429, 502, 503, 504]) {
    it(`tries again after ${String(status)}, with the same key`, async () => {
      const { outcome, sent, pauses } = await run(() => json(status, {}), received);
      expect(outcome.state).to.equal('received');
      expect(sent[1]?.body).to.equal(sent[0]?.body);
      expect(pauses[0]).to.be.within(750, 1250);
    });
  }

  for (const status of [400, 403, 404, 405, 410, 413, 415]) {
    it(`does not try again after ${String(status)}, in whatever words it comes`, async () => {
      for (const answer of [() => json(status, {}), () => new Response('No', { status })]) {
        const { outcome, sent } = await run(answer);
        expect(outcome.state).to.equal('rejected');
        expect(sent).to.have.lengthOf(1);
      }
    });
  }

  it('tries again when the line drops', async () => {
    const { outcome, sent } = await run(drop, drop, received);
    expect(outcome.state).to.equal('received');
    expect(sent).to.have.lengthOf(3);
  });

  it('does not send again by itself what was taken, though the receipt breaks off', async () => {
    const { outcome, sent } = await run(() => new Response('{"reference":"K7'), received);
    expect(outcome.state).to.equal('unconfirmed');
    expect(sent).to.have.lengthOf(1);
  });

  it('knows that a receiver that turned every attempt away has taken none', async () => {
    const { outcome, sent } = await run(() => json(429, {}));
    expect(outcome.state).to.equal('turned-away');
    expect(sent).to.have.lengthOf(4);
  });

  it('does not take a clear no for the end of an earlier attempt that nobody answered', async () => {
    for (const status of [403, 429]) {
      expect((await run(drop, () => json(status, {}))).outcome.state).to.equal('unconfirmed');
    }
  });

  it('gives up after four attempts, about 1, 3 and 8 seconds apart', async () => {
    const { outcome, sent, pauses } = await run(drop);
    expect(outcome.state).to.equal('unconfirmed');
    expect(sent).to.have.lengthOf(4);
    [1000, 3000, 8000].forEach((pause, at) => {
      expect(pauses[at]).to.be.within(pause * 0.75, pause * 1.25);
    });
  });

  it('waits as long as it is asked to, in seconds or until a date, but not for more than 30 seconds', async () => {
    const busy = (after: string) => () => json(503, {}, { 'Retry-After': after });
    expect((await run(busy('2'), received)).pauses).to.deep.equal([2000]);
    expect((await run(busy('0'), received)).pauses).to.deep.equal([0]);
    expect((await run(busy(new Date(0).toUTCString()), received)).pauses).to.deep.equal([0]);
    const [until] = (await run(busy(new Date(Date.now() + 10_000).toUTCString()), received)).pauses;
    expect(until).to.be.within(1000, 10_000);
    expect((await run(busy('soon'), received)).pauses[0]).to.be.within(750, 1250);
    const hour = await run(busy('3600'), received);
    expect(hour.outcome.state).to.equal('unconfirmed');
    expect(hour.sent).to.have.lengthOf(1);
  });

  it('brings back what the receiver wants changed, where a field of ours can say it', async () => {
    const problems = [{ field: 'email', code: 'email-malformed' }];
    const strange = [
      null,
      'email',
      { field: 'shoe-size', code: 'x', message: 'Enter your shoe size' },
      { field: 'email', code: 'x' },
      { field: 'email', code: 'x', message: { _$litType$: 1, strings: ['x'], values: [] } },
    ];
    const { outcome } = await run(() => json(422, { problems: [...problems, ...strange] }));
    expect(outcome).to.deep.equal({ state: 'refused', problems });
  });

  it('takes a 422 without such fields for a key that holds other answers', async () => {
    for (const body of [{ error: 'Conflict', code: 'key-reused' }, { problems: [] }, {}, null]) {
      expect((await run(() => json(422, body))).outcome.state).to.equal('conflict');
    }
  });

  it('does not try another key where the receiver gives another reason', async () => {
    const strange = [{ field: 'shoe-size', code: 'x', message: 'Enter your shoe size' }];
    const { outcome } = await run(() => json(422, { code: 'answers', problems: strange }));
    expect(outcome.state).to.equal('rejected');
  });
});

const PAGE = '<!doctype html><title>Thank you</title><h1>Thank you';
const ENDPOINT: Endpoint = {
  action: 'https://a.example/form',
  enctype: '',
  successUrl: '',
  referencePath: '',
  known: new Set(['email', 'documentother', 'ward']),
};
const THANKS = { successUrl: 'https://a.example/thanks' };
const CASE = { referencePath: 'case.id' };

/** A body that breaks off in the middle. */
const half = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"case":{"id":'));
      controller.error(new TypeError('network error'));
    },
  });

/** What an endpoint may put behind its status: kind, body and what it says the body is. */
const BODIES: readonly (readonly [string, () => BodyInit | null, string])[] = [
  ['nothing', () => null, ''],
  ['an empty page', () => '', 'text/html'],
  ['a page', () => PAGE, 'text/html; charset=utf-8'],
  ['a page that says it is JSON', () => PAGE, 'application/json'],
  ['a text', () => 'OK', 'text/plain'],
  ['JSON null', () => 'null', 'application/json'],
  ['JSON true', () => 'true', 'application/json'],
  ['a list', () => '[]', 'application/json'],
  ['{}', () => '{}', 'application/json'],
  ['ok: true', () => '{"ok":true}', 'application/json'],
  ['ok: false', () => '{"ok":false,"error":"no"}', 'application/json'],
  ['success: false', () => '{"success":false}', 'application/json'],
  ['a reference', () => '{"reference":"K7M4-PX3T"}', 'application/json'],
  ['a number for a reference', () => '{"reference":4711}', 'application/json'],
  ['a case number deep in it', () => '{"case":{"id":"FM-1"}}', 'application/json'],
  ['a number deep in it', () => '{"case":{"id":0}}', 'application/vnd.api+json'],
  ['a list where the number should be', () => '{"case":{"id":[1]}}', 'application/json'],
  ['errors by field', () => '{"errors":{"Email":["Wrong"]}}', 'application/problem+json'],
  ['no errors', () => '{"errors":[],"reference":"A1"}', 'application/json'],
  ['half an answer', half, 'application/json'],
  ['two answers', () => '{"case":{"id":1}}{"case":{"id":2}}', 'application/json'],
];
const WITHOUT_BODY = [204, 205, 304];
const STATUSES = [
  ...[200, 201, 202, 203, 204, 205, 226, 300, 304, 305, 400, 401, 403, 404, 405, 406, 408, 409],
  ...[410, 411, 413, 414, 415, 418, 419, 422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501],
  ...[502, 503, 504, 507, 511, 520, 599],
];

/** What an answer means under a declaration: the rule in words, for each of the ways. */
function meaning(status: number, body: string, declared: Partial<Endpoint>): SendOutcome['state'] {
  if (status === 429) return 'turned-away';
  if (status < 500 && body === 'errors by field') return 'refused';
  const is2xx = status < 300;
  if (is2xx && ['ok: false', 'success: false'].includes(body)) return 'rejected';
  if (status >= 400 && status < 500) return status === 408 ? 'unconfirmed' : 'rejected';
  if (!is2xx || declared.successUrl) return 'unconfirmed';
  const numbered = ['a case number deep in it', 'a number deep in it'].includes(body);
  return declared.referencePath && !numbered ? 'unconfirmed' : 'received';
}

async function post(
  answer: () => Response | Promise<Response>,
  declared: Partial<Endpoint> = {},
  fields: Fields = [['email', 'sam@example.org']],
): Promise<{ outcome: SendOutcome; sent: RequestInit[] }> {
  const sent: RequestInit[] = [];
  const outcome = await postOnce({ ...ENDPOINT, ...declared }, fields, async (_url, init = {}) => {
    sent.push(init);
    return await Promise.resolve().then(answer);
  });
  return { outcome, sent };
}

/** An answer that comes from an address, as one does after a redirect. */
const from = (url: string, status = 200): Response =>
  Object.defineProperty(new Response(PAGE, { status }), 'url', { value: url });

describe('Sending to somebody else’s endpoint', () => {
  it('posts once, whatever comes back, and takes for a success what was declared', async () => {
    let ways = 0;
    for (const declared of [{}, THANKS, CASE]) {
      for (const status of STATUSES) {
        for (const [name, body, type] of WITHOUT_BODY.includes(status)
          ? BODIES.slice(0, 1)
          : BODIES) {
          // A script can make no answer that a server can send: the status is put on top.
          const answer = (): Response =>
            Object.defineProperties(
              new Response(body(), { headers: type ? { 'Content-Type': type } : {} }),
              { status: { value: status }, ok: { value: status >= 200 && status < 300 } },
            );
          const { outcome, sent } = await post(answer, declared);
          const way = `${String(status)} with ${name}, ${JSON.stringify(declared)}`;
          expect(sent, way).to.have.lengthOf(1);
          expect(outcome.state, way).to.equal(meaning(status, name, declared));
          ways += 1;
        }
      }
    }
    expect(ways).to.be.greaterThan(2500);
  });

  it('posts once where the line breaks, time runs out or another site keeps its answer to itself', async () => {
    for (const fault of [
      drop,
      () => Promise.reject(new DOMException('', 'TimeoutError')),
      () => Promise.reject(new DOMException('', 'AbortError')),
      () => Response.error(),
    ]) {
      for (const declared of [{}, THANKS, CASE]) {
        const { outcome, sent } = await post(fault, declared);
        expect([outcome.state, sent.length]).to.deep.equal(['unconfirmed', 1]);
      }
    }
  });

  it('shows the reference that stands at the declared path, a text or a number', async () => {
    for (const [path, body, reference] of [
      ['case.id', { case: { id: 'FM-1' } }, 'FM-1'],
      ['case.id', { case: { id: 0 } }, '0'],
      ['caseId', { caseId: 4711 }, '4711'],
      ['data.0.number', { data: [{ number: 12 }] }, '12'],
      ['', { reference: 'K7M4-PX3T' }, 'K7M4-PX3T'],
      ['', { caseId: 4711 }, ''],
      ['', { reference: 'K7M4'.repeat(50) }, ''],
    ] as const) {
      const { outcome } = await post(() => json(200, body), { referencePath: path });
      expect(outcome.state === 'received' && outcome.receipt.reference, path).to.equal(reference);
    }
    for (const path of ['toString', '__proto__', 'length', 'case.id.length']) {
      const { outcome } = await post(() => json(200, { case: { id: 'x' } }), {
        referencePath: path,
      });
      expect(outcome.state, path).to.equal('unconfirmed');
    }
  });

  it('takes a redirect for a success where it led to the declared address', async () => {
    for (const [answered, declared, is] of [
      ['https://a.example/thanks', '/thanks', true],
      ['https://a.example/thanks/', '/thanks', true],
      ['https://a.example/thanks/4711?lang=cy', '/thanks', true],
      ['https://a.example/form?sent=1&x=2#top', '/form?sent=1', true],
      ['https://a.example/thanksgiving', '/thanks', false],
      ['https://a.example/form', '/thanks', false],
      ['https://a.example/form?sent=0', '/form?sent=1', false],
      ['https://a.example/login?next=/thanks', '/thanks', false],
      ['https://b.example/thanks', '/thanks', false],
      ['https://a.example/anything', '/', false],
      ['https://a.example/', '/', true],
    ] as const) {
      const successUrl = `https://a.example${declared}`;
      expect(isAt(answered, successUrl), `${answered} for ${declared}`).to.equal(is);
      const { outcome } = await post(() => from(answered), { successUrl });
      expect(outcome.state).to.equal(is ? 'received' : 'unconfirmed');
    }
    const { outcome } = await post(() => from('https://a.example/thanks', 404), THANKS);
    expect(outcome.state).to.equal('rejected');
  });

  it('sends what the author’s form would, as that encodes it, and cookies to the page’s own site alone', async () => {
    const fields: Fields = [
      ['notes', 'One\nTwo'],
      ['ward', 'Hill'],
      ['ward', 'Dale'],
      ['file', new File(['x'], 'x.txt')],
    ];
    const bodyOf = async (enctype: string) => {
      const { sent } = await post(() => json(200, {}), { enctype }, fields);
      expect(sent[0]).to.include({ credentials: 'same-origin', method: 'POST' });
      return sent[0]?.body;
    };
    const text = await new Response(await bodyOf('')).text();
    expect(text).to.equal('notes=One%0D%0ATwo&ward=Hill&ward=Dale');
    const form = (await bodyOf('multipart/form-data')) as FormData;
    expect([form.getAll('ward'), (form.get('file') as File).name]).to.deep.equal([
      ['Hill', 'Dale'],
      'x.txt',
    ]);
    const whole = new Response(await bodyOf('application/json'));
    expect(await whole.json()).to.deep.include({ ward: 'Hill Dale' });
  });

  it('says that a token may have expired for the statuses that frameworks answer with', async () => {
    for (const [status, token] of [
      [400, true],
      [403, true],
      [419, true],
      [404, false],
      [422, false],
    ] as const) {
      const { outcome } = await post(() => new Response(PAGE, { status }));
      expect(outcome).to.deep.equal({ state: 'rejected', token });
    }
  });

  it('finds what is wrong with which field, in the shapes that frameworks answer in', () => {
    const email = [{ name: 'email', message: 'Wrong' }];
    for (const [system, body] of [
      ['Laravel, Rails', { message: 'Invalid', errors: { email: ['Wrong'] } }],
      ['one text', { errors: { email: 'Wrong' } }],
      ['ASP.NET', { type: 'x', title: 'x', status: 400, errors: { Email: ['Wrong'] } }],
      ['ASP.NET Web API', { Message: 'x', ModelState: { 'model.Email': ['Wrong'] } }],
      ['a list', { errors: [{ field: 'email', message: 'Wrong' }] }],
      ['RFC 9457', { title: 'x', errors: [{ detail: 'Wrong', pointer: '#/email' }] }],
      ['JSON:API', { errors: [{ detail: 'Wrong', source: { pointer: '/data/email' } }] }],
      ['express-validator', { errors: [{ msg: 'Wrong', path: 'email', location: 'body' }] }],
      ['FastAPI', { detail: [{ loc: ['body', 'email'], msg: 'Wrong', type: 'x' }] }],
      ['Spring', { errors: [{ field: 'email', defaultMessage: 'Wrong', code: 'Email' }] }],
      ['Symfony', { violations: [{ propertyPath: 'email', title: 'Wrong' }] }],
      ['Django', { email: [{ message: 'Wrong', code: 'invalid' }] }],
      ['Django REST', { email: ['Wrong'] }],
      ['Zod', { issues: [{ path: ['email'], message: 'Wrong' }] }],
      ['Zod, flat', { fieldErrors: { email: ['Wrong'] }, formErrors: [] }],
      ['Contact Form 7', { invalid_fields: [{ field: 'email', message: 'Wrong' }] }],
      ['ours', { problems: [{ field: 'email', code: 'x', message: 'Wrong' }] }],
    ] as const) {
      const said = problemsSaid(body, ENDPOINT.known);
      const bare = said.map(({ name, message }) => ({ name: bareName(name), message }));
      expect(bare, system).to.deep.equal(email);
    }
    const none = (body: unknown): unknown[] => problemsSaid(body, ENDPOINT.known);
    for (const body of [
      null,
      4,
      'x',
      [],
      {},
      { errors: {} },
      { errors: [null, 5, {}] },
      { id: ['x'] },
    ])
      expect(none(body), JSON.stringify(body)).to.deep.equal([]);
    expect(none({ errors: ['Wrong'] })).to.deep.equal([{ name: '', message: 'Wrong' }]);
    expect(none({ errors: { a: 'x'.repeat(9999) } })).to.deep.equal([
      { name: 'a', message: 'x'.repeat(500) },
    ]);
  });
});

describe('An endpoint that nothing is declared of', () => {
  const ask = async (...answers: (() => Response)[]) => {
    const asked: [string, RequestInit | undefined][] = [];
    const whose = await whoseIs('https://a.example/requests/?x=1', async (url, init) => {
      asked.push([(url as URL).href, init]);
      return await Promise.resolve().then(answers[asked.length - 1] ?? drop);
    });
    return { whose, asked };
  };

  it('is asked what it is without anything being sent, and is ours where it says so', async () => {
    const ours = () => new Response(null, { status: 204, headers: { 'Handrail-Receiver': '1' } });
    const { whose, asked } = await ask(ours);
    expect(whose).to.equal('ours');
    expect(asked[0]?.[0]).to.equal('https://a.example/requests/health?x=1');
    expect(asked[0]?.[1]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect([asked[0]?.[1]?.method, asked[0]?.[1]?.body]).to.deep.equal([undefined, undefined]);
  });

  it('is somebody else’s whatever else it answers, or where no script may read the answer', async () => {
    for (const status of [200, 204, 302, 401, 403, 404, 405, 500, 503])
      expect((await ask(() => new Response(null, { status }))).whose).to.equal('theirs');
    expect((await ask(drop, () => new Response('opaque'))).whose).to.equal('theirs');
  });

  it('is nobody’s where the line is down', async () => {
    expect((await ask(drop, drop)).whose).to.equal('nobody');
  });
});

describe('The key of a request', () => {
  const ended = (state: SendOutcome['state']) => ({ state }) as SendOutcome;

  it('is long, and another for each form', () => {
    const key = new IdempotencyKey().for('A');
    expect(key).to.match(/^[0-9a-f]{32}$/);
    expect(new IdempotencyKey().for('A')).not.to.equal(key);
  });

  it('stays while the answers stay, whatever happened', () => {
    for (const state of ['unconfirmed', 'rejected', 'refused'] as const) {
      const key = new IdempotencyKey();
      const first = key.for('A');
      key.recordResult(ended(state));
      expect(key.for('A'), state).to.equal(first);
    }
  });

  it('is new for other answers after a clear no', () => {
    for (const state of ['rejected', 'refused', 'turned-away'] as const) {
      const key = new IdempotencyKey();
      const first = key.for('A');
      key.recordResult(ended(state));
      expect(key.for('B'), state).not.to.equal(first);
    }
  });

  it('stays for other answers while nobody knows whether the first arrived', () => {
    const key = new IdempotencyKey();
    const first = key.for('A');
    key.recordResult(ended('unconfirmed'));
    expect(key.for('B')).to.equal(first);
    key.recordResult(ended('refused'));
    expect(key.for('C')).to.equal(first);
    key.renew();
    expect(key.for('B')).not.to.equal(first);
  });
});
