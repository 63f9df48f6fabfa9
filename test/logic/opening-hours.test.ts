import { expect } from 'chai';
import { timeInWords } from '../../src/opening-hours/words.ts';
import { hasOtherHours, weeklyHours } from '../../src/opening-hours/week.ts';
import { openingState } from '../../src/opening-hours/state.ts';
import type { Hours, OpeningState } from '../../src/opening-hours/state.ts';
import type { Day, NthDay, Schedule } from '../../src/service/service.ts';

const EVERY_DAY: Day[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKDAYS: Day[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

function row(
  byday: readonly (Day | NthDay)[],
  opensAt: string,
  closesAt: string,
  more: Partial<Schedule> = {},
): Schedule {
  return { byday, opensAt, closesAt, ...more };
}

const office = { schedules: [row(WORKDAYS, '09:00', '17:00')] };

/** What a card could say, in one line, so that a table of instants can be read. */
function inOneLine(state: OpeningState): string {
  if (state.state === 'open' && state.closes) {
    return `open to ${state.closes.date} ${String(state.closes.minutes)}`;
  }
  if (state.state === 'closed' && state.opens) {
    return `closed to ${state.opens.date} ${String(state.opens.minutes)}`;
  }
  return state.state;
}

function expectStates(hours: Hours, table: readonly (readonly [instant: string, said: string])[]) {
  for (const [instant, said] of table) {
    expect(inOneLine(openingState(hours, new Date(instant))), instant).to.equal(said);
  }
}

/** A file may hold anything, whatever the types promise. */
function unchecked(hours: unknown): Hours {
  return hours as Hours;
}

describe('An office open Monday to Friday, 9am to 5pm', () => {
  it('is open in its hours, to the minute, and says when it closes or opens', () => {
    expectStates(office, [
      ['2026-11-23T08:59:59Z', 'closed to 2026-11-23 540'],
      ['2026-11-23T09:00:00Z', 'open to 2026-11-23 1020'],
      ['2026-11-23T16:59:59Z', 'open to 2026-11-23 1020'],
      ['2026-11-23T17:00:00Z', 'closed to 2026-11-24 540'],
      ['2026-11-27T17:00:00Z', 'closed to 2026-11-30 540'],
      ['2026-11-28T12:00:00Z', 'closed to 2026-11-30 540'],
    ]);
  });

  it('keeps London time in summer, where 9am is 8am in universal time', () => {
    expectStates(office, [
      ['2026-07-06T07:59:00Z', 'closed to 2026-07-06 540'],
      ['2026-07-06T08:00:00Z', 'open to 2026-07-06 1020'],
      ['2026-07-06T15:59:00Z', 'open to 2026-07-06 1020'],
      ['2026-07-06T16:00:00Z', 'closed to 2026-07-07 540'],
    ]);
  });

  it('is closed at 5:30pm in London for a laptop set to New York, Tokyo or Apia', () => {
    for (const instant of [
      '2026-11-23T12:30:00-05:00',
      '2026-11-24T02:30:00+09:00',
      '2026-11-24T06:30:00+13:00',
    ]) {
      expectStates(office, [[instant, 'closed to 2026-11-24 540']]);
    }
  });

  it('keeps its hours over both clock changes of 2026 and 2027', () => {
    expectStates(office, [
      ['2026-03-27T16:59:00Z', 'open to 2026-03-27 1020'],
      ['2026-03-29T12:00:00Z', 'closed to 2026-03-30 540'],
      ['2026-03-30T07:59:00Z', 'closed to 2026-03-30 540'],
      ['2026-03-30T08:00:00Z', 'open to 2026-03-30 1020'],
      ['2026-10-23T16:00:00Z', 'closed to 2026-10-26 540'],
      ['2026-10-26T08:59:00Z', 'closed to 2026-10-26 540'],
      ['2026-10-26T09:00:00Z', 'open to 2026-10-26 1020'],
      ['2027-03-29T12:00:00Z', 'bank-holiday'],
      ['2027-03-30T08:00:00Z', 'open to 2027-03-30 1020'],
      ['2027-11-01T08:59:00Z', 'closed to 2027-11-01 540'],
      ['2027-11-01T09:00:00Z', 'open to 2027-11-01 1020'],
    ]);
  });
});

describe('Hours of every shape', () => {
  it('A night line is open past midnight, on the day after its own', () => {
    expectStates({ schedules: [row(['FR'], '22:00', '06:00')] }, [
      ['2026-11-27T21:59:00Z', 'closed to 2026-11-27 1320'],
      ['2026-11-27T22:00:00Z', 'open to 2026-11-28 360'],
      ['2026-11-28T05:59:00Z', 'open to 2026-11-28 360'],
      ['2026-11-28T06:00:00Z', 'closed to 2026-12-04 1320'],
      ['2026-11-27T02:00:00Z', 'closed to 2026-11-27 1320'],
    ]);
  });

  it('A line that closes at 00:00, 24:00 or 23:59 closes at midnight on its own day', () => {
    for (const midnight of ['00:00', '24:00', '23:59']) {
      expectStates({ schedules: [row(['MO'], '18:00', midnight)] }, [
        ['2026-11-23T23:59:30Z', 'open to 2026-11-23 1440'],
        ['2026-11-24T00:00:00Z', 'closed to 2026-11-30 1080'],
      ]);
    }
  });

  it('A day from 00:00 to 00:00, 24:00 or 23:59 is a whole day', () => {
    for (const midnight of ['00:00', '24:00', '23:59']) {
      expectStates({ schedules: [row(['MO'], '00:00', midnight)] }, [
        ['2026-11-22T23:59:00Z', 'closed to 2026-11-23 0'],
        ['2026-11-23T00:00:00Z', 'open to 2026-11-23 1440'],
        ['2026-11-23T23:59:59Z', 'open to 2026-11-23 1440'],
        ['2026-11-24T00:00:00Z', 'closed to 2026-11-30 0'],
      ]);
    }
  });

  it('Seven whole days are always open, however the rows are cut', () => {
    const ways: Schedule[][] = [
      [row(EVERY_DAY, '00:00', '00:00')],
      [row(EVERY_DAY, '00:00', '24:00')],
      [row(EVERY_DAY, '00:00', '23:59')],
      [row(EVERY_DAY, '08:00', '20:00'), row(EVERY_DAY, '20:00', '08:00')],
      [row(WORKDAYS, '00:00', '24:00'), row(['SA', 'SU'], '00:00', '23:59')],
    ];
    for (const schedules of ways) {
      expectStates({ schedules, bankHolidays: 'same' }, [
        ['2026-11-23T03:00:00Z', 'always-open'],
        ['2026-12-25T12:00:00Z', 'always-open'],
        ['2026-03-29T01:00:00Z', 'always-open'],
        ['2026-10-25T01:30:00Z', 'always-open'],
      ]);
    }
  });

  it('Six whole days are not always open', () => {
    expectStates({ schedules: [row(['MO', 'TU', 'WE', 'TH', 'FR', 'SA'], '00:00', '24:00')] }, [
      ['2026-11-24T12:00:00Z', 'open to 2026-11-28 1440'],
      ['2026-11-29T12:00:00Z', 'closed to 2026-11-30 0'],
    ]);
  });

  it('A break at midday is closed', () => {
    const schedules = [row(['MO'], '09:00', '12:00'), row(['MO'], '13:00', '17:00')];
    expectStates({ schedules }, [
      ['2026-11-23T11:59:00Z', 'open to 2026-11-23 720'],
      ['2026-11-23T12:00:00Z', 'closed to 2026-11-23 780'],
      ['2026-11-23T13:00:00Z', 'open to 2026-11-23 1020'],
    ]);
  });

  it('Rows that overlap or touch are one span, in any order and across midnight', () => {
    expectStates({ schedules: [row(['MO'], '12:00', '17:00'), row(['MO'], '09:00', '13:00')] }, [
      ['2026-11-23T10:00:00Z', 'open to 2026-11-23 1020'],
    ]);
    expectStates({ schedules: [row(['MO'], '09:00', '17:00'), row(['MO'], '10:00', '11:00')] }, [
      ['2026-11-23T10:30:00Z', 'open to 2026-11-23 1020'],
    ]);
    expectStates({ schedules: [row(['MO'], '18:00', '23:59'), row(['TU'], '00:00', '02:00')] }, [
      ['2026-11-23T20:00:00Z', 'open to 2026-11-24 120'],
    ]);
  });
});

describe('Dates on which the hours are other than usual', () => {
  const special = [
    { date: '2026-12-21', opensAt: '10:00', closesAt: '14:00' },
    { date: '2026-12-22' },
    { date: '2026-12-23', opensAt: '10:00', closesAt: '12:00' },
    { date: '2026-12-23', opensAt: '13:00', closesAt: '15:00' },
  ];

  it('take the place of the day', () => {
    expectStates({ ...office, special }, [
      ['2026-12-21T09:30:00Z', 'closed to 2026-12-21 600'],
      ['2026-12-21T10:00:00Z', 'open to 2026-12-21 840'],
      ['2026-12-21T14:00:00Z', 'closed to 2026-12-23 600'],
      ['2026-12-22T12:00:00Z', 'closed to 2026-12-23 600'],
      ['2026-12-23T12:30:00Z', 'closed to 2026-12-23 780'],
      ['2026-12-24T12:00:00Z', 'open to 2026-12-24 1020'],
    ]);
  });

  it('go before a bank holiday, in both directions', () => {
    const christmas = [{ date: '2026-12-25', opensAt: '10:00', closesAt: '12:00' }];
    expectStates({ ...office, bankHolidays: 'closed', special: christmas }, [
      ['2026-12-25T11:00:00Z', 'open to 2026-12-25 720'],
    ]);
    expectStates({ ...office, bankHolidays: 'same', special: [{ date: '2026-12-25' }] }, [
      ['2026-12-25T11:00:00Z', 'closed to 2026-12-28 540'],
    ]);
  });

  it('close a line that is otherwise always open', () => {
    const schedules = [row(EVERY_DAY, '00:00', '24:00')];
    const hours: Hours = { schedules, bankHolidays: 'same', special: [{ date: '2026-12-25' }] };
    expectStates(hours, [
      ['2026-12-01T12:00:00Z', 'always-open'],
      ['2026-12-24T12:00:00Z', 'open to 2026-12-24 1440'],
      ['2026-12-25T12:00:00Z', 'closed to 2026-12-26 0'],
      ['2026-12-26T00:00:00Z', 'always-open'],
    ]);
  });

  it('leave open what becomes of a night that runs into them', () => {
    const schedules = [row(EVERY_DAY, '22:00', '06:00')];
    expectStates({ schedules, bankHolidays: 'same', special: [{ date: '2026-12-09' }] }, [
      ['2026-12-08T23:00:00Z', 'open'],
      ['2026-12-09T03:00:00Z', 'unknown'],
      ['2026-12-09T06:00:00Z', 'closed to 2026-12-10 1320'],
    ]);
  });

  it('are enough by themselves for their own day, and for no other', () => {
    expectStates({ special }, [
      ['2026-12-21T10:00:00Z', 'open to 2026-12-21 840'],
      ['2026-12-22T10:00:00Z', 'closed to 2026-12-23 600'],
      ['2026-12-24T10:00:00Z', 'unknown'],
    ]);
  });

  it('are not believed where they contradict themselves or have unreadable times', () => {
    const both = [
      { date: '2026-12-21' },
      { date: '2026-12-21', opensAt: '09:00', closesAt: '17:00' },
    ];
    expectStates({ ...office, special: both }, [['2026-12-21T12:00:00Z', 'unknown']]);
    const half = [{ date: '2026-12-21', opensAt: '09:00', closesAt: 'late' }];
    expectStates({ ...office, special: half }, [['2026-12-21T12:00:00Z', 'unknown']]);
  });

  it('say nothing at all where a date cannot be read, since it may be today', () => {
    for (const date of ['Jan  6    2022', '2026-02-30', '', null, 20261225]) {
      expectStates(unchecked({ ...office, special: [{ date }] }), [
        ['2026-11-23T12:00:00Z', 'unknown'],
      ]);
    }
  });
});

describe('Bank holidays', () => {
  const holidays2026 = [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ];

  it('mean that hours may differ, for a service that does not say what it does on them', () => {
    for (const date of holidays2026) {
      expectStates(office, [
        [`${date}T00:00:00Z`, 'bank-holiday'],
        [`${date}T12:00:00Z`, 'bank-holiday'],
      ]);
      expectStates({ ...office, bankHolidays: 'unknown' }, [[`${date}T12:00:00Z`, 'bank-holiday']]);
    }
  });

  it('close a service that closes on them, and change nothing for one that does not', () => {
    for (const date of holidays2026) {
      const closed = openingState(
        { ...office, bankHolidays: 'closed' },
        new Date(`${date}T12:00Z`),
      );
      expect(closed.state, date).to.equal('closed');
      expectStates({ ...office, bankHolidays: 'same' }, [
        [`${date}T12:00:00Z`, `open to ${date} 1020`],
      ]);
    }
    expectStates({ ...office, bankHolidays: 'closed' }, [
      ['2026-04-02T18:00:00Z', 'closed to 2026-04-07 540'],
      ['2026-12-24T18:00:00Z', 'closed to 2026-12-29 540'],
    ]);
  });

  it('start and end at midnight in London', () => {
    expectStates(office, [
      ['2026-05-24T22:59:00Z', 'closed'],
      ['2026-05-24T23:00:00Z', 'bank-holiday'],
      ['2026-05-25T22:59:00Z', 'bank-holiday'],
      ['2026-05-25T23:00:00Z', 'closed to 2026-05-26 540'],
    ]);
  });

  it('are not skipped when the next opening is looked for: it may open on one', () => {
    expectStates(office, [['2026-04-02T18:00:00Z', 'closed']]);
  });

  it('are as each part of the United Kingdom has them', () => {
    const noon = (date: string) => new Date(`${date}T12:00Z`);
    const said = (date: string, division: 'scotland' | 'northern-ireland') =>
      openingState(office, noon(date), division).state;
    expect(said('2026-06-15', 'scotland')).to.equal('bank-holiday');
    expect(said('2026-04-06', 'scotland')).to.equal('open');
    expect(said('2026-07-13', 'northern-ireland')).to.equal('bank-holiday');
    expect(openingState(office, noon('2026-07-13')).state).to.equal('open');
  });

  it('include Christmas Day, Boxing Day and New Year at a weekend, beside their substitutes', () => {
    expectStates({ schedules: [row(EVERY_DAY, '10:00', '16:00')] }, [
      ['2026-12-26T12:00:00Z', 'bank-holiday'],
      ['2026-12-27T12:00:00Z', 'open to 2026-12-27 960'],
      ['2026-12-28T12:00:00Z', 'bank-holiday'],
      ['2027-12-25T12:00:00Z', 'bank-holiday'],
      ['2027-12-26T12:00:00Z', 'bank-holiday'],
      ['2028-01-01T12:00:00Z', 'bank-holiday'],
    ]);
  });

  it('leave open what becomes of a night that runs into one', () => {
    const night = { schedules: [row(EVERY_DAY, '22:00', '06:00')] };
    expectStates(night, [
      ['2026-05-24T22:30:00Z', 'open'],
      ['2026-05-25T02:00:00Z', 'bank-holiday'],
      ['2026-05-25T22:00:00Z', 'bank-holiday'],
      ['2026-05-26T02:00:00Z', 'unknown'],
      ['2026-05-26T05:00:00Z', 'closed to 2026-05-26 1320'],
    ]);
    expectStates({ ...night, bankHolidays: 'closed' }, [
      ['2026-05-25T02:00:00Z', 'bank-holiday'],
      ['2026-05-25T05:30:00Z', 'closed to 2026-05-26 1320'],
      ['2026-05-26T02:00:00Z', 'closed to 2026-05-26 1320'],
    ]);
  });

  it('are doubtful even for a line open day and night, unless it says that nothing changes', () => {
    const schedules = [row(EVERY_DAY, '00:00', '24:00')];
    expectStates({ schedules }, [
      ['2026-12-24T12:00:00Z', 'always-open'],
      ['2026-12-25T12:00:00Z', 'bank-holiday'],
    ]);
    expectStates({ schedules, bankHolidays: 'closed' }, [
      ['2026-12-24T12:00:00Z', 'open to 2026-12-24 1440'],
      ['2026-12-25T12:00:00Z', 'closed to 2026-12-27 0'],
    ]);
  });

  it('are neither claimed nor denied past the end of the table', () => {
    const schedules = [row(EVERY_DAY, '09:00', '17:00')];
    for (const bankHolidays of ['unknown', 'closed'] as const) {
      expectStates({ schedules, bankHolidays }, [
        ['2028-12-29T18:00:00Z', 'closed to 2028-12-30 540'],
        ['2029-01-02T12:00:00Z', 'may-differ'],
        ['2029-01-06T12:00:00Z', 'open to 2029-01-06 1020'],
      ]);
    }
    expectStates({ schedules }, [
      ['2029-01-01T12:00:00Z', 'bank-holiday'],
      ['2029-12-25T12:00:00Z', 'bank-holiday'],
    ]);
    expectStates({ schedules, bankHolidays: 'same' }, [
      ['2029-01-02T12:00:00Z', 'open to 2029-01-02 1020'],
    ]);
  });

  it('may change the hours in a place that is not in the table', () => {
    const elsewhere = 'wales' as 'scotland';
    expect(openingState(office, new Date('2026-11-23T12:00Z'), elsewhere).state).to.equal(
      'may-differ',
    );
  });

  it('are not mentioned where no hours are known', () => {
    expectStates({ schedules: [] }, [['2026-12-25T12:00:00Z', 'unknown']]);
  });
});

describe('Hours for a part of the year', () => {
  it('count from the first day to the last, and say nothing outside them', () => {
    const summer = [
      row(EVERY_DAY, '09:00', '17:00', { validFrom: '2026-06-01', validTo: '2026-09-11' }),
    ];
    expectStates({ schedules: summer }, [
      ['2026-05-31T12:00:00Z', 'unknown'],
      ['2026-06-01T12:00:00Z', 'open to 2026-06-01 1020'],
      ['2026-09-11T12:00:00Z', 'open to 2026-09-11 1020'],
      ['2026-09-11T17:00:00Z', 'closed'],
      ['2026-09-12T12:00:00Z', 'unknown'],
    ]);
  });

  it('follow each other', () => {
    const schedules = [
      row(WORKDAYS, '09:00', '17:00', { validTo: '2026-09-30' }),
      row(WORKDAYS, '10:00', '16:00', { validFrom: '2026-10-01' }),
    ];
    expectStates({ schedules }, [
      ['2026-09-30T08:30:00Z', 'open to 2026-09-30 1020'],
      ['2026-09-30T18:00:00Z', 'closed to 2026-10-01 600'],
      ['2026-10-01T08:30:00Z', 'closed to 2026-10-01 600'],
    ]);
  });

  it('are not claimed from a row that ended years ago, as in the official example', () => {
    const schedules = [
      row(['TH', 'FR'], '10:00', '18:00', { validFrom: '2005-01-01', validTo: '2005-01-01' }),
    ];
    expectStates({ schedules }, [['2026-11-26T12:00:00Z', 'unknown']]);
  });

  it('are bounded by the first and last day of a series too', () => {
    const schedules = [
      row(['MO'], '09:00', '17:00', { dtstart: '2026-11-16', until: '2026-11-23' }),
    ];
    expectStates({ schedules }, [
      ['2026-11-09T12:00:00Z', 'unknown'],
      ['2026-11-16T12:00:00Z', 'open to 2026-11-16 1020'],
      ['2026-11-30T12:00:00Z', 'unknown'],
    ]);
  });
});

describe('Hours that do not come every week', () => {
  it('come every second week, counted from the week of the first day', () => {
    const schedules = [row(['TU', 'TH'], '10:00', '12:00', { interval: 2, dtstart: '2026-11-05' })];
    expectStates({ schedules }, [
      ['2026-11-05T11:00:00Z', 'open to 2026-11-05 720'],
      ['2026-11-10T11:00:00Z', 'closed to 2026-11-17 600'],
      ['2026-11-12T11:00:00Z', 'closed to 2026-11-17 600'],
      ['2026-11-17T11:00:00Z', 'open to 2026-11-17 720'],
      ['2026-11-19T11:00:00Z', 'open to 2026-11-19 720'],
      ['2026-11-23T11:00:00Z', 'closed to 2026-12-01 600'],
    ]);
  });

  it('keep their weeks over a new year and both clock changes', () => {
    const schedules = [row(['WE'], '10:00', '12:00', { interval: 2, dtstart: '2026-03-18' })];
    expectStates({ schedules }, [
      ['2026-03-25T11:00:00Z', 'closed to 2026-04-01 600'],
      ['2026-04-01T10:00:00Z', 'open to 2026-04-01 720'],
      ['2026-10-28T11:00:00Z', 'open to 2026-10-28 720'],
      ['2026-11-04T11:00:00Z', 'closed to 2026-11-11 600'],
      ['2026-12-30T11:00:00Z', 'closed'],
      ['2027-01-06T11:00:00Z', 'open to 2027-01-06 720'],
    ]);
  });

  it('are unknown where nobody says which week is the first', () => {
    const fortnightly = row(['TU'], '10:00', '12:00', { interval: 2 });
    expectStates({ schedules: [fortnightly] }, [
      ['2026-11-24T11:00:00Z', 'unknown'],
      ['2026-11-25T11:00:00Z', 'unknown'],
    ]);
    expectStates({ schedules: [row(['MO'], '09:00', '17:00'), fortnightly] }, [
      ['2026-11-23T11:00:00Z', 'open to 2026-11-23 1020'],
      ['2026-11-23T18:00:00Z', 'closed'],
      ['2026-11-24T11:00:00Z', 'unknown'],
      ['2026-11-24T12:00:00Z', 'closed to 2026-11-30 540'],
    ]);
  });

  it('come on a counted day of the month, from its start or its end', () => {
    const first = { schedules: [row(['1SA'], '09:00', '17:00', { freq: 'MONTHLY' })] };
    expectStates(first, [
      ['2026-11-07T12:00:00Z', 'open to 2026-11-07 1020'],
      ['2026-11-14T12:00:00Z', 'closed'],
      ['2026-11-28T12:00:00Z', 'closed to 2026-12-05 540'],
    ]);
    expectStates({ schedules: [row(['2MO', '-1FR'], '09:00', '17:00', { freq: 'MONTHLY' })] }, [
      ['2026-11-09T12:00:00Z', 'open to 2026-11-09 1020'],
      ['2026-11-20T12:00:00Z', 'closed to 2026-11-27 540'],
      ['2026-11-27T12:00:00Z', 'open to 2026-11-27 1020'],
      ['2028-02-25T12:00:00Z', 'open to 2028-02-25 1020'],
      ['2027-02-26T12:00:00Z', 'open to 2027-02-26 1020'],
    ]);
    const fifth = row(['5MO'], '09:00', '17:00', { freq: 'MONTHLY' });
    expectStates({ schedules: [fifth] }, [
      ['2026-11-30T12:00:00Z', 'open to 2026-11-30 1020'],
      ['2026-11-23T18:00:00Z', 'closed to 2026-11-30 540'],
    ]);
  });

  it('come every second month, counted from the first', () => {
    const more = { freq: 'MONTHLY', interval: 2, dtstart: '2026-09-07' } as const;
    expectStates({ schedules: [row(['1MO'], '09:00', '17:00', more)] }, [
      ['2026-10-05T11:00:00Z', 'closed'],
      ['2026-11-02T12:00:00Z', 'open to 2026-11-02 1020'],
    ]);
  });

  it('are unknown where the words of the calendar contradict each other', () => {
    const odd: unknown[] = [
      { ...row(['MO'], '09:00', '17:00'), freq: 'MONTHLY' },
      row(['2MO'], '09:00', '17:00'),
      { ...row(['MO'], '09:00', '17:00'), freq: 'DAILY' },
      { ...row(['MO'], '09:00', '17:00'), bymonthday: [2, 3, 4] },
      { ...row(['MO'], '09:00', '17:00'), bymonthday: '2,3,4' },
      { ...row(['MO'], '09:00', '17:00'), interval: 0 },
      { ...row(['MO'], '09:00', '17:00'), interval: 1.5, dtstart: '2026-11-02' },
      { ...row(['MO'], '09:00', '17:00'), interval: -1, dtstart: '2026-11-02' },
    ];
    for (const schedule of odd) {
      expectStates(unchecked({ schedules: [schedule] }), [['2026-11-23T12:00:00Z', 'unknown']]);
    }
  });
});

describe('The nights on which the clocks change', () => {
  const shortly = (closesAt: string) => ({ schedules: [row(['SA'], '20:00', closesAt)] });

  it('A line that closes in the hour that is skipped is closed from 2am', () => {
    for (const [saturday, sunday] of [
      ['2026-03-28', '2026-03-29'],
      ['2027-03-27', '2027-03-28'],
    ] as const) {
      expectStates({ ...shortly('01:30'), bankHolidays: 'same' }, [
        [`${saturday}T23:00:00Z`, `open to ${sunday} 120`],
        [`${sunday}T00:59:59Z`, `open to ${sunday} 120`],
      ]);
      expectStates({ ...shortly('02:00'), bankHolidays: 'same' }, [
        [`${sunday}T00:59:59Z`, `open to ${sunday} 120`],
      ]);
      for (const closesAt of ['01:30', '02:00']) {
        const after = openingState(shortly(closesAt), new Date(`${sunday}T01:00:00Z`));
        expect(after.state, `${sunday} ${closesAt}`).to.equal('closed');
      }
    }
  });

  it('A break inside the hour that is skipped is no break', () => {
    const schedules = [row(['SA', 'SU'], '01:30', '01:00')];
    expectStates({ schedules, bankHolidays: 'same' }, [
      ['2026-03-29T00:59:00Z', 'open to 2026-03-30 60'],
      ['2026-03-29T01:00:00Z', 'open to 2026-03-30 60'],
    ]);
  });

  it('A line that opens in the hour that is skipped is open from 2am', () => {
    expectStates({ schedules: [row(['SU'], '01:30', '05:00')], bankHolidays: 'same' }, [
      ['2026-03-29T00:59:59Z', 'closed to 2026-03-29 120'],
      ['2026-03-29T01:00:00Z', 'open to 2026-03-29 300'],
      ['2026-03-29T04:00:00Z', 'closed to 2026-04-05 90'],
    ]);
  });

  it('A line that closes in the hour that comes twice does not open a second time', () => {
    for (const sunday of ['2026-10-25', '2027-10-31']) {
      expectStates(shortly('01:30'), [[`${sunday}T00:29:59Z`, `open to ${sunday} 90`]]);
      for (const later of ['00:30', '00:59', '01:00', '01:29', '01:30', '02:00']) {
        const { state } = openingState(shortly('01:30'), new Date(`${sunday}T${later}:00Z`));
        expect(state, `${sunday} ${later}`).to.equal('closed');
      }
    }
  });

  it('A line that closes at 2am stays open through both of the hours', () => {
    expectStates(shortly('02:00'), [
      ['2026-10-25T00:30:00Z', 'open to 2026-10-25 120'],
      ['2026-10-25T01:59:59Z', 'open to 2026-10-25 120'],
    ]);
    expect(openingState(shortly('02:00'), new Date('2026-10-25T02:00:00Z')).state).to.equal(
      'closed',
    );
  });

  it('A line that opens in the hour that comes twice stays open once it has opened', () => {
    const schedules = [row(['SU'], '01:30', '05:00')];
    expectStates({ schedules }, [
      ['2026-10-25T00:29:00Z', 'closed to 2026-10-25 90'],
      ['2026-10-25T00:30:00Z', 'open to 2026-10-25 300'],
      ['2026-10-25T01:00:00Z', 'open to 2026-10-25 300'],
      ['2026-10-25T01:45:00Z', 'open to 2026-10-25 300'],
      ['2026-10-25T04:59:00Z', 'open to 2026-10-25 300'],
    ]);
  });
});

describe('Hours that cannot be read', () => {
  it('say nothing where there are none, or where they are not even a list', () => {
    for (const schedules of [undefined, null, [], {}, 'Please visit the website', 7]) {
      expectStates(unchecked({ schedules }), [['2026-11-23T12:00:00Z', 'unknown']]);
    }
    expectStates({}, [['2026-11-23T12:00:00Z', 'unknown']]);
  });

  it('say nothing where no row can be read, whatever the fault', () => {
    const faults: unknown[] = [
      null,
      'Monday 9-5',
      {},
      { ...row(['MO'], '09:00', '17:00'), byday: undefined },
      { ...row(['MO'], '09:00', '17:00'), byday: 'MO,TU' },
      { ...row(['MO'], '09:00', '17:00'), byday: ['Monday'] },
      row([], '09:00', '17:00'),
      row(['MO'], '9am', '5pm'),
      row(['MO'], '-', '-'),
      row(['MO'], '09:00', ''),
      row(['MO'], '09:00', '09:00'),
      row(['MO'], '24:00', '02:00'),
      row(['MO'], '09:60', '17:00'),
      row(['MO'], '09:00', '25:00'),
      row(['MO'], '09:00:00Z', '17:00:00Z'),
      row(['MO'], '09:00', '17:00', { validFrom: 'soon' }),
      row(['MO'], '09:00', '17:00', { validTo: '2026-02-30' }),
      row(['MO'], '09:00', '17:00', { validFrom: '2026-12-31', validTo: '2026-01-01' }),
    ];
    for (const fault of faults) {
      const said = openingState(unchecked({ schedules: [fault] }), new Date('2026-11-23T12:00Z'));
      expect(said, JSON.stringify(fault)).to.deep.equal({ state: 'unknown' });
    }
  });

  it('keep the good rows, and claim to be closed only where the bad ones allow it', () => {
    const good = row(['MO', 'WE'], '09:00', '17:00');
    const bad = row(['WE'], '19:00', 'late');
    expectStates({ schedules: [good, bad] }, [
      ['2026-11-23T12:00:00Z', 'open to 2026-11-23 1020'],
      ['2026-11-23T18:00:00Z', 'closed to 2026-11-25 540'],
      ['2026-11-25T12:00:00Z', 'open to 2026-11-25 1020'],
      ['2026-11-25T18:00:00Z', 'closed'],
      ['2026-11-25T20:00:00Z', 'unknown'],
      ['2026-11-26T02:00:00Z', 'unknown'],
      ['2026-11-26T20:00:00Z', 'closed to 2026-11-30 540'],
    ]);
  });

  it('may hide an opening in a row that ends before it starts, or on a bank holiday', () => {
    const swapped = row(['TU'], '09:00', '17:00', {
      validFrom: '2026-12-31',
      validTo: '2026-01-01',
    });
    expectStates({ schedules: [row(['MO'], '09:00', '17:00'), swapped] }, [
      ['2026-11-24T12:00:00Z', 'unknown'],
      ['2026-11-24T18:00:00Z', 'closed to 2026-11-30 540'],
    ]);
    const schedules = [row(['MO'], '09:00', '17:00'), row(['FR'], '?', '?')];
    expectStates({ schedules, bankHolidays: 'same' }, [['2026-12-25T12:00:00Z', 'unknown']]);
  });

  it('do not say when it closes where a bad row may keep it open', () => {
    const schedules = [row(['MO'], '09:00', '17:00'), row(['MO'], '?', '?')];
    expectStates({ schedules }, [
      ['2026-11-23T12:00:00Z', 'open'],
      ['2026-11-23T18:00:00Z', 'unknown'],
    ]);
  });

  it('may hide an opening on any day, where a bad row does not name its days', () => {
    const nameless = { ...row([], '20:00', '22:00'), byday: null };
    expectStates(unchecked({ schedules: [row(['MO'], '09:00', '17:00'), nameless] }), [
      ['2026-11-23T12:00:00Z', 'open to 2026-11-23 1020'],
      ['2026-11-23T18:00:00Z', 'closed'],
      ['2026-11-24T21:00:00Z', 'unknown'],
      ['2026-11-24T22:00:00Z', 'closed'],
    ]);
  });

  it('never throw, and never claim to be open, on a file of rubbish', () => {
    for (const rubbish of [null, 0, '', 'x', [], {}, [null], [[]], [{ date: {} }]]) {
      for (const field of ['schedules', 'special', 'bankHolidays', 'status']) {
        const hours = unchecked({ [field]: rubbish });
        expect(openingState(hours, new Date('2026-11-23T12:00Z')).state).to.equal('unknown');
      }
    }
  });
});

describe('A service that is not running', () => {
  const schedules = [row(EVERY_DAY, '00:00', '24:00')];
  const noon = new Date('2026-11-23T12:00Z');

  it('is temporarily closed whatever its hours say', () => {
    const special = [{ date: '2026-11-23', opensAt: '09:00', closesAt: '17:00' }];
    expect(openingState({ schedules, special, status: 'temporarily closed' }, noon)).to.deep.equal({
      state: 'temporarily-closed',
    });
  });

  it('is never called open when it is inactive, defunct or in a status that nobody knows', () => {
    for (const status of ['inactive', 'defunct', 'Closed', '']) {
      expect(openingState(unchecked({ schedules, status }), noon).state, status).to.equal(
        'unknown',
      );
    }
    expect(openingState({ schedules, status: 'active' }, noon).state).to.equal('always-open');
  });
});

describe('The next opening', () => {
  it('is looked for on the next 14 days, and no further', () => {
    const monthly = { schedules: [row(['1MO'], '09:00', '17:00', { freq: 'MONTHLY' })] };
    expectStates(monthly, [
      ['2026-11-22T12:00:00Z', 'closed'],
      ['2026-11-23T12:00:00Z', 'closed to 2026-12-07 540'],
    ]);
  });
});

describe('The hours of a week, for a card', () => {
  it('join days that follow each other and are alike, Monday first', () => {
    const schedules = [
      row(['SA'], '10:00', '13:00'),
      row(['FR', 'TH', 'MO', 'TU', 'WE'], '09:00', '17:00'),
    ];
    expect(weeklyHours(schedules)).to.deep.equal([
      { days: WORKDAYS, spans: [{ opens: '09:00', closes: '17:00' }] },
      { days: ['SA'], spans: [{ opens: '10:00', closes: '13:00' }] },
    ]);
  });

  it('do not join days with another or an empty one between them', () => {
    const schedules = [
      row(['MO', 'TU', 'TH', 'SA'], '09:00', '17:00'),
      row(['WE'], '09:00', '12:00'),
    ];
    expect(weeklyHours(schedules).map(({ days }) => days)).to.deep.equal([
      ['MO', 'TU'],
      ['WE'],
      ['TH'],
      ['SA'],
    ]);
  });

  it('show breaks in order, and spans that overlap or touch as one', () => {
    const schedules = [
      row(['MO'], '13:00', '15:00'),
      row(['MO'], '09:00', '12:00'),
      row(['MO'], '15:00', '17:00'),
      row(['MO'], '16:00', '16:30'),
    ];
    expect(weeklyHours(schedules)[0]?.spans).to.deep.equal([
      { opens: '09:00', closes: '12:00' },
      { opens: '13:00', closes: '17:00' },
    ]);
  });

  it('show a whole day as midnight to midnight, however it is written', () => {
    for (const midnight of ['00:00', '24:00', '23:59']) {
      expect(weeklyHours([row(EVERY_DAY, '00:00', midnight)])).to.deep.equal([
        { days: EVERY_DAY, spans: [{ opens: '00:00', closes: '00:00' }] },
      ]);
    }
  });

  it('show a night with the day on which it starts', () => {
    expect(weeklyHours([row(['FR'], '22:00', '06:00')])).to.deep.equal([
      { days: ['FR'], spans: [{ opens: '22:00', closes: '06:00' }] },
    ]);
  });

  it('never make more than a day out of rows that overlap', () => {
    const schedules = [row(['MO'], '00:00', '24:00'), row(['MO'], '22:00', '02:00')];
    expect(weeklyHours(schedules)[0]?.spans).to.deep.equal([
      { opens: '00:00', closes: '00:00' },
      { opens: '22:00', closes: '02:00' },
    ]);
  });

  it('leave out what is not in force, and what cannot be read or does not come every week', () => {
    const schedules = [
      row(['MO'], '09:00', '17:00', { validTo: '2026-09-30' }),
      row(['MO'], '10:00', '16:00', { validFrom: '2026-10-01' }),
    ];
    const [winter] = weeklyHours(schedules, '2026-11-23');
    expect(winter?.spans).to.deep.equal([{ opens: '10:00', closes: '16:00' }]);
    expect(hasOtherHours(schedules, '2026-11-23')).to.equal(false);
    for (const other of [
      row(['TU'], 'late', 'later'),
      row(['TU'], '10:00', '12:00', { interval: 2, dtstart: '2026-11-03' }),
      row(['1TU'], '10:00', '12:00', { freq: 'MONTHLY' }),
    ]) {
      expect(weeklyHours([...schedules, other], '2026-11-23')).to.deep.equal([winter]);
      expect(hasOtherHours([...schedules, other], '2026-11-23')).to.equal(true);
    }
  });

  it('are none where there are none', () => {
    expect(weeklyHours([])).to.deep.equal([]);
    expect(hasOtherHours([])).to.equal(false);
  });
});

describe('A time in words', () => {
  it('is written as GOV.UK writes it', () => {
    for (const [minutes, words] of [
      [0, 'midnight'],
      [1, '12:01am'],
      [60, '1am'],
      [540, '9am'],
      [545, '9:05am'],
      [719, '11:59am'],
      [720, 'midday'],
      [750, '12:30pm'],
      [1020, '5pm'],
      [1050, '5:30pm'],
      [1439, '11:59pm'],
      [1440, 'midnight'],
    ] as const) {
      expect(timeInWords(minutes, 'en-GB')).to.equal(words);
    }
    expect(timeInWords(1050, 'en')).to.equal('5:30pm');
    expect(timeInWords(1050, '')).to.equal('5:30pm');
  });

  it('can be read off the hours of the week', () => {
    expect(timeInWords('09:00', 'en')).to.equal('9am');
    expect(timeInWords('24:00', 'en')).to.equal('midnight');
    expect(timeInWords('late', 'en')).to.equal('late');
    expect(timeInWords(NaN, 'en')).to.equal('NaN');
  });

  it('has a 24-hour clock and digits 0 to 9 in every other language', () => {
    for (const language of ['cy', 'fr', 'ar', 'ar-EG', 'bn', 'ur', 'pl', 'so']) {
      expect(timeInWords(1050, language), language).to.equal('17:30');
    }
    expect(timeInWords(540, 'cy')).to.match(/^0?9:00$/);
    expect(timeInWords(1440, 'cy')).to.match(/^0?0:00$/);
  });

  it('is in English where a language tag is not one', () => {
    for (const language of ['english please', 'x', '123456789']) {
      expect(timeInWords(1050, language), language).to.equal('5:30pm');
    }
  });
});
