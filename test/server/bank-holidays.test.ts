import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { tableFrom } from '../../scripts/bank-holidays.ts';
import { TABLE } from '../../src/calendar/bank-holiday-table.ts';

const TODAY = new Date('2026-11-23T09:00:00Z');

interface Event {
  title: string;
  date: string;
}
type Answer = Record<string, { division: string; events: Event[] }>;

/** What GOV.UK would answer for the table that we have, in its own shape. */
function answer(): Answer {
  return Object.fromEntries(
    Object.entries(TABLE).map(([division, lines]) => {
      const events = lines.flatMap((line) => {
        const [year = '', ...days] = line.split(' ');
        return days.map((day) => ({
          title: 'A bank holiday',
          date: `${year}-${day.slice(0, 2)}-${day.slice(2)}`,
          notes: '',
          bunting: true,
        }));
      });
      return [division, { division, events }];
    }),
  );
}

function changed(change: (events: Event[], all: Answer) => void): Answer {
  const all = answer();
  change(all['scotland']?.events ?? [], all);
  return all;
}

describe('Refreshing the bank holidays', () => {
  test('writes the table that is there, where nothing has changed', () => {
    const current = readFileSync('src/calendar/bank-holiday-table.ts', 'utf8');
    assert.equal(tableFrom(answer(), TODAY), current);
  });

  test('takes in a day that was added, in its place, and forgets years that are long over', () => {
    const table = tableFrom(
      changed((events) => {
        events.push({ title: 'A coronation', date: '2027-06-14' });
        events.unshift({ title: 'Long ago', date: '2019-01-01' });
      }),
      TODAY,
    );
    assert.match(table, /'2027 0101 0104 0326 0503 0531 0614 0802/);
    assert.doesNotMatch(table, /2019/);
  });

  for (const [name, fault, sentence] of [
    ['an answer of another shape', {}, /no events for england-and-wales/],
    ['nothing at all', null, /no events/],
    [
      'a date that does not exist',
      changed((events) => events.push({ title: '', date: '2027-02-30' })),
      /a date that is none: "2027-02-30"/,
    ],
    [
      'a year that is not complete',
      changed((events) => events.splice(-3)),
      /scotland has 6 bank holidays in 2028/,
    ],
    [
      'divisions that end in different years',
      changed((events, all) => {
        if (all['scotland']) {
          all['scotland'].events = events.filter(({ date }) => date < '2028');
        }
      }),
      /do not cover the same years/,
    ],
  ] as const) {
    test(`refuses ${name}, in a sentence`, () => {
      assert.throws(() => tableFrom(fault, TODAY), sentence);
    });
  }
});
