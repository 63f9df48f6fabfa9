import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFhir, readHsds, readJsonLdFeed, readNhs, readOutpost } from '../../src/feeds/index.ts';
import type { FeedResult } from '../../src/feeds/index.ts';
import { openingState } from '../../src/opening-hours/state.ts';

/** The days from Monday 7 December 2026 on: no bank holiday is among them. */
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const OPTIONS = { now: new Date('2026-12-07T12:00:00Z') };

type Read = (value: unknown, options: object) => FeedResult;

/** What may be said at noon of each day of that week: `o` open, `c` closed, `?` nothing. */
function noons(read: Read, record: object): string {
  const [service] = read({ id: 'a', name: 'A', ...record }, OPTIONS).services;
  assert.ok(service);
  return WEEK.map((_, index) => {
    const { state } = openingState(service, new Date(Date.UTC(2026, 11, 7 + index, 12)));
    const said: Partial<Record<string, string>> = { open: 'o', 'always-open': 'o', closed: 'c' };
    return said[state] ?? '?';
  }).join('');
}

const days = (...names: readonly string[]): readonly string[] => names;
const WEEKDAYS = days('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday');
const ALL = [...WEEKDAYS, 'Saturday', 'Sunday'];
const row = (
  dayOfWeek: readonly string[] | undefined,
  opens?: string,
  closes?: string,
  more = {},
) => ({
  dayOfWeek,
  opens,
  closes,
  ...more,
});
const NINE_TO_FIVE = row(WEEKDAYS, '09:00', '17:00');
const on = (validFrom: string, validThrough = validFrom) => ({ validFrom, validThrough });

/** docs/feeds/hours.md lists the ways: each with what may be said from Monday to Sunday. */
const JSON_LD: Readonly<Record<string, readonly [record: object, noons: string]>> = {
  'days that no row has': [{ openingHoursSpecification: [NINE_TO_FIVE] }, 'ooooocc'],
  'equal times at midnight: shut': [
    { openingHoursSpecification: [NINE_TO_FIVE, row(['Sunday'], '00:00', '00:00')] },
    'ooooocc',
  ],
  'equal times with seconds: shut': [
    { openingHoursSpecification: [NINE_TO_FIVE, row(['Sunday'], '00:00:00', '00:00:00')] },
    'ooooocc',
  ],
  'no times at all: shut': [
    { openingHoursSpecification: [NINE_TO_FIVE, row(['Saturday'])] },
    'ooooocc',
  ],
  'shut and open on one day: not known': [
    { openingHoursSpecification: [NINE_TO_FIVE, row(['Friday'], '00:00', '00:00')] },
    'oooo??c',
  ],
  'to 23:59: the whole day': [
    { openingHoursSpecification: [row(ALL, '00:00', '23:59')] },
    'ooooooo',
  ],
  'to 24:00: the whole day': [
    { openingHoursSpecification: [row(ALL, '00:00', '24:00')] },
    'ooooooo',
  ],
  'other equal times: not known': [
    { openingHoursSpecification: [row(WEEKDAYS, '09:00', '09:00')] },
    '???????',
  ],
  'a day in force: before the usual hours': [
    {
      openingHoursSpecification: [NINE_TO_FIVE, row(undefined, '00:00', '00:00', on('2026-12-08'))],
    },
    'ocooocc',
  ],
  'some days in force: before the usual hours': [
    {
      openingHoursSpecification: [NINE_TO_FIVE],
      specialOpeningHoursSpecification: [
        row(undefined, '00:00', '00:00', on('2026-12-09', '2026-12-11')),
      ],
    },
    'ooccccc',
  ],
  'other hours for some days: in their place': [
    {
      openingHoursSpecification: [
        NINE_TO_FIVE,
        row(WEEKDAYS, '14:00', '15:00', on('2026-12-07', '2026-12-08')),
      ],
    },
    'ccooocc',
  ],
  'special hours on named days of a range': [
    {
      openingHoursSpecification: [NINE_TO_FIVE],
      specialOpeningHoursSpecification: [
        row(['Saturday'], '10:00', '14:00', on('2026-12-07', '2026-12-13')),
      ],
    },
    'ooooooc',
  ],
  openingHours: [{ openingHours: ['Mo-Fr 09:00-17:00'] }, 'ooooocc'],
  'openingHours, several in one text': [
    { openingHours: 'Mo-Th 09:00-17:00; Fr 10:00-11:00' },
    'ooooccc',
  ],
  'openingHours, a later part before an earlier': [
    { openingHours: 'Mo-Su 09:00-17:00; Su off; PH off' },
    'ooooooc',
  ],
  'openingHours, closed': [{ openingHours: ['Mo-Fr 09:00-17:00; We closed'] }, 'oocoocc'],
  'openingHours, 24/7': [{ openingHours: '24/7' }, 'ooooooo'],
  'openingHours, all week without times': [{ openingHours: 'Mo-Su' }, 'ooooooo'],
  'openingHours, times without days': [{ openingHours: '09:00-17:00' }, 'ooooooo'],
  'openingHours, school holidays': [{ openingHours: 'Mo-Fr 09:00-17:00; SH off' }, 'ooooo??'],
  'openingHours, holidays among the days': [{ openingHours: 'Mo-Fr,PH 09:00-17:00' }, 'ooooocc'],
  'openingHours, holidays with times': [
    { openingHours: 'Mo-Fr 09:00-17:00; PH 10:00-12:00' },
    'ooooocc',
  ],
  'openingHours, lists of days': [{ openingHours: 'Mo,We,Fr 09:00-17:00' }, 'ocococc'],
  'openingHours that cannot be read': [{ openingHours: 'sunrise-sunset' }, '???????'],
};

describe('Hours in schema.org', () => {
  for (const [name, [record, expected]] of Object.entries(JSON_LD)) {
    test(name, () => {
      assert.equal(noons(readJsonLdFeed, record), expected);
    });
  }

  test('what cannot be read is kept in its own words', () => {
    const read = (openingHours: string) =>
      readJsonLdFeed({ name: 'A', openingHours }).services[0]?.hoursDescription;
    assert.equal(read('Mo-Fr 09:00-17:00; SH off'), 'SH off.');
    assert.equal(read('sunrise-sunset'), 'sunrise-sunset.');
    assert.equal(read('Mo-Fr 09:00-17:00'), undefined);
  });

  test('public holidays that are shut close bank holidays', () => {
    const shut = row(['https://schema.org/PublicHolidays'], '00:00', '00:00');
    const read = (record: object) =>
      readJsonLdFeed({ name: 'A', ...record }).services[0]?.bankHolidays;
    assert.equal(read({ openingHoursSpecification: [NINE_TO_FIVE, shut] }), 'closed');
    assert.equal(read({ openingHours: 'Mo-Fr 09:00-17:00; PH off' }), 'closed');
    assert.equal(read({ openingHoursSpecification: [NINE_TO_FIVE] }), undefined);
  });
});

const hsds = (byday: string, opens: string, closes: string, more = {}) => ({
  byday,
  freq: 'WEEKLY',
  opens_at: opens,
  closes_at: closes,
  ...more,
});

describe('Midnight to midnight elsewhere', () => {
  test('is not known for some days, and the whole day for all seven', () => {
    const some = { schedules: [hsds('MO,TU', '09:00', '17:00'), hsds('SU', '00:00', '00:00')] };
    assert.equal(noons(readHsds, some), 'ooccc' + 'c?');
    const all = { schedules: [hsds('MO,TU,WE,TH,FR,SA,SU', '00:00', '00:00')] };
    assert.equal(noons(readHsds, all), 'ooooooo');
    const nhs = (Weekday: string) => ({
      Weekday,
      OpeningTime: '00:00',
      ClosingTime: '00:00',
      IsOpen: true,
    });
    assert.equal(noons(readNhs, { ODSCode: 'A', OpeningTimes: [nhs('Monday')] }), '???????');
  });

  test('is the whole day where words say it', () => {
    const rows = [hsds('MO', '00:00', '00:00', { description: 'Open 24 hours' })];
    assert.equal(noons(readHsds, { schedules: rows }), 'occcccc');
  });

  test('is not known on a day of its own', () => {
    const holiday = {
      start_date: '2026-12-09',
      end_date: '2026-12-09',
      opens_at: '00:00',
      closes_at: '00:00',
    };
    const record = {
      schedules: [hsds('MO,TU,WE', '09:00', '17:00')],
      holiday_schedules: [holiday],
    };
    assert.equal(noons(readHsds, record), 'oo?cccc');
  });
});

const TIMES = [
  {
    daysOfWeek: ['mon', 'tue', 'wed', 'thu', 'fri'],
    availableStartTime: '09:00:00',
    availableEndTime: '17:00:00',
  },
];
const away = (start: string, end?: string) => ({ description: 'Training', during: { start, end } });

describe('Hours in FHIR', () => {
  const cases: Readonly<Record<string, readonly [object, string]>> = {
    availableTime: [{ availableTime: TIMES }, 'ooooocc'],
    allDay: [{ availableTime: [{ daysOfWeek: ['sat'], allDay: true }] }, 'cccccoc'],
    'notAvailable for a day': [
      { availableTime: TIMES, notAvailable: [away('2026-12-08')] },
      'ocooocc',
    ],
    'notAvailable for days': [
      { availableTime: TIMES, notAvailable: [away('2026-12-08', '2026-12-10')] },
      'occcocc',
    ],
    'notAvailable over noon': [
      {
        availableTime: TIMES,
        notAvailable: [away('2026-12-08T11:00:00Z', '2026-12-08T13:00:00Z')],
      },
      'ocooocc',
    ],
    'notAvailable for an hour of the afternoon': [
      {
        availableTime: TIMES,
        notAvailable: [away('2026-12-08T13:00:00Z', '2026-12-08T14:00:00Z')],
      },
      'ooooocc',
    ],
    'notAvailable from one afternoon to another morning': [
      {
        availableTime: TIMES,
        notAvailable: [away('2026-12-08T14:00:00Z', '2026-12-10T10:00:00Z')],
      },
      'oocoocc',
    ],
  };
  for (const [name, [record, expected]] of Object.entries(cases)) {
    test(name, () => {
      assert.equal(noons(readFhir, { resourceType: 'HealthcareService', ...record }), expected);
    });
  }

  test('an hour away closes that hour alone', () => {
    const record = {
      availableTime: TIMES,
      notAvailable: [away('2026-12-08T13:00:00Z', '2026-12-08T14:00:00Z')],
    };
    const [service] = readFhir({ id: 'a', name: 'A', ...record }, OPTIONS).services;
    assert.deepEqual(service?.special, [
      { date: '2026-12-08', opensAt: '09:00', closesAt: '13:00' },
      { date: '2026-12-08', opensAt: '14:00', closesAt: '17:00' },
    ]);
  });

  test('an hour away in summer is an hour of London', () => {
    const record = {
      availableTime: TIMES,
      notAvailable: [away('2026-07-07T12:00:00Z', '2026-07-07T13:00:00Z')],
    };
    const [service] = readFhir({ id: 'a', name: 'A', ...record }, OPTIONS).services;
    assert.equal(service?.special?.[0]?.closesAt, '13:00');
  });
});

describe('Numbers in FHIR', () => {
  const phone = (value: string, more = {}) => ({ system: 'phone', value, ...more });
  const numbers = (record: object) =>
    readFhir({ id: 'a', name: 'A', ...record }, OPTIONS).services[0]?.channels?.map(
      ({ value, label }) => (label === undefined ? value : `${label} ${value}`),
    );

  test('those that are old, over or still to come are left out', () => {
    const telecom = [
      phone('020 7946 0111', { use: 'old' }),
      phone('020 7946 0122', { period: { end: '2019-03-31' } }),
      phone('020 7946 0123', { period: { start: '2027-01-01' } }),
      phone('020 7946 0133', { period: { start: '2019-01-01', end: '2026-12-07' } }),
    ];
    assert.deepEqual(numbers({ telecom }), ['020 7946 0133']);
  });

  test('those with a rank come first, by it', () => {
    const telecom = [
      phone('020 7946 0111'),
      phone('020 7946 0122', { rank: 2 }),
      phone('020 7946 0133', { rank: 1 }),
    ];
    assert.deepEqual(numbers({ telecom }), ['020 7946 0133', '020 7946 0122', '020 7946 0111']);
  });

  const location = (status: string) => ({
    location: [{ reference: '#l' }],
    contained: [
      {
        resourceType: 'Location',
        id: 'l',
        status,
        name: 'The house',
        telecom: [phone('020 7946 0144')],
        hoursOfOperation: [
          { daysOfWeek: ['mon', 'tue'], openingTime: '09:00:00', closingTime: '17:00:00' },
        ],
      },
    ],
  });

  test('a place has its own number and hours, and none while it is closed', () => {
    assert.deepEqual(numbers(location('active')), ['The house 020 7946 0144']);
    const read = (status: string) =>
      readFhir({ id: 'a', name: 'A', ...location(status) }).services[0];
    assert.deepEqual(read('active')?.places?.[0]?.schedules, [
      { byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '17:00' },
    ]);
    for (const status of ['suspended', 'inactive']) {
      assert.equal(read(status)?.places, undefined);
      assert.equal(numbers(location(status)), undefined);
    }
  });
});

describe('A state', () => {
  const read = (reader: Read, status: unknown) =>
    reader({ id: 'a', name: 'A', status }, OPTIONS).services[0]?.status;

  test('that is not known to run is not shown, and is told', () => {
    for (const reader of [readHsds, readOutpost]) {
      for (const status of [
        'withdrawn',
        'rejected',
        'draft',
        'odd',
        5,
        { status: 'rejected' },
        false,
      ]) {
        assert.equal(read(reader, status), 'inactive', JSON.stringify(status));
      }
      for (const status of ['active', 'Published', { status: 'approved' }, true]) {
        assert.equal(read(reader, status), 'active', JSON.stringify(status));
      }
      for (const status of [undefined, null, '', '-'])
        assert.equal(read(reader, status), undefined);
      assert.equal(read(reader, 'temporarily closed'), 'temporarily closed');
    }
    const { problems } = readHsds({ id: 'a', name: 'A', status: 'odd' });
    assert.match(problems.map(({ done }) => done).join(), /Not shown: it is not one of the states/);
  });
});

describe('A number that a record names twice', () => {
  test('keeps the hours of both', () => {
    const point = (
      contactType: string,
      dayOfWeek: readonly string[],
      opens: string,
      closes: string,
    ) => ({
      contactType,
      telephone: '020 7946 0123',
      hoursAvailable: row(dayOfWeek, opens, closes),
    });
    const record = {
      name: 'A',
      contactPoint: [
        point('Enquiries', ['Monday', 'Tuesday'], '09:00', '17:00'),
        point('Out of hours', ALL, '18:00', '23:59'),
      ],
    };
    const channels = readJsonLdFeed(record).services[0]?.channels;
    assert.equal(channels?.length, 1);
    assert.equal(channels[0]?.label, 'Enquiries, Out of hours');
    assert.equal(channels[0].schedules?.length, 2);
  });

  test('of two places says which is which, and whom it is for', () => {
    const at = (name: string, number: string, description: string) => ({
      location: { name, phones: [{ number, description }] },
    });
    const record = {
      id: 'a',
      name: 'A',
      service_at_locations: [
        at('North house', '020 7946 0111', ''),
        at('South house', '020 7946 0122', 'For professionals who refer'),
      ],
    };
    const channels = readHsds(record).services[0]?.channels?.map((one) => [one.label, one.for]);
    assert.deepEqual(channels, [
      ['North house', undefined],
      ['South house, For professionals who refer', 'professional'],
    ]);
  });
});
