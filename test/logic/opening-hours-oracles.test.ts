import { expect } from 'chai';
import fc from 'fast-check';
import { openingState } from '../../src/opening-hours/state.ts';
import type { Hours } from '../../src/opening-hours/state.ts';
import { DAYS } from '../../src/service/schedule.ts';
import type { Schedule } from '../../src/service/schedule.ts';
import {
  answer,
  clockChanges,
  instantOf,
  internationalized,
  temporal,
} from './opening-hours.oracle.ts';
import type { Oracle } from './opening-hours.oracle.ts';

const DAY = 864e5;
const CHANGES = clockChanges([2025, 2026, 2027, 2028]);
const ORACLES: readonly (readonly [name: string, oracle: Oracle])[] = [
  ['Temporal', temporal],
  ['@internationalized/date', internationalized],
];

/** What our own hours say, with its dates and times as the oracle's instants. */
function ours(hours: Hours, now: number, oracle: Oracle): string {
  const said = openingState(hours, new Date(now));
  if (said.state === 'always-open') return 'open for long';
  if (said.state === 'open') {
    const { closes } = said;
    return closes
      ? `open until ${instantOf(closes.date, closes.minutes, oracle)}`
      : 'open for long';
  }
  if (said.state !== 'closed') return said.state;
  const { opens } = said;
  return opens ? `closed until ${instantOf(opens.date, opens.minutes, oracle)}` : 'closed';
}

const pad = (n: number): string => String(n).padStart(2, '0');
const time = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
/** Times on the hour or the quarter meet each other and the clock changes more often than others do. */
const minutes = fc.oneof(
  fc.constantFrom(0, 60, 75, 90, 105, 120, 540, 720, 1020, 1320),
  fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
  fc.integer({ min: 0, max: 1438 }),
);
const times = fc
  .tuple(minutes, fc.oneof(minutes, fc.constantFrom(0, 1439, 1440)))
  .filter(([opens, closes]) => opens !== closes || opens === 0)
  .map(([opens, closes]) => ({ opensAt: time(opens), closesAt: time(closes) }));
const days = fc.subarray([...DAYS], { minLength: 1 });
const date = fc
  .integer({ min: Date.UTC(2024, 0, 1) / DAY, max: Date.UTC(2028, 11, 31) / DAY })
  .map((day) => new Date(day * DAY).toISOString().slice(0, 10));
const nth = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), fc.constantFrom(...DAYS))
  .map(([count, day]) => `${String(count) as `${number}`}${day}` as const);

const weekly = fc
  .record({ times, byday: days })
  .map(({ times, byday }): Schedule => ({ ...times, byday }));
const fortnightly = fc
  .record({ times, byday: days, interval: fc.integer({ min: 2, max: 4 }), dtstart: date })
  .map(({ times, ...row }): Schedule => ({ ...times, ...row }));
const monthly = fc
  .record({
    times,
    byday: fc.uniqueArray(nth, { minLength: 1, maxLength: 3 }),
    interval: fc.integer({ min: 1, max: 3 }),
    dtstart: date,
  })
  .map(({ times, ...row }): Schedule => ({ ...times, ...row, freq: 'MONTHLY' }));
const dated = fc
  .record({ times, byday: days, from: date, days: fc.integer({ min: 0, max: 400 }) })
  .map(({ times, byday, from, days }): Schedule => ({
    ...times,
    byday,
    validFrom: from,
    validTo: new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10),
  }));
/** The first row is in force on every day, so that a day without hours is surely a closed one. */
const schedules = fc
  .tuple(weekly, fc.array(fc.oneof(weekly, fortnightly, monthly, dated), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest]);

/** Half of them on a night when the clocks change, or within two weeks of one. */
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2025, 0, 3), max: Date.UTC(2028, 11, 10) }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -60, max: 360 }))
    .map(([change, minute]) => change + minute * 6e4),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -14 * 1440, max: 1440 }))
    .map(([change, minute]) => change + minute * 6e4),
);

for (const [name, oracle] of ORACLES) {
  describe(`Opening hours, beside those worked out with ${name}`, () => {
    it('agree on every kind of row, in all years and on the nights when clocks change', () => {
      fc.assert(
        fc.property(schedules, instant, (rows, now) => {
          const hours: Hours = { schedules: rows, bankHolidays: 'same' };
          expect(ours(hours, now, oracle)).to.equal(answer(hours, now, oracle));
        }),
        { numRuns: 250 },
      );
    });

    it('agree on special days and on bank holidays that close, where no night runs into one', () => {
      const daily = times.filter(({ opensAt, closesAt }) => opensAt < closesAt);
      const table = fc.record({
        rows: fc.array(fc.record({ times: daily, byday: days }), { minLength: 1, maxLength: 3 }),
        special: fc.uniqueArray(
          fc.record({ ahead: fc.integer({ min: -2, max: 15 }), open: fc.option(daily) }),
          { selector: ({ ahead }) => ahead, maxLength: 4 },
        ),
        near: fc.constantFrom('2025-12-24', '2026-04-02', '2026-12-27', '2027-03-25', '2028-01-02'),
        minute: fc.integer({ min: -4 * 1440, max: 4 * 1440 }),
      });
      fc.assert(
        fc.property(table, ({ rows, special, near, minute }) => {
          const now = Date.parse(`${near}T00:00:00Z`) + minute * 6e4;
          const hours: Hours = {
            schedules: rows.map(({ times, byday }) => ({ ...times, byday })),
            special: special.map(({ ahead, open }) => ({
              date: new Date(now + ahead * DAY).toISOString().slice(0, 10),
              ...open,
            })),
            bankHolidays: 'closed',
          };
          expect(ours(hours, now, oracle)).to.equal(answer(hours, now, oracle));
        }),
        { numRuns: 150 },
      );
    });
  });
}

describe('Opening hours of any kind', () => {
  it('never claim more than is so: whatever is in doubt, "open" and "closed" hold', () => {
    const anything = fc.record({
      schedules,
      special: fc.array(
        fc.record({ date, times: fc.option(times) }).map(({ date, times }) => ({ date, ...times })),
        { maxLength: 3 },
      ),
      bankHolidays: fc.constantFrom('same', 'closed', 'unknown'),
    });
    fc.assert(
      fc.property(anything, instant, (hours, now) => {
        const said = ours(hours, now, temporal).split(' ')[0];
        if (said === 'open' || said === 'closed') {
          expect(answer(hours, now, temporal).split(' ')[0]).to.equal(said);
        }
      }),
      { numRuns: 150 },
    );
  });
});
