import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReceiverOptions } from '../../src/receiver/index.ts';
import { BROKEN, form, GOOD_FORM, ORGANISATION, receiver, SITE } from './receiver-helpers.ts';

const EXIT = 'https://www.bbc.co.uk/weather';
const GUARD = '/handrail/handrail-guard.min.js';
const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Each kind of page that a receiver answers a browser with, by name. */
async function everyPage(options: Partial<ReceiverOptions>): Promise<Map<string, Response>> {
  const handle = receiver(options);
  const base = options.path ?? '/requests';
  const get = (path: string): Request =>
    new Request(SITE + path, { headers: { Accept: 'text/html' } });
  const post = (fields: [string, string][]): Request => new Request(SITE + base, form(fields));
  const receipt = (await handle(post(GOOD_FORM))).headers.get('Location') ?? '';
  return new Map([
    ['the receipt', await handle(get(receipt))],
    ['the form with errors', await handle(post([]))],
    ['the form in Welsh', await handle(post([['_lang', 'cy']]))],
    ['the form in Arabic', await handle(post([['_lang', 'ar']]))],
    [
      'the form where nothing can be saved',
      await receiver({ ...options, store: BROKEN })(post(GOOD_FORM)),
    ],
    ['a page that is not there', await handle(get(`${base}/nothing`))],
    ['a page opened in the wrong way', await handle(get(base))],
  ]);
}

/** The words of the exit on a page; undefined where the page does not begin with one that works. */
function exitOf(html: string, base: string): string | undefined {
  const start = `<body class="handrail-page">\n<div class="handrail-page-exit" role="region" aria-label="`;
  const [, after] = html.split(start);
  const link = `<a class="handrail-exit-link" href="${base}/leave" data-handrail-exit="server" data-fallback-url="${EXIT}" rel="nofollow noreferrer">`;
  return after?.split(link)[1]?.split('</a>\n</div>\n<main')[0];
}

describe('The exit of the receiver’s own pages', () => {
  it('is a link at the top of every page, in its language', async () => {
    const pages = await everyPage({ exitUrl: EXIT });
    for (const [name, response] of pages) {
      const words = exitOf(await response.text(), '/requests');
      const other = {
        'the form in Welsh': 'Gadewch y dudalen hon nawr',
        'the form in Arabic': 'غادر هذه الصفحة الآن',
      };
      assert.equal(words, (other as Record<string, string>)[name] ?? 'Leave this page now', name);
    }
  });

  it('leads to an address that sends people on, wherever the receiver is', async () => {
    for (const [path, base] of [
      ['/nhs/requests/', '/nhs/requests'],
      ['/', ''],
    ] as const) {
      const handle = receiver({ path, exitUrl: EXIT });
      const html = await (await handle(new Request(`${SITE}${base}/nothing`))).text();
      assert.equal(exitOf(html, base), 'Leave this page now');
      const answer = await handle(new Request(`${SITE}${base}/leave`));
      assert.equal(answer.headers.get('Location'), EXIT);
    }
  });

  it('needs no script: without a guard the pages run none', async () => {
    for (const [name, response] of await everyPage({ exitUrl: EXIT })) {
      assert.equal(response.headers.get('Content-Security-Policy'), POLICY, name);
      assert.doesNotMatch(await response.text(), /<script/, name);
    }
  });

  it('is not there, and nor is a script, where the organisation sets none', async () => {
    for (const [name, response] of await everyPage({})) {
      assert.equal(response.headers.get('Content-Security-Policy'), POLICY, name);
      assert.doesNotMatch(await response.text(), /handrail-page-exit|leave|<script/, name);
    }
  });

  it('has names in the tab that say what the page is, and nothing else of the site', async () => {
    for (const [name, response] of await everyPage({ exitUrl: EXIT })) {
      const [, title = ''] = /<title>([^<]*)<\/title>/.exec(await response.text()) ?? [];
      assert.ok(title.endsWith(` – ${ORGANISATION.name}`), name);
      assert.doesNotMatch(title, /plan|pat@/i, name);
    }
  });
});

describe('The guard on the receiver’s own pages', () => {
  it('is the first script in the head of every page', async () => {
    for (const [name, response] of await everyPage({ exitUrl: EXIT, guardUrl: GUARD })) {
      const html = await response.text();
      const first = `<head>\n<meta charset="utf-8">\n<script src="${GUARD}"></script>\n`;
      assert.ok(html.includes(first), name);
      assert.equal(html.match(/<script/g)?.length, 1, name);
    }
  });

  for (const [guard, sources] of [
    [GUARD, "script-src 'self'; img-src 'self'"],
    [
      'https://cdn.example/handrail/handrail-guard.min.js?v=1',
      'script-src https://cdn.example/handrail/handrail-guard.min.js; img-src https://cdn.example/handrail/blank.svg',
    ],
    [
      'https://cdn.example/a;script-src *,b/guard.js',
      'script-src https://cdn.example/a%3Bscript-src%20*%2Cb/guard.js; img-src https://cdn.example/a%3Bscript-src%20*%2Cb/blank.svg',
    ],
  ] as const) {
    it(`lets in itself and its icon, and nothing more: ${guard}`, async () => {
      const wider = POLICY.replace("style-src 'self';", `style-src 'self'; ${sources};`);
      for (const [name, response] of await everyPage({ exitUrl: EXIT, guardUrl: guard })) {
        assert.equal(response.headers.get('Content-Security-Policy'), wider, name);
      }
    });
  }

  it('is refused at the start where it is no address, or where there is no exit', () => {
    for (const guard of [
      'handrail-guard.min.js',
      'javascript:alert(1)',
      '//cdn.example/guard.js',
      '',
    ]) {
      assert.throws(
        () => receiver({ exitUrl: EXIT, guardUrl: guard }),
        /guardUrl must be a path or an http/,
      );
    }
    assert.throws(() => receiver({ guardUrl: GUARD }), /guardUrl needs exitUrl as well/);
  });
});
