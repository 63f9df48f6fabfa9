import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { notifyChannels, webhookChannel } from '../../src/receiver/index.ts';
import type { DeliveryChannel } from '../../src/receiver/index.ts';
import { failure, HOSTILE, named, newsOf } from './outbox-helpers.ts';
import { GOOD_FORM, NOW } from './receiver-helpers.ts';

/** Something that takes HTTP calls and remembers them. */
let server: Server;
let site = '';
let calls: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[] = [];
let answer: (path: string) => [number, unknown];
before(async () => {
  server = createServer((message, response) => {
    void text(message).then((body) => {
      const { method = '', url = '', headers } = message;
      calls.push({ method, path: url, headers, body });
      const [status, said] = answer(url);
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(said));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  calls = [];
  answer = () => [200, { notifications: [] }];
});

describe('By GOV.UK Notify', () => {
  const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
  const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
  const channels = (): DeliveryChannel[] =>
    notifyChannels({
      apiKey: `handrail-${SERVICE}-${SECRET}`,
      newsTemplate: 'news',
      acknowledgementTemplate: 'receipt',
      to: 'formats@council.example',
      baseUrl: site,
    });
  const posted = () =>
    calls
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

  test('each call is signed with the service’s secret', async () => {
    await named(channels(), 'notify').send(await newsOf());
    const [, token = ''] = (calls[0]?.headers.authorization ?? '').split(' ');
    const [head = '', claims = '', signature] = token.split('.');
    const signed = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
    assert.equal(signature, signed);
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    assert.deepEqual(read(head), { typ: 'JWT', alg: 'HS256' });
    const { iss, iat } = read(claims) as { iss: string; iat: number };
    assert.equal(iss, SERVICE);
    assert.ok(Math.abs(iat - Date.now() / 1000) < 30);
  });

  test('the template gets the reference, the date and the request', async () => {
    await named(channels(), 'notify').send(await newsOf());
    const [body] = posted();
    assert.equal(body?.['template_id'], 'news');
    assert.equal(body['email_address'], 'formats@council.example');
    assert.deepEqual(body['sanitise_content_for'], ['request']);
    const { due, request } = body['personalisation'] as Record<string, string>;
    assert.equal(due, 'by Monday 30 November 2026');
    assert.match(request ?? '', /^Formats: Large print, Braille$/m);
  });

  test('nothing that is typed is read as Markdown, a link or a placeholder', async () => {
    await named(channels(), 'notify').send(await newsOf(HOSTILE));
    const { request = '' } = posted()[0]?.['personalisation'] as Record<string, string>;
    assert.doesNotMatch(request, /\]\(|\(\(|\)\)|^#|^\[/m);
    for (const line of request.split('\n')) assert.match(line, /^[A-Z][^:]*: /);
  });

  test('the acknowledgement holds nothing but the reference and the date', async () => {
    const news = await newsOf();
    await named(channels(), 'notify-acknowledgement').send(news);
    const [body] = posted();
    assert.equal(body?.['email_address'], 'pat@example.org');
    assert.deepEqual(body['personalisation'], {
      reference: news.request.reference,
      due: 'by Monday 30 November 2026',
    });
  });

  test('what Notify has already is not sent again', async () => {
    answer = () => [200, { notifications: [{ id: 'x' }] }];
    const news = await newsOf(GOOD_FORM, { attempt: 2 });
    await named(channels(), 'notify').send(news);
    assert.equal(posted().length, 0);
    assert.equal(calls[0]?.path, `/v2/notifications?reference=${news.id}`);
  });

  const known = (...statuses: string[]) => {
    answer = (path) => [
      200,
      path.includes('?') ? { notifications: statuses.map((status) => ({ status })) } : {},
    ];
  };

  test('what becomes of a message is asked until that is final', async () => {
    const send = async () => named(channels(), 'notify').send(await newsOf());
    assert.equal(await send(), 'accepted');
    for (const status of ['created', 'sending', 'pending', 'sent', 'something new']) {
      known(status);
      assert.equal(await send(), 'accepted', status);
    }
    assert.equal(posted().length, 1);
    known('delivered');
    assert.equal(await send(), 'delivered');
    known('permanent-failure');
    assert.deepEqual(await failure(send()), [
      'GOV.UK Notify says that there is no such address',
      true,
    ]);
    assert.equal(posted().length, 1);
  });

  test('what Notify could not deliver for reasons that pass is sent again, and then given up', async () => {
    const send = async () => named(channels(), 'notify').send(await newsOf());
    for (const status of ['technical-failure', 'temporary-failure']) {
      calls = [];
      known(status);
      assert.equal(await send(), 'accepted');
      known('sending', status);
      assert.equal(await send(), 'accepted');
      assert.equal(posted().length, 1);
      known(status, status, status);
      assert.deepEqual(await failure(send()), [
        `GOV.UK Notify could not deliver it: ${status}`,
        true,
      ]);
    }
  });

  test('a notice reaches the organisation by the template that news has', async () => {
    const notice = {
      subject: 'Requests for formats: 1 overdue',
      text: 'Overdue: AAAA-BBBB\n((x))',
    };
    await named(channels(), 'notify').notify?.(notice);
    const [body] = posted();
    assert.equal(body?.['template_id'], 'news');
    assert.equal(body['email_address'], 'formats@council.example');
    assert.deepEqual(body['personalisation'], {
      reference: 'Handrail',
      due: notice.subject,
      request: 'Overdue: AAAA-BBBB\n( (x) )',
    });
  });

  test('a limit or a fault of Notify’s is tried again; a wrong key or template is not', async () => {
    for (const [status, permanent] of [
      [429, false],
      [500, false],
      [400, true],
      [403, true],
    ] as const) {
      answer = (path) => [path.includes('?') ? 200 : status, { notifications: [] }];
      assert.deepEqual(await failure(named(channels(), 'notify').send(await newsOf())), [
        `GOV.UK Notify answered with status ${String(status)}`,
        permanent,
      ]);
    }
  });

  test('a key of another shape is refused at the start', () => {
    const settings = { newsTemplate: 'x', to: 'a@b.example' };
    assert.throws(() => notifyChannels({ apiKey: 'x', ...settings }), /API key/);
  });
});

describe('By webhook', () => {
  const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`;
  const hook = (): DeliveryChannel =>
    webhookChannel({ url: `${site}/hook`, secret, clock: () => NOW });

  test('the other side can check who sent it, and that it is whole', async () => {
    const news = await newsOf();
    await hook().send(news);
    const [call] = calls;
    assert.ok(call);
    const id = String(call.headers['webhook-id']);
    const stamp = String(call.headers['webhook-timestamp']);
    assert.equal(id, news.id);
    assert.equal(stamp, String(NOW.getTime() / 1000));
    const signed = createHmac('sha256', 'a secret of thirty-two bytes, yes')
      .update(`${id}.${stamp}.${call.body}`)
      .digest('base64');
    assert.equal(call.headers['webhook-signature'], `v1,${signed}`);
  });

  test('the message holds what was asked for, and no keys of ours', async () => {
    const news = await newsOf();
    await hook().send(news);
    const body = JSON.parse(calls[0]?.body ?? '') as { type: string; data: object };
    assert.equal(body.type, 'request.received');
    assert.deepEqual(body.data, {
      reference: news.request.reference,
      receivedAt: NOW.toISOString(),
      replyBy: '2026-11-30',
      replyWithin: 5,
      contactBy: 'email',
      documents: [{ title: 'The local plan', url: 'https://council.example/plan.pdf' }],
      formats: ['large-print', 'braille'],
      answers: {
        'large-print-size': '18 point',
        email: 'pat@example.org',
        name: 'Pat Example',
      },
      page: null,
      language: null,
    });
  });

  test('a busy side is tried again, one that does not want it is not', async () => {
    answer = () => [503, {}];
    assert.deepEqual(await failure(hook().send(await newsOf())), [
      'The webhook answered with status 503',
      false,
    ]);
    answer = () => [410, {}];
    assert.equal((await failure(hook().send(await newsOf())))[1], true);
  });

  test('a redirect is not followed, for the message is meant for one address', async () => {
    answer = () => [302, {}];
    const [problem, permanent] = await failure(hook().send(await newsOf()));
    assert.match(problem, /leads to another one\. Set webhook\.url/);
    assert.equal(permanent, true);
    assert.equal(calls.length, 1);
  });

  test('an unsafe address or a short secret is refused at the start', () => {
    assert.throws(() => webhookChannel({ url: 'http://other.example', secret }), /https:/);
    assert.throws(
      () => webhookChannel({ url: 'http://localhost.evil.example/', secret }),
      /https:/,
    );
    assert.throws(() => webhookChannel({ url: site, secret: 'short' }), /24 bytes/);
  });
});
