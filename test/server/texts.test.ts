import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { acknowledgement } from '../../src/receiver/outbox/messages.ts';
import type { StoredRequest } from '../../src/receiver/index.ts';
import { renderCard, renderForm, renderReceipt } from '../../src/render/index.ts';
import { form, NOW, ORGANISATION, receiver } from './receiver-helpers.ts';

const RECEIPT = {
  reference: 'K7M4-PX3T',
  receivedAt: '2026-11-23T10:00:00Z',
  replyBy: '2026-11-30',
  replyWithin: 5,
} as const;

describe('Words of an author’s own', () => {
  const { warn } = console;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });

  it('stand in what is rendered, and the element that adopts it gets them too', () => {
    const texts = { 'Send request': 'Send "it" & go', 'Opens {1}.': 'x' };
    const html = renderForm({ action: '/requests', now: NOW, texts });
    assert.match(html, /Send "it" &amp; go|Send &quot;it&quot; &amp; go/);
    assert.match(html, / texts="\{&quot;Send request&quot;:/);
    assert.doesNotMatch(html, />\s*Send request/);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? '', /handrail-format-request has no sentence "Opens \{1\}\."/);
  });

  it('stand on a card and a receipt, in Welsh too', () => {
    const service = { id: 'a', name: 'A', checked: '2026-11-01' };
    const texts = { 'Checked {1}.': 'Seen: {1}' };
    assert.match(renderCard(service, { now: NOW, texts }), /Seen: Sunday 1 November 2026/);
    const options = { language: 'cy', texts: { 'Request received': 'Wedi cyrraedd' } };
    assert.match(renderReceipt(RECEIPT, options), /Wedi cyrraedd/);
    assert.deepEqual(warnings, []);
  });

  it('stand on the receiver’s pages in their own language alone', async () => {
    const texts = {
      en: { 'There is a problem': 'Not yet' },
      cy: { 'There is a problem': 'Ddim eto' },
    };
    const receive = receiver({ texts });
    const page = async (language: string): Promise<string> =>
      (await receive(form([['_lang', language]]))).text();
    assert.match(await page('en-GB'), /Not yet/);
    assert.match(await page('cy'), /Ddim eto/);
    assert.doesNotMatch(await page('ar'), /Not yet|Ddim eto/);
  });

  it('are checked when a receiver is made, and it goes on with the usual ones', () => {
    receiver({ texts: { en: { 'Send requests': 'Send' }, fr: {} } });
    assert.match(warnings[0] ?? '', /no sentence "Send requests".* "Send request"/);
    assert.match(warnings[1] ?? '', /texts for "fr"/);
  });

  it('stand in the acknowledgement', () => {
    const request = { ...RECEIPT, language: 'en', answers: {} } as unknown as StoredRequest;
    const texts = { en: { 'We have received your request {1}': 'Here: {1}' } };
    assert.equal(acknowledgement(request, ORGANISATION, texts).subject, 'Here: K7M4-PX3T');
  });
});
