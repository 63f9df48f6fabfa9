import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { readRequest } from '../../src/format-request/schema/request.ts';
import { smtpChannels } from '../../src/receiver/index.ts';
import type { DeliveryChannel, News } from '../../src/receiver/index.ts';
import { failure, HOSTILE, named, newsOf } from './outbox-helpers.ts';
import { ORGANISATION } from './receiver-helpers.ts';
import { startSmtp } from './smtp-server.ts';
import type { SmtpServer } from './smtp-server.ts';

describe('By mail', () => {
  let server: SmtpServer;
  let channels: DeliveryChannel[];
  beforeEach(async () => {
    server = await startSmtp();
    channels = await smtpChannels({
      url: server.url,
      from: 'forms@council.example',
      to: 'formats@council.example',
      organisation: ORGANISATION,
    });
  });
  afterEach(() => server.stop());

  test('the organisation learns what is asked for and when the reply is due', async () => {
    await named(channels, 'email').send(await newsOf());
    const [mail] = server.mails;
    assert.ok(mail);
    assert.deepEqual(mail.to, ['formats@council.example']);
    assert.match(mail.header('Subject'), /^Request [\w-]{9}: reply by Monday 30 November 2026$/);
    assert.match(mail.header('Message-ID'), /^<[\w-]{9}\.channel@council\.example>$/);
    assert.equal(mail.header('Reply-To'), 'pat@example.org');
    assert.match(mail.text, /Document: The local plan \(https:\/\/council\.example\/plan\.pdf\)/);
    assert.match(mail.text, /Formats: Large print, Braille/);
    assert.match(mail.text, /Email address: pat@example\.org/);
  });

  test('the person gets a plain acknowledgement that says nothing of what they need', async () => {
    await named(channels, 'email-acknowledgement').send(await newsOf());
    const [mail] = server.mails;
    assert.ok(mail);
    assert.deepEqual(mail.to, ['pat@example.org']);
    assert.match(mail.header('Subject'), /^We have received your request [\w-]{9}$/);
    assert.match(mail.header('Content-Type'), /^text\/plain/);
    assert.equal(mail.header('Auto-Submitted'), 'auto-replied');
    assert.match(mail.text, /We will reply by Monday 30 November 2026\./);
    assert.doesNotMatch(mail.text, /braille|print|18 point|plan|Pat Example/i);
  });

  test('nothing that is typed becomes a header, a recipient or another mail', async () => {
    const news = await newsOf(HOSTILE);
    for (const channel of channels) await channel.send(news);
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      [['formats@council.example'], ['"pat,sam"@example.org']],
    );
    for (const mail of server.mails) {
      assert.equal(mail.header('Bcc'), '');
      assert.match(mail.header('Subject'), /^(Request|We have received your request) [\w-]{9}/);
    }
  });

  test('only somebody who wants to be reached by email gets one', () => {
    const suits = (fields: [string, string][]) =>
      named(channels, 'email-acknowledgement').suits(readRequest(fields));
    assert.equal(suits([['email', 'pat@example.org']]), true);
    assert.equal(
      suits([
        ['contact-by', 'post'],
        ['email', 'pat@example.org'],
      ]),
      false,
    );
  });

  test('a server that is down or busy is tried again, and one that refuses for good is not', async () => {
    const send = (news: News) => named(channels, 'email').send(news);
    server.answer = () => 451;
    assert.deepEqual(await failure(send(await newsOf())), ['The mail server answered 451', false]);
    server.answer = () => 550;
    assert.deepEqual(await failure(send(await newsOf())), ['The mail server answered 550', true]);
    server.answer = (stage) => (stage === 'END' ? 'drop' : 250);
    const [, permanent] = await failure(send(await newsOf()));
    assert.equal(permanent, false);
    await server.stop();
    const [problem, lasting] = await failure(send(await newsOf()));
    assert.match(problem, /^No mail server: /);
    assert.equal(lasting, false);
    server = await startSmtp();
  });

  test('a mail that is sent again has the same Message-ID', async () => {
    const news = await newsOf();
    server.answer = (stage) => (stage === 'END' ? 'drop' : 250);
    await failure(named(channels, 'email').send(news));
    server.answer = () => 250;
    await named(channels, 'email').send({ ...news, attempt: 2 });
    const ids = server.mails.map((mail) => mail.header('Message-ID'));
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });

  test('nothing goes in clear to another machine, unless somebody has said that it may', async () => {
    const settings = { from: 'a@b.example', to: 'a@b.example', organisation: ORGANISATION };
    // Another way to write this machine's address, which is taken for another machine's.
    const url = `smtp://[::ffff:127.0.0.1]:${String(server.port)}`;
    const [strict] = await smtpChannels({ url, ...settings });
    assert.ok(strict);
    const [problem, permanent] = await failure(strict.send(await newsOf()));
    assert.match(problem, /offers no TLS/);
    assert.equal(permanent, true);
    assert.equal(server.mails.length, 0);
    const [lax] = await smtpChannels({ url, ...settings, tls: 'not-required' });
    await lax?.send(await newsOf());
    assert.equal(server.mails.length, 1);
  });

  test('what comes back goes to the address for it, without what a person wrote', async () => {
    const settings = {
      from: 'forms@council.example',
      to: 'a@b.example',
      organisation: ORGANISATION,
    };
    const returnPath = 'bounces@council.example';
    for (const one of await smtpChannels({ url: server.url, returnPath, ...settings })) {
      await one.send(await newsOf());
    }
    assert.equal(server.mails.length, 2);
    for (const { from } of server.mails) {
      assert.match(from, /^MAIL FROM:<bounces@council\.example> /);
      assert.match(from, /RET=HDRS/);
      assert.match(from, /ENVID=[\w-]{9}\.channel@council\.example/);
    }
  });

  test('an address of a server that is none is refused at the start', async () => {
    const settings = { from: 'a@b.example', to: 'a@b.example', organisation: ORGANISATION };
    await assert.rejects(smtpChannels({ url: 'mail.example', ...settings }), /smtp:\/\//);
  });
});
