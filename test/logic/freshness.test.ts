import { expect } from 'chai';
import { freshness } from '../../src/service/freshness.ts';
import type { Freshness } from '../../src/service/freshness.ts';

function expectFreshness(checked: string, table: readonly (readonly [string, Freshness])[]) {
  for (const [day, said] of table) {
    expect(freshness(checked, new Date(`${day}T12:00:00Z`)), `${checked} on ${day}`).to.equal(said);
  }
}

describe('Facts that somebody has checked', () => {
  it('are fresh for 6 months, ageing up to 12 months, then stale', () => {
    expectFreshness('2026-03-03', [
      ['2026-03-03', 'fresh'],
      ['2026-09-02', 'fresh'],
      ['2026-09-03', 'ageing'],
      ['2027-03-03', 'ageing'],
      ['2027-03-04', 'stale'],
      ['2036-03-03', 'stale'],
    ]);
  });

  it('count to the last day of a month that is too short', () => {
    expectFreshness('2026-08-31', [
      ['2027-02-27', 'fresh'],
      ['2027-02-28', 'ageing'],
      ['2027-08-31', 'ageing'],
      ['2027-09-01', 'stale'],
    ]);
    expectFreshness('2027-08-31', [
      ['2028-02-28', 'fresh'],
      ['2028-02-29', 'ageing'],
    ]);
    expectFreshness('2026-03-31', [
      ['2026-09-29', 'fresh'],
      ['2026-09-30', 'ageing'],
    ]);
    expectFreshness('2026-12-31', [
      ['2027-06-29', 'fresh'],
      ['2027-06-30', 'ageing'],
    ]);
  });

  it('on 29 February are a year old on 28 February, and stale on 1 March', () => {
    expectFreshness('2028-02-29', [
      ['2028-08-28', 'fresh'],
      ['2028-08-29', 'ageing'],
      ['2029-02-28', 'ageing'],
      ['2029-03-01', 'stale'],
    ]);
  });

  it('at the end of February do not wait for the end of August', () => {
    expectFreshness('2027-02-28', [
      ['2027-08-27', 'fresh'],
      ['2027-08-28', 'ageing'],
    ]);
  });

  it('age at midnight in London, in summer too', () => {
    expect(freshness('2026-01-10', new Date('2026-07-09T22:59:59Z'))).to.equal('fresh');
    expect(freshness('2026-01-10', new Date('2026-07-09T23:00:00Z'))).to.equal('ageing');
  });

  it('may have been checked today, by the London date', () => {
    expect(freshness('2026-07-10', new Date('2026-07-09T22:59:59Z'))).to.equal('stale');
    expect(freshness('2026-07-10', new Date('2026-07-09T23:00:00Z'))).to.equal('fresh');
  });

  it('are stale when the date is still to come', () => {
    expectFreshness('2026-11-24', [['2026-11-23', 'stale']]);
    expectFreshness('2062-11-23', [['2026-11-23', 'stale']]);
  });

  it('are stale when there is no date, or none that can be read', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(freshness(undefined, now)).to.equal('stale');
    const unreadable: unknown[] = ['', 'yesterday', '23/11/2026', '2026-02-30', '2026-11', null, 7];
    for (const checked of [...unreadable, '2026-11-01T10:00:00Z', 'Jan  6    2022']) {
      expect(freshness(checked as string, now), String(checked)).to.equal('stale');
    }
  });
});
