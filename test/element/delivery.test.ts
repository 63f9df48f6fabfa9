import { expect } from '@open-wc/testing';
import { deliver } from '../../src/format-request/sending/delivery.ts';
import type { SendOutcome } from '../../src/format-request/sending/delivery.ts';
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

  it('tries again when the line drops, or an answer breaks off, or nothing comes', async () => {
    for (const fault of [drop, () => new Response('{"reference":"K7'), () => new Response('')]) {
      const { outcome, sent } = await run(fault, fault, received);
      expect(outcome.state).to.equal('received');
      expect(sent).to.have.lengthOf(3);
    }
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
