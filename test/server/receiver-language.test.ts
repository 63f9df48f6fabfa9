import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { problemText } from '../../src/format-request/schema/problems.ts';
import { openSqlite, requestLines } from '../../src/receiver/index.ts';
import type { Intake, Receiver, ReceiverOptions } from '../../src/receiver/index.ts';
import { inLanguage } from '../../src/render/language.ts';
import { markup } from '../../src/render/markup.ts';
import {
  ACCEPT_JSON,
  BROKEN,
  form,
  GOOD_FORM,
  ORGANISATION,
  receiver,
  SITE,
} from './receiver-helpers.ts';

/** What each language has for a few words of the two pages. */
const SPOKEN = [
  {
    language: 'cy',
    same: ['The local plan', 'Braille', 'CD', 'DAISY', 'Post', 'Example Council'],
    start: '<html lang="cy" dir="ltr">',
    draft: 'Drafft yw’r cyfieithiad hwn. Nid oes neb wedi’i adolygu eto.',
    problem: 'Mae problem wedi codi',
    label: 'Enw llawn (dewisol)',
    error: 'Gwall: Rhowch gyfeiriad e-bost',
    button: 'Anfon y cais',
    heading: 'Rydym wedi cael eich cais',
    reply: 'Byddwn yn ateb erbyn <time datetime="2026-11-30">Dydd Llun 30 Tachwedd 2026</time>.',
    back: 'Mynd yn ôl at <bdi>Example Council</bdi>',
  },
  {
    language: 'ar',
    same: ['The local plan', 'CD', 'DAISY', 'Example Council'],
    start: '<html lang="ar" dir="rtl">',
    draft: 'هذه الترجمة مسودة، ولم يراجعها أحد بعد.',
    problem: 'هناك مشكلة',
    label: 'الاسم الكامل (اختياري)',
    error: 'خطأ: أدخل عنوان بريد إلكتروني',
    button: 'إرسال الطلب',
    heading: 'تم استلام الطلب',
    reply: 'سنرد عليك بحلول <time datetime="2026-11-30">الاثنين 30 نوفمبر 2026</time>.',
    back: 'العودة إلى <bdi>Example Council</bdi>',
  },
] as const;

const ENGLISH = '<html lang="en-GB" dir="ltr">';

/** A form in a language, with answers that can be taken or with others. */
function asked(language: string, answers = GOOD_FORM): Request {
  return form([...answers, ['_lang', language]]);
}

const WRONG: [string, string][] = [...GOOD_FORM.slice(0, 2), ['email', 'pat@']];

async function pageOf(
  language: string,
  answers: [string, string][],
  options?: Partial<ReceiverOptions>,
): Promise<string> {
  return (await receiver(options)(asked(language, answers))).text();
}

/** A page without the elements that only hold words. */
function plain(html: string): string {
  return html.replace(/<\/?span[^>]*>/g, '');
}

function texts(html: string): string[] {
  return html.split(/<[^>]*>/).map((text) => text.trim());
}

/** What a page says in the very words of the English one, each once. */
function untranslated(html: string, english: string): string[] {
  const same = new Set(texts(english));
  return [...new Set(texts(html))].filter((text) => same.has(text) && /\w/.test(text));
}

/** Sends a form, and follows where its answer leads. */
async function receiptOf(handle: Receiver, language: string): Promise<[string, string]> {
  const address = (await handle(asked(language))).headers.get('Location') ?? '';
  return [address, await (await handle(new Request(SITE + address))).text()];
}

describe('The pages for people without JavaScript', () => {
  for (const words of SPOKEN) {
    const { language } = words;

    test(`${language}: the form comes back in its page’s language, as a draft`, async () => {
      const html = await pageOf(`${language}-GB`, WRONG, { homeUrl: '/' });
      for (const part of ['start', 'draft', 'problem', 'label', 'error', 'button', 'back'] as const)
        assert.ok(plain(html).includes(words[part]), part);
      assert.equal(html.split(words.draft).length, 2, 'says once that it is a draft');
      assert.ok(html.includes(`<input type="hidden" name="_lang" value="${language}-GB">`));
      const english = await pageOf('en', WRONG, { homeUrl: '/' });
      const { email, phone } = ORGANISATION;
      assert.deepEqual(untranslated(html, english), [email, phone, ...words.same]);
    });

    test(`${language}: the receipt is in that language too, with its date in words`, async () => {
      const [address, html] = await receiptOf(receiver({ homeUrl: '/' }), language);
      assert.match(address, new RegExp(`^/requests/receipt/[\\w-]{32}\\?lang=${language}$`));
      for (const part of ['start', 'draft', 'heading', 'reply', 'back'] as const)
        assert.ok(html.includes(words[part]), part);
      const [, english] = await receiptOf(receiver({ homeUrl: '/' }), 'en');
      const { name, email, phone } = ORGANISATION;
      assert.deepEqual(untranslated(html, english), [
        name,
        email,
        phone,
        // The name of another body, in the words that it has for itself.
        'Equality Advisory and Support Service (EASS)',
      ]);
    });

    test(`${language}: what is read from left to right stays in its order`, async () => {
      const [, receipt] = await receiptOf(receiver(), language);
      assert.match(
        receipt,
        /<strong class="handrail-reference" dir="ltr">[A-Y2-9]{4}-[A-Y2-9]{4}</,
      );
      assert.match(receipt, /<a dir="ltr" href="tel:\+442079460123">020 7946 0123<\/a>/);
      assert.match(receipt, /<a dir="ltr" href="mailto:[^"]*">help@council\.example<\/a>/);
      assert.match(await pageOf(language, WRONG), /<label [^>]*dir="auto">The local plan<\/label>/);
    });
  }

  test('say in Welsh that the store failed or that too many requests came', async () => {
    const failed = await pageOf('cy', GOOD_FORM, { store: BROKEN });
    assert.match(failed, /<p>Ni allwn gadarnhau bod eich cais wedi cyrraedd\./);
    assert.match(failed, /<p>\s*Gallwch hefyd ofyn i ni mewn ffordd arall: <a /);
    const handle = receiver({ limits: { floodPerAddress: 1 } });
    const place = { address: '192.0.2.1' };
    await handle(asked('cy'), place);
    assert.match(await (await handle(asked('cy'), place)).text(), /<p>Mae llawer iawn o geisiadau/);
  });

  test('are in English where the form says no language, or one that has no translation', async () => {
    for (const language of ['', 'en', 'fr', 'cyx', 'und-Arab']) {
      const [address, html] = await receiptOf(receiver(), language);
      assert.doesNotMatch(address, /lang/, language);
      assert.ok(html.includes(ENGLISH), language);
      assert.doesNotMatch(html, /draft/);
    }
  });

  test('are in English, and echo nothing, where a language is hostile', async () => {
    const handle = receiver();
    const [address] = await receiptOf(handle, 'en');
    for (const hostile of [
      '"><script>',
      '__proto__',
      'constructor',
      'x'.repeat(5000),
      'cy\nX: 1',
    ]) {
      const html = await pageOf(hostile, WRONG);
      const shown = await handle(
        new Request(`${SITE}${address}?lang=${encodeURIComponent(hostile)}`),
      );
      for (const page of [html, await shown.text()]) {
        assert.ok(page.includes(ENGLISH), hostile);
        assert.ok(!page.includes(hostile) && !page.includes('<script'), hostile);
      }
      const sent = await handle(asked(hostile));
      assert.equal(sent.headers.get('Location'), address);
    }
  });

  test('do not change the language of anything else: what comes after is in English', async () => {
    const store = openSqlite(':memory:');
    assert.ok((await receiptOf(receiver({ store }), 'ar'))[1].includes('dir="rtl"'));
    const [stored] = await store.list();
    assert.ok(stored);
    assert.ok(requestLines(stored).some(([, answer]) => answer === 'Large print, Braille'));
    const refused = await receiver()(form([...WRONG, ['_lang', 'ar']], ACCEPT_JSON));
    assert.match(await refused.text(), /"message":"Enter an email address in the correct format/);
    assert.ok((await pageOf('en', WRONG)).includes(ENGLISH));
  });

  test('keep to their own language while others are being answered', async () => {
    const real = openSqlite(':memory:');
    const waiting: (() => void)[] = [];
    // Everybody's receipt is read from the store before anybody's page is drawn.
    const store: Intake = {
      accept: (request) => real.accept(request),
      probe: () => real.probe(),
      receipt: async (token) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length === 3) for (const go of waiting.reverse()) go();
        });
        return real.receipt(token);
      },
    };
    const handle = receiver({ store });
    const pages = await Promise.all(['cy', 'ar', 'en'].map((one) => receiptOf(handle, one)));
    for (const [at, start] of [SPOKEN[0].start, SPOKEN[1].start, ENGLISH].entries())
      assert.ok(pages[at]?.[1].includes(start), start);
  });

  test('leave the language as it was where drawing one throws', () => {
    const word = (): string => problemText({ field: 'format', code: 'format-missing' });
    const draw = (): never => {
      assert.equal(word(), 'Dewiswch o leiaf un fformat');
      throw new Error('no page');
    };
    const around = inLanguage('ar', () => {
      assert.throws(() => inLanguage('cy', draw), /no page/);
      return markup`${word()}`;
    });
    assert.equal(around.text, 'اختر صيغة واحدة على الأقل');
    assert.throws(() => inLanguage('cy', draw), /no page/);
    assert.equal(word(), 'Choose at least one format');
  });

  test('are drawn whatever the application around them does with its own language', async () => {
    const script = `
      import { configureLocalization, msg } from '@lit/localize';
      import { receiver, form } from './test/server/receiver-helpers.ts';
      globalThis.window = new EventTarget();
      const draw = async (language) =>
        (await (await receiver()(form([['_lang', language]]))).text()).split('\\n')[1];
      const before = await draw('ar');
      const { setLocale } = configureLocalization({
        sourceLocale: 'en',
        targetLocales: ['fr'],
        loadLocale: async () => ({ templates: { language: 'fr', direction: 'upwards' } }),
      });
      await setLocale('fr');
      const own = msg('en-GB', { id: 'language' });
      console.log(JSON.stringify([before, await draw('cy'), await draw('en'), own]));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { cwd: new URL('../..', import.meta.url) },
    );
    const [cy, ar] = SPOKEN;
    assert.deepEqual(JSON.parse(stdout), [ar.start, cy.start, ENGLISH, 'fr']);
  });
});
