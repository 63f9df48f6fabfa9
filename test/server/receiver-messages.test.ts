import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestLines } from '../../src/receiver/index.ts';
import { acknowledgement, newsLetter } from '../../src/receiver/outbox/messages.ts';
import type { StoredRequest } from '../../src/receiver/index.ts';

function requestWith(some: Partial<StoredRequest>): StoredRequest {
  return {
    id: 1,
    reference: 'K7M4-PX3T',
    state: 'new',
    receivedAt: '2026-11-23T10:00:00.000Z',
    replyBy: '2026-11-30',
    replyWithin: 5,
    closedAt: null,
    wipedAt: null,
    documents: [{ title: 'The local plan' }],
    formats: ['braille', 'audio'],
    contactBy: 'phone',
    answers: {},
    page: null,
    language: null,
    quarantine: [],
    ...some,
  };
}

function lines(answers: StoredRequest['answers']): (readonly [string, string])[] {
  return requestLines(requestWith({ answers })).slice(-Object.keys(answers).length);
}

test('Whoever answers reads what was chosen in words', () => {
  const chosen = {
    'braille-grade': 'uncontracted',
    'audio-type': 'usb',
    at: 'screen-reader switch',
    standing: '1',
  };
  assert.deepEqual(lines(chosen), [
    ['Which braille?', 'Uncontracted (grade 1)'],
    ['How should the audio reach you?', 'USB stick'],
    [
      'Which assistive technology do you use?',
      'Screen reader; Switch, eye tracking or another keyboard',
    ],
    ['Use this for everything you send me', 'Yes (wording 1)'],
  ]);
});

test('Whoever answers reads what was typed as it was typed', () => {
  assert.deepEqual(lines({ 'braille-grade': 'Grade 2, please', at: 'JAWS other' }), [
    ['Which braille?', 'Grade 2, please'],
    ['Which assistive technology do you use?', 'JAWS other'],
  ]);
});

test('Whoever answers sees at once what is needed before a reply is due', () => {
  const told = (neededBy: string, replyBy: string | null = '2026-11-30'): string[] => {
    const request = requestWith({ answers: { 'needed-by': neededBy }, replyBy });
    const { subject, text } = newsLetter(request);
    return [subject, text.split('\n')[0] ?? '', requestLines(request)[1]?.[1] ?? ''];
  };
  for (const line of told('tomorrow, 24 November 10am')) {
    assert.match(line, /by Monday 30 November 2026, needed by Tuesday 24 November 2026\.?$/);
  }
  for (const late of ['1 December', 'soon', '']) {
    for (const line of told(late)) assert.match(line, /by Monday 30 November 2026\.?$/);
  }
  for (const line of told('24 November', null)) assert.match(line, /within 5 working days\.?$/);
});

test('Whoever answers reads in which language to answer, where the page was not in English', () => {
  const last = (language: string | null) => requestLines(requestWith({ language })).at(-1);
  assert.deepEqual(last('cy'), ['Language of the page', 'Welsh']);
  assert.deepEqual(last('zh-Hant'), ['Language of the page', 'Traditional Chinese']);
  assert.deepEqual(last('cy-u-nu-latn-x-own'), ['Language of the page', 'Welsh']);
  for (const language of [null, 'en', 'en-GB']) {
    assert.deepEqual(last(language), ['Contact by', 'Phone, Relay UK or SignVideo']);
  }
});

const ORGANISATION = { name: 'Example Council', phone: '020 7946 0123' };

test('Whoever asked is told in plain words, and how to get in touch', () => {
  const { subject, text } = acknowledgement(requestWith({ language: 'en-GB' }), ORGANISATION);
  assert.equal(subject, 'We have received your request K7M4-PX3T');
  assert.deepEqual(text.split('\n\n'), [
    'We have received your request. Your reference is K7M4-PX3T.',
    'We will reply by Monday 30 November 2026.',
    'Keep your reference. If you have heard nothing by then, give it to us: 020 7946 0123',
    'If you did not ask us for anything, somebody may have given your address by mistake. Tell us, and we will not use it again.',
    'Example Council\n',
  ]);
});

test('Whoever asked is promised days where no date is known, and given a name where there is no address', () => {
  const undated = requestWith({ replyBy: null, replyWithin: 5 });
  const { text } = acknowledgement(undated, { name: 'Example Council', email: '' });
  assert.match(text, /We will reply in 5 working days\./);
  assert.match(text, /give it to us: Example Council\n/);
});

test('Whoever asked is told in the language of the page, and that a translation is a draft', () => {
  const told = (language: string) =>
    acknowledgement(requestWith({ language, replyBy: '2026-12-01' }), ORGANISATION);
  assert.equal(told('cy-GB').subject, 'Rydym wedi cael eich cais K7M4-PX3T');
  assert.match(told('cy').text, /Dydd Mawrth 1 Rhagfyr 2026\./);
  assert.match(told('cy').text, /Example Council\n\nDrafft/);
  // Between letters that run from right to left, digits in groups change places unless they are kept together.
  assert.match(told('ar').subject, /\u2066K7M4-PX3T\u2069$/);
  assert.match(told('ar').text, /\u2066020 7946 0123\u2069/);
  assert.equal(told('fr').subject, 'We have received your request K7M4-PX3T');
});
