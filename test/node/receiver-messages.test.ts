import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestLines } from '../../src/receiver/index.ts';
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

test('Whoever answers reads in which language to answer, where the page was not in English', () => {
  const last = (language: string | null) => requestLines(requestWith({ language })).at(-1);
  assert.deepEqual(last('cy'), ['Language of the page', 'Welsh']);
  assert.deepEqual(last('zh-Hant'), ['Language of the page', 'Traditional Chinese']);
  assert.deepEqual(last('cy-u-nu-latn-x-own'), ['Language of the page', 'Welsh']);
  for (const language of [null, 'en', 'en-GB']) {
    assert.deepEqual(last(language), ['Contact by', 'Phone, or Relay UK']);
  }
});
