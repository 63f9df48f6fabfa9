import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FORMATS } from '../../src/format-request/schema/choices.ts';
import { FIELDS } from '../../src/format-request/schema/fields.ts';
import { readRequest } from '../../src/format-request/schema/request.ts';
import type { FieldName } from '../../src/format-request/schema/fields.ts';
import type { Receiver, ReceiverOptions } from '../../src/receiver/index.ts';
import { form, receiver, SITE } from './receiver-helpers.ts';

const GOOD: [string, string][] = [
  ['document', 'https://council.example/plan.pdf The local plan'],
  ['format', 'large-print'],
  ['email', 'pat@example.org'],
  ['name', 'Pat Example'],
];

/** An answer to every question there is. The postcode is wrong. */
const EVERY: Record<FieldName, string | string[]> = {
  problem: 'The menu cannot be reached with the keyboard\nOn every page',
  document: 'https://council.example/plan.pdf The local plan',
  'document-other': 'The budget',
  format: ['large-print', 'braille', 'audio', 'colour', 'language', 'other'],
  'large-print-size': '18 point',
  'large-print-other': 'Whatever is readable',
  'large-print-notes': 'Bold, on cream paper',
  'colour-name': 'Yellow',
  'braille-grade': 'uncontracted',
  'audio-type': 'daisy',
  'language-name': 'Somali',
  'format-other': 'Tactile diagrams',
  address: '1 High Street\nMarshwell',
  email: 'pat@example.org',
  phone: '0794',
  'phone-notes': 'Relay UK, after 2pm',
  'contact-by': 'post',
  'needed-by': 'Before 14 December',
  at: 'screen-reader switch',
  'at-detail': 'NVDA 2026.2',
  name: 'Pat Example',
  notes: 'Please write, do not ring',
  standing: '1',
};

/** Answers as the fields of a form: `at` as boxes post it, one value each. */
function posted(answers: Partial<Record<FieldName, string | string[]>>): [string, string][] {
  return Object.entries(answers).flatMap(([name, value]) =>
    (name === 'at' ? String(value).split(' ') : [value].flat()).map((one): [string, string] => [
      name,
      one,
    ]),
  );
}

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function unescape(text: string): string {
  return text.replace(/&(#?\w+);/g, (_all, name: string) => CHARACTERS[name] ?? '');
}

/** What a browser would send if the page's button were pressed at once. */
function sentFrom(html: string): [string, string][] {
  const controls = html.matchAll(/<input ([^>]*)>|<textarea ([^>]*)>\n?([^<]*)<\/textarea>/g);
  return [...controls].flatMap(([, input, area, content]): [string, string][] => {
    const attributes = ` ${input ?? area ?? ''}`;
    const value = content ?? / value="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const name = / name="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const off = /type="(checkbox|radio)"/.test(attributes) && !/ checked/.test(attributes);
    return off ? [] : [[name, unescape(value)]];
  });
}

async function receiptOf(handle: Receiver, fields = GOOD): Promise<string> {
  const sent = await handle(form(fields));
  const page = await handle(new Request(SITE + (sent.headers.get('Location') ?? '')));
  assert.equal(page.status, 200);
  return page.text();
}

async function formAfter(fields: [string, string][], options?: Partial<ReceiverOptions>) {
  const response = await receiver(options)(form(fields));
  assert.equal(response.status, 422);
  return response.text();
}

/** Every value of an attribute on a page. */
function values(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}

/** Checks that every id is there once, and that every label, message and link leads to one. */
function checkIds(html: string): void {
  const ids = values(html, 'id');
  assert.deepEqual(ids, [...new Set(ids)]);
  const targets = [
    ...values(html, 'for'),
    ...values(html, 'aria-describedby').flatMap((list) => list.split(' ')),
    ...[...html.matchAll(/<a href="#([^"]*)"/g)].map(([, id = '']) => id),
  ];
  for (const target of targets) assert.ok(ids.includes(target), target);
  const controls = [...html.matchAll(/<(?:input(?! type="hidden")|textarea)[^>]* id="([^"]+)"/g)];
  for (const [, id = ''] of controls) assert.ok(values(html, 'for').includes(id), id);
}

describe('The receipt page', () => {
  test('gives the reference, the date of the reply in words, and what to do next', async () => {
    const html = await receiptOf(receiver());
    assert.match(html, /^<!doctype html>\n<html lang="en-GB" dir="ltr">/);
    assert.match(html, /<title>Request received – Example Council<\/title>/);
    assert.match(html, /<h1><span>Request received<\/span><\/h1>/);
    assert.match(
      html,
      /<strong class="handrail-reference" dir="ltr">[A-Y2-9]{4}-[A-Y2-9]{4}<\/strong>/,
    );
    assert.match(html, /<time datetime="2026-11-23">Monday 23 November 2026<\/time>/);
    assert.match(
      html,
      /We will reply by <time datetime="2026-11-30">Monday 30 November 2026<\/time>\./,
    );
    assert.match(html, /<p><bdi>Example Council<\/bdi><\/p>/);
    assert.match(html, /<a dir="ltr" href="mailto:help@council.example">help@council.example<\/a>/);
    assert.match(html, /<a dir="ltr" href="tel:\+442079460123">020 7946 0123<\/a>/);
  });

  test('has words, and no link, where a phone number is more than one that can be rung', async () => {
    const phone = '020 7946 0123, option 2';
    const html = await receiptOf(receiver({ organisation: { name: 'Example Council', phone } }));
    assert.match(html, /<bdi>020 7946 0123, option 2<\/bdi>/);
    assert.doesNotMatch(html, /tel:/);
  });

  test('holds nothing about the person or what they need', async () => {
    const html = await receiptOf(receiver());
    assert.doesNotMatch(html, /pat|plan|large/i);
  });

  test('counts days where no date can be known', async () => {
    const clock = (): Date => new Date('2028-12-29T10:00:00Z');
    assert.match(await receiptOf(receiver({ clock })), /We will reply in 5 working days\./);
    const next = receiver({ clock, replyDays: 1 });
    assert.match(await receiptOf(next), /We will reply in 1 working day\./);
  });

  test('shows the London date of a request late on a summer evening', async () => {
    const clock = (): Date => new Date('2026-06-30T23:30:00Z');
    assert.match(await receiptOf(receiver({ clock })), /datetime="2026-07-01"/);
  });

  test('names the organisation where it gives no address or number', async () => {
    const html = await receiptOf(receiver({ organisation: { name: 'Tom & Co <Ltd>', email: '' } }));
    assert.match(html, /give it to us: <bdi>Tom &amp; Co &lt;Ltd&gt;<\/bdi>/);
    assert.doesNotMatch(html, /mailto:|tel:/);
  });

  test('links to the organisation’s style sheet and home page where they are given', async () => {
    const html = await receiptOf(
      receiver({ stylesheetUrl: '/site.css', homeUrl: 'https://council.example/' }),
    );
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
    assert.deepEqual(
      styles.map(([, href]) => href),
      ['/requests/style.css', '/site.css'],
    );
    assert.match(
      html,
      /<a href="https:\/\/council.example\/">Go back to <bdi>Example Council<\/bdi><\/a>/,
    );
    assert.doesNotMatch(html, /color-scheme/);
    const plain = await receiptOf(receiver());
    assert.doesNotMatch(plain, /site\.css|Go back/);
    assert.match(plain, /<meta name="color-scheme" content="light dark">/);
  });

  test('has a style sheet of its own, in a layer that gives way to the organisation’s', async () => {
    const handle = receiver({ path: '/a/b/' });
    const response = await handle(new Request(`${SITE}/a/b/style.css`));
    assert.equal(response.status, 200);
    assert.match(response.headers.get('Content-Type') ?? '', /^text\/css/);
    assert.match(await response.text(), /^@layer handrail \{[^]*\}\s*$/);
    const posted = await handle(new Request(`${SITE}/a/b/style.css`, { method: 'POST' }));
    assert.equal(posted.status, 405);
  });

  test('is found under the root path and under a deep one', async () => {
    for (const path of ['/', '/a/b/', '/requests']) {
      const handle = receiver({ path });
      const sent = await handle(
        new Request(SITE + path, { method: 'POST', body: new URLSearchParams(GOOD) }),
      );
      const location = sent.headers.get('Location') ?? '';
      assert.match(location, /^(\/a\/b|\/requests)?\/receipt\/[\w-]{32}$/);
      assert.equal((await handle(new Request(SITE + location))).status, 200);
    }
  });

  test('is not there for an address that nobody was given', async () => {
    for (const token of ['x'.repeat(32), 'short', '%00', "' OR 1=1 --", '']) {
      const response = await receiver()(new Request(`${SITE}/requests/receipt/${token}`));
      assert.equal(response.status, 404);
      assert.match(await response.text(), /<h1>Page not found<\/h1>/);
    }
  });
});

describe('The form as a page of its own, without JavaScript', () => {
  const open = async (query = '', headers: Record<string, string> = {}): Promise<Response> =>
    receiver()(new Request(`${SITE}/requests${query}`, { headers }));

  test('asks everything, and says that nothing is wrong', async () => {
    const response = await open();
    assert.equal(response.status, 200);
    assert.match(response.headers.get('Cache-Control') ?? '', /no-store/);
    const html = await response.text();
    assert.match(html, /<title>Request for a document in another format – Example Council</);
    assert.doesNotMatch(html, /There is a problem|aria-invalid|handrail-error/);
    for (const name of ['document-other', 'format', 'address', 'email', 'phone', 'contact-by'])
      assert.ok(values(html, 'name').includes(name), name);
    checkIds(html);
  });

  test('can be filled in and sent as it stands', async () => {
    const handle = receiver();
    const html = await (await handle(new Request(`${SITE}/requests`))).text();
    const sent = await handle(form([...sentFrom(html).filter(([, value]) => value), ...GOOD]));
    assert.equal(sent.status, 303);
  });

  test('speaks the language of the link, and keeps the page that the link stood on', async () => {
    const html = await (
      await open('?lang=cy', { Referer: 'https://council.example/plans?q=secret#part' })
    ).text();
    assert.match(html, /<html lang="cy"/);
    assert.match(html, /name="_lang" value="cy"/);
    assert.match(html, /name="_page" value="https:\/\/council.example\/plans"/);
    assert.doesNotMatch(html, /secret/);
    assert.match(await (await open('?lang=xx%22%3E')).text(), /<html lang="en-GB"/);
  });
});

describe('The form after a mistake, without JavaScript', () => {
  test('says on top that there is a problem, and links to each field', async () => {
    const html = await formAfter([['email', 'pat@']]);
    assert.match(
      html,
      /<title>Error: Request for a document in another format – Example Council<\/title>/,
    );
    const [, summary = ''] =
      /<div class="handrail-summary" role="group" aria-labelledby="\S+" aria-describedby="\S+" tabindex="-1" autofocus>([\s\S]*?)<h1>/.exec(
        html,
      ) ?? [];
    assert.match(summary, /^\s*<h2 id="\S+"><span>There is a problem<\/span><\/h2>/);
    assert.deepEqual(
      [...summary.matchAll(/<a\s+href="([^"]+)"\s*><span>([^<]+)<\/span><\/a\s*>/g)].map(
        ([, to, text]) => [to, text],
      ),
      [
        ['#handrail-request-1-document-other', 'Choose at least one document, or type its title'],
        ['#handrail-request-1-format', 'Choose at least one format'],
        [
          '#handrail-request-1-email',
          'Enter an email address in the correct format, like name@example.com',
        ],
      ],
    );
  });

  test('puts each message beside its field and ties it to it', async () => {
    const html = await formAfter([['email', 'pat@']]);
    assert.match(
      html,
      /<p class="handrail-error" id="handrail-request-1-email-error">\s*<span class="handrail-visually-hidden">Error:<\/span> <span>Enter an email address in the correct format/,
    );
    assert.match(
      html,
      /<input [^>]*id="handrail-request-1-email" [^>]*aria-describedby="handrail-request-1-email-error" aria-invalid="true"\/>/,
    );
    assert.match(
      html,
      /<fieldset class="handrail-fieldset" aria-describedby="handrail-request-1-format-error">/,
    );
    // Who comes to a group by a link of the summary hears its question and its message at its first box.
    assert.match(
      html,
      /<input [^>]*id="handrail-request-1-format" [^>]*aria-describedby="handrail-request-1-format-legend handrail-request-1-format-error/,
    );
    assert.match(
      html,
      /<input [^>]*id="handrail-request-1-document-other" [^>]*aria-describedby="handrail-request-1-document-other-error"/,
    );
    assert.doesNotMatch(html, /id="handrail-request-1-phone" [^>]*(aria-invalid|phone-error)/);
  });

  test('leads to the first way to be reached where none is chosen', async () => {
    const html = await formAfter(GOOD.filter(([name]) => name !== 'email'));
    assert.match(
      html,
      /<a href="#handrail-request-1-contact-by"\s*><span>Choose how we should contact you<\/span><\/a/,
    );
  });

  test('gives every field a label, every link a target and every id once', async () => {
    const html = await formAfter([
      ['document', 'One'],
      ['document', 'Two'],
      ['contact-by', 'post'],
    ]);
    assert.ok(values(html, 'id').length > 30);
    checkIds(html);
  });

  test('has a target for every link even where a site sends what is not offered', async () => {
    const long = 'x'.repeat(600);
    const names = ['large-print-size', 'format-other', 'phone', 'address', 'email', 'notes'];
    const fields = names.map((name): [string, string] => [name, long]);
    const html = await formAfter([...fields, ['contact-by', 'post'], ['format', 'bsl']], {
      formats: ['audio'],
      contactWays: ['text'],
    });
    assert.match(html, /<a href="#handrail-request-1-contact-by"/);
    assert.match(html, /<a href="#handrail-request-1-phone"/);
    assert.match(html, /<a href="#handrail-request-1-large-print-size"/);
    checkIds(html);
  });

  test('keeps what was filled in and ticked', async () => {
    const html = await formAfter([
      ['document', 'https://council.example/plan.pdf The local plan'],
      ['document-other', 'The budget'],
      ['format', 'braille'],
      ['format', 'papyrus'],
      ['braille-grade', 'Grade 2'],
      ['contact-by', 'post'],
      ['email', 'pat@example.org'],
      ['address-line1', '1 High Street'],
      ['notes', '\nLine one\nLine two'],
      ['_key', 'key-12345'],
      ['_page', 'https://council.example/plans?q=1'],
      ['_lang', 'cy'],
    ]);
    assert.match(html, /value="https:\/\/council.example\/plan.pdf The local plan" checked/);
    assert.match(
      html,
      /<label for="handrail-request-1-document" lang="" dir="auto"\s*>The local plan<\/label>/,
    );
    assert.doesNotMatch(html, /id="handrail-request-1-document-1"/);
    assert.match(html, /id="handrail-request-1-document-other" [^>]*value="The budget"/);
    assert.match(html, /value="braille" checked/);
    assert.doesNotMatch(html, /value="audio" checked|papyrus/);
    assert.match(html, /id="handrail-request-1-braille-grade" [^>]*value="Grade 2"/);
    assert.match(html, /name="contact-by" value="post" checked/);
    assert.match(html, /id="handrail-request-1-email" [^>]*value="pat@example.org"/);
    assert.match(html, /<textarea [^>]*id="handrail-request-1-address" [^>]*>\n1 High Street</);
    assert.match(html, /<textarea [^>]*>\nLine one\nLine two<\/textarea>/);
    assert.match(html, /<input type="hidden" name="_key" value="key-12345">/);
    assert.match(
      html,
      /<input type="hidden" name="_page" value="https:\/\/council.example\/plans">/,
    );
    assert.match(html, /<input type="hidden" name="_lang" value="cy">/);
  });

  test('keeps the answer to every question there is, in a control that fits it', async () => {
    assert.deepEqual(Object.keys(EVERY), [...FIELDS]);
    const html = await formAfter(posted(EVERY), { formats: [...FORMATS] });
    assert.deepEqual(readRequest(sentFrom(html)), readRequest(posted(EVERY)));
    assert.deepEqual(
      values(html, 'href').filter((href) => href.startsWith('#')),
      ['#handrail-request-1-phone'],
    );
    assert.match(html, /<textarea [^>]*id="handrail-request-1-problem"/);
    assert.match(
      html,
      /<legend [^>]*>Which assistive technology do you use\? \(optional\)<\/legend>/,
    );
    for (const slug of ['screen-reader', 'switch']) {
      assert.match(
        html,
        new RegExp(`<input [^>]*type="checkbox" name="at" value="${slug}" checked`),
      );
    }
    assert.match(html, /type="radio" name="braille-grade" value="uncontracted" checked/);
    assert.match(html, /type="radio" name="audio-type" value="daisy" checked/);
    assert.match(html, /type="checkbox" name="standing" value="1" checked/);
    assert.match(
      html,
      /<label class="handrail-label" for="handrail-request-1-name">Full name \(optional\)<\/label>/,
    );
    const names = values(html, 'name');
    assert.equal(names.indexOf('phone-notes'), names.indexOf('phone') + 1);
    checkIds(html);
  });

  test('keeps what another form asked for that the organisation does not offer', async () => {
    const answers = { ...EVERY, at: 'JAWS 2026', format: 'bsl', 'braille-grade': 'Grade 2' };
    const html = await formAfter(posted(answers), { formats: ['bsl'], contactWays: ['email'] });
    const { text } = readRequest(sentFrom(html));
    assert.deepEqual(text, readRequest(posted(answers)).text);
    assert.match(html, /<input [^>]*id="handrail-request-1-at" [^>]*type="text"/);
    assert.match(
      html,
      /<a href="#handrail-request-1-contact-by"\s*><span>Choose how we should contact you<\/span><\/a/,
    );
    checkIds(html);
  });

  test('links every problem there can be to a field that can mend it', async () => {
    const long = 'x'.repeat(2100);
    const html = await formAfter(FIELDS.map((name) => [name, long]));
    const links = values(html, 'href').filter((href) => href.startsWith('#'));
    assert.ok(links.includes('#handrail-request-1-format'));
    for (const name of FIELDS.filter(
      (one) => !['document', 'format', 'contact-by'].includes(one),
    )) {
      assert.ok(links.includes(`#handrail-request-1-${name}`), name);
      const control = `<(textarea|input) [^>]*id="handrail-request-1-${name}" [^>]*aria-describedby="[^"]*${name}-error"[^>]*aria-invalid="true"`;
      assert.match(html, new RegExp(control));
    }
    checkIds(html);
  });

  test('does not ask for a report or a standing wish where the form did not', async () => {
    const html = await formAfter([['email', 'pat@']]);
    assert.doesNotMatch(html, /name="(problem|standing)"/);
  });

  test('asks for a report again where the form did, though nothing was typed', async () => {
    const html = await formAfter([
      ['problem', ''],
      ['email', 'pat@example.org'],
    ]);
    assert.match(html, /<textarea [^>]*id="handrail-request-1-problem" name="problem"/);
    checkIds(html);
  });

  test('has the browser put nothing back into it for whoever comes next', async () => {
    const html = await formAfter([['email', 'pat@']]);
    assert.match(html, /<form [^>]*autocomplete="off"/);
    assert.match(html, /name="email" type="email" autocomplete="email"/);
  });

  test('keeps the typed document apart from those that were ticked', async () => {
    const plan = 'https://council.example/plan.pdf The local plan';
    const again = await formAfter([
      ['document', plan],
      ['document-other', 'The budget'],
    ]);
    assert.equal(values(again, 'name').filter((name) => name === 'document').length, 1);
    assert.match(again, /name="document-other" [^>]*value="The budget"/);
  });

  test('can be mended and sent again from the page', async () => {
    const handle = receiver();
    const html = await (await handle(form([...GOOD.slice(0, 2), ['email', 'pat@']]))).text();
    assert.match(html, /<form method="post" action="\/requests" autocomplete="off" novalidate/);
    const key = /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const again = await handle(form([...GOOD, ['_key', key]]));
    assert.equal(again.status, 303);
  });

  test('offers only the formats and ways that the organisation has', async () => {
    const html = await formAfter([], { formats: ['audio', 'other'], contactWays: ['phone'] });
    const names = (name: string) => values(html, 'name').filter((found) => found === name).length;
    assert.equal(names('format'), 2);
    assert.match(html, /<input type="hidden" name="contact-by" value="phone"/);
    assert.equal(names('contact-by'), 1);
    assert.equal(names('phone'), 1);
    assert.equal(names('email') + names('address') + names('large-print-size'), 0);
    assert.match(html, /<a href="#handrail-request-1-format"/);
    assert.match(
      html,
      /<a href="#handrail-request-1-phone"\s*><span>Enter your phone number<\/span>/,
    );
  });

  test('shows hostile input as text and nothing else', async () => {
    const hostile = `"><script>alert('1')</script><img src=x onerror="alert(2)">&amp;</textarea>`;
    const html = await formAfter([
      ['document', hostile],
      ['document', `https://a.example/ ${hostile}`],
      ['format', hostile],
      ['contact-by', hostile],
      ...['document-other', 'format-other', 'email', 'phone', 'address', 'name', 'notes'].map(
        (name): [string, string] => [name, hostile],
      ),
      [hostile, hostile],
      ['_key', '"><script>'],
      ['_page', `https://a.example/${hostile}`],
      ['_lang', hostile],
    ]);
    assert.doesNotMatch(html, /<script|<img|alert\('/i);
    assert.equal(html.match(/<\/textarea>/g)?.length, 2);
    assert.match(html, /value="&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)/);
    assert.match(html, /&amp;amp;&lt;\/textarea&gt;<\/textarea>/);
  });

  test('has no style or script of its own, and tells the browser to run none', async () => {
    const response = await receiver()(form([]));
    const html = await response.text();
    assert.doesNotMatch(html, /<script|<style| style=| on[a-z]+=/i);
    assert.equal(
      response.headers.get('Content-Security-Policy'),
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('may load a style sheet from the one other site that the organisation names', async () => {
    const response = await receiver({ stylesheetUrl: 'https://cdn.example/site.css' })(form([]));
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /style-src 'self' https:\/\/cdn\.example;/);
  });
});
