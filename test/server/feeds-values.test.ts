import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { access, coordinates, isMasked } from '../../src/feeds/places.ts';
import { phones } from '../../src/feeds/contact.ts';
import { FieldReader } from '../../src/feeds/field-reader.ts';
import { days, spans, time } from '../../src/feeds/hours.ts';
import { description } from '../../src/feeds/prose.ts';
import { age, date, email, language, postcode, url } from '../../src/feeds/values.ts';

/** A value to read, and how often something was reported of it. */
function field(value: unknown): { readonly at: FieldReader; readonly told: () => number } {
  let count = 0;
  const at = new FieldReader(value, 'field', () => {
    count += 1;
  });
  return { at, told: () => count };
}

/** Reads a value, and holds that something is said exactly where it is lost or changed. */
function same<T>(
  read: (at: FieldReader) => T,
  cases: readonly (readonly [unknown, T, number?])[],
): void {
  for (const [value, expected, reports = expected === undefined ? 1 : 0] of cases) {
    const { at, told } = field(value);
    assert.deepEqual(read(at), expected, JSON.stringify(value));
    assert.equal(told(), reports, JSON.stringify(value));
  }
}

const NONE: readonly (readonly [unknown, undefined, number])[] = [
  [undefined, undefined, 0],
  [null, undefined, 0],
  ['', undefined, 0],
  [' - ', undefined, 0],
];

describe('What a feed writes', () => {
  it('as a date is read in the ways that British feeds write it, and in no other', () => {
    same(date, [
      ...NONE,
      ['2026-11-23', '2026-11-23'],
      ['2026-11-23T10:00:00', '2026-11-23'],
      ['2026-06-30T23:30:00Z', '2026-07-01'],
      ['2026-12-31T23:30:00Z', '2026-12-31'],
      ['Dec 25 2026', '2026-12-25'],
      ['Jan  6    2022', '2022-01-06'],
      ['Friday 25 December 2026', '2026-12-25'],
      ['25th Dec 2026', '2026-12-25'],
      ['31/12/2026', '2026-12-31'],
      ['12/31/2026', undefined],
      ['2026-02-30', undefined],
      ['0001-01-01T00:00:00', undefined],
      ['soon', undefined],
      [false, undefined],
      [[], undefined],
    ]);
  });

  it('as a time of day is read as London time, whatever stands behind it', () => {
    same(
      (at) => time(at, {}),
      [
        ...NONE,
        ['09:00', 540],
        ['9:05', 545],
        ['09:00:00', 540],
        ['09:00:00Z', 540, 1],
        ['09:00+01:00', 540, 1],
        ['9am', 540],
        ['12am', 0],
        ['12:30 pm', 750],
        ['5.30pm', 1050],
        ['0900', 540],
        ['noon', 720],
        ['Midnight', 0],
        ['24:00', 1440],
        ['24:01', undefined],
        ['25:00', undefined],
        ['09:60', undefined],
        ['13pm', undefined],
        ['9', undefined],
        ['teatime', undefined],
      ],
    );
  });

  it('as a time with an offset can be taken at its word', () => {
    const honour = (day: string) => (at: FieldReader) => time(at, { times: 'offset' }, day);
    same(honour('2026-07-01'), [
      ['09:00:00Z', 600, 1],
      ['09:00:00+01:00', 540, 1],
      ['09:00', 540],
    ]);
    same(honour('2026-12-01'), [
      ['09:00:00Z', 540, 1],
      ['23:30:00-02:00', 90, 1],
    ]);
  });

  it('as times in one text is read with its breaks', () => {
    same(spans, [
      ['07:45-18:00', [{ opensAt: '07:45', closesAt: '18:00' }]],
      [
        '9am to 12pm, 1pm to 5pm',
        [
          { opensAt: '09:00', closesAt: '12:00' },
          { opensAt: '13:00', closesAt: '17:00' },
        ],
      ],
      ['by arrangement', [{}], 1],
      ['09:00-09:00', [{ opensAt: '09:00' }], 1],
    ]);
  });

  it('as days is read by name, by code and by range, or not at all', () => {
    same(days, [
      ...NONE,
      ['MO,TU', ['MO', 'TU']],
      ['Mon-Wed', ['MO', 'TU', 'WE']],
      ['Sat to Mon', ['SA', 'SU', 'MO']],
      [
        ['https://schema.org/Friday', 'sun'],
        ['FR', 'SU'],
      ],
      ['Monday, Caturday', undefined],
      ['mostly', undefined],
    ]);
  });

  it('as a web address gets the scheme that it lacks, and is left out where it could run', () => {
    same(url, [
      ...NONE,
      ['https://a.example/x', 'https://a.example/x'],
      ['http://a.example', 'http://a.example'],
      ['https://a.example\n', 'https://a.example', 1],
      ['www.a.example', 'https://www.a.example/', 1],
      ['some.thing.com', 'https://some.thing.com/', 1],
      ['example_counselling', undefined],
      ['javascript:alert(1)', undefined],
      ['java\nscript:alert(1)', undefined],
      ['//a.example', undefined],
      ['ftp://a.example', undefined],
      [12345, undefined],
    ]);
  });

  it('as an email address is one, or is left out', () => {
    same(email, [
      ...NONE,
      ['a@b.example', 'a@b.example'],
      ['mailto:a@b.example', 'a@b.example'],
      [false, undefined],
      [12345, undefined],
      ['email-example_com', undefined],
      ['a@b', undefined],
      ['a@b.example, c@d.example', undefined],
    ]);
  });

  it('as a postcode is British, or is left out', () => {
    same(postcode, [
      ...NONE,
      ['se59rs', 'SE5 9RS'],
      ['SE5  9RS ', 'SE5 9RS'],
      ['W1A 1AA', 'W1A 1AA'],
      ['EC1A1BB', 'EC1A 1BB'],
      ['SE5', 'SE5'],
      ['ABC 1234', undefined],
      ['90210', undefined],
    ]);
  });

  it('as an age can be 0, and can be nobody’s', () => {
    same(
      (at) => age(at),
      [...NONE, [0, 0], ['16', 16], [-1, undefined], [999, undefined], ['adult', undefined]],
    );
  });

  it('as a language has a code, a name or both', () => {
    same(language, [
      ['Somali', { name: 'Somali' }],
      [
        { code: 'eng', name: 'English' },
        { code: 'en', name: 'English' },
      ],
      [{ code: 'not a code', name: 'Urdu' }, { name: 'Urdu' }, 1],
      [{ id: '2989d3ed' }, undefined],
    ]);
  });

  it('as a telephone is kept whole, split only into whole numbers, and never picked out of words', () => {
    const values = (at: FieldReader): readonly string[] =>
      phones(at, field(undefined).at).map(({ value }) => value);
    same(values, [
      ['020 7946 0123', ['020 7946 0123']],
      ['"+44 20 7946 0123"', ['+44 20 7946 0123'], 1],
      ['020 7946 0123\u00a0\n', ['020 7946 0123'], 1],
      ['07700 900123 / 020 7946 0123', ['07700 900123', '020 7946 0123'], 1],
      ['020 7946 0123 Sam, 7946 0124 Kim', ['020 7946 0123 Sam, 7946 0124 Kim'], 1],
      ['020 7946 0123, 7946 0124 Kim', ['020 7946 0123, 7946 0124 Kim'], 1],
      ['020 7946 0123 ext 4', ['020 7946 0123 ext 4'], 1],
    ]);
  });

  it('as coordinates is in the United Kingdom, put right where they changed places, or left out', () => {
    const read = (at: FieldReader): unknown => coordinates(at.at('lat'), at.at('lon'));
    same(read, [
      [
        { lat: 51.5, lon: -0.1 },
        { latitude: 51.5, longitude: -0.1 },
      ],
      [
        { lat: '51.5', lon: '-0.1' },
        { latitude: 51.5, longitude: -0.1 },
      ],
      [{ lat: -0.1, lon: 51.5 }, { latitude: 51.5, longitude: -0.1 }, 1],
      [{ lat: 100, lon: 101 }, {}, 1],
      [{ lat: 0, lon: 0 }, {}, 1],
      [{ lat: 51.5 }, {}, 1],
      [{}, {}],
    ]);
  });

  it('as a mark that a place is secret counts unless it plainly says no', () => {
    for (const mark of [true, 'true', 1, 'yes', 'maybe', {}, 'TRUE ']) {
      assert.equal(isMasked(field({ mask_exact_address: mark }).at), true, JSON.stringify(mark));
    }
    for (const mark of [false, 'false', 0, 'no', null, undefined, '']) {
      assert.equal(isMasked(field({ mask_exact_address: mark }).at), false, JSON.stringify(mark));
    }
  });

  it('about access gives a fact only where a sentence says it without holding back', () => {
    assert.deepEqual(access(['Hearing loop']), { hearingLoop: true, description: 'Hearing loop' });
    for (const text of [
      'No hearing loop',
      'Partial wheelchair access',
      'Step-free access except the café',
      'Disabled parking nearby',
      'A hearing loop is planned',
      'We don’t have a hearing loop',
      'The lift is unavailable',
    ]) {
      assert.deepEqual(access([text]), { description: text });
    }
    assert.equal(access([]), undefined);
  });

  it('as a description keeps its words and loses what could run', () => {
    same(description, [
      ...NONE,
      ['Plain words & more.\r\n\r\nNext.', 'Plain words & more.\n\nNext.'],
      ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
      ['<b>Bold</b> words', '<p><strong>Bold</strong> words</p>'],
      ['Mothers&rsquo; group', 'Mothers’ group'],
      ['&lt;p&gt;Twice&lt;/p&gt;', 'Twice', 1],
      ['Hello<script>alert(1)</script>', 'Hello', 1],
      ['<a href="javascript:alert(1)">here</a>', 'here', 1],
      ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ]);
  });
});
