import { expect } from 'chai';
import { wordsAgree } from '../../src/opening-hours/agreement.ts';
import { openingState } from '../../src/opening-hours/state.ts';
import { stateText } from '../../src/opening-hours/words.ts';
import type { OpeningHours } from '../../src/service/schedule.ts';

const OFFICE: OpeningHours = {
  schedules: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '09:00', closesAt: '17:00' }],
};
const EVENING: OpeningHours = {
  schedules: [{ byday: ['MO', 'TU'], opensAt: '18:00', closesAt: '00:00' }],
};
const NIGHT: OpeningHours = {
  schedules: [{ byday: ['WE'], opensAt: '00:00', closesAt: '06:00' }],
};

describe('Words beside hours', () => {
  for (const words of [
    '',
    'Monday to Friday, 9am to 5pm',
    'Mon-Fri 9am - 5pm.',
    'Open weekdays from 09:00 until 17:00',
    'Opening hours: 9.00am–5.00pm Monday to Friday',
    'Phone lines are open 9am-5pm',
  ]) {
    it(`say no more than the hours: "${words}"`, () => {
      expect(wordsAgree({ ...OFFICE, hoursDescription: words })).to.equal(true);
    });
  }

  for (const words of [
    'Term time only. Closed 12 to 2.',
    'Monday to Friday, 10am to 4pm',
    'By appointment',
    'Not on bank holidays',
    'Closed 12pm to 1pm',
    'Ffoniwch yn gyntaf',
    'نهاية الأسبوع',
    '9am to 5pm except Wednesdays',
    'First Monday of the month',
    'Monday to Saturday, 9am to 5pm',
    'Mondays, 9am to 5pm',
    'Every day 9am to 5pm',
    'Daily, 9am to 5pm',
    'Weekends 9am to 5pm',
    'Monday to Friday, 9am to midday',
    'Open 24 hours',
    '24/7',
  ]) {
    it(`say more than the hours: "${words}"`, () => {
      expect(wordsAgree({ ...OFFICE, hoursDescription: words })).to.equal(false);
    });
  }
});

describe('Words beside other hours', () => {
  const DAILY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
  const always: OpeningHours = {
    schedules: [{ byday: DAILY, opensAt: '00:00', closesAt: '24:00' }],
  };
  for (const words of ['Open 24 hours', '24/7', '24 hours a day, 7 days a week', 'Daily']) {
    it(`say no more than a line that is always open: "${words}"`, () => {
      expect(wordsAgree({ ...always, hoursDescription: words })).to.equal(true);
    });
  }

  it('say no more than a day that ends at midday', () => {
    const saturday: OpeningHours = {
      schedules: [{ byday: ['SA'], opensAt: '10:00', closesAt: '12:00' }],
      hoursDescription: 'Saturdays, 10am to midday',
    };
    expect(wordsAgree(saturday)).to.equal(true);
  });
});

describe('A midnight in words', () => {
  const said = (hours: OpeningHours, now: string): string =>
    stateText(openingState(hours, new Date(now)), new Date(now), 'en');

  for (const [hours, now, sentence] of [
    [EVENING, '2026-11-23T23:59:00Z', 'Open now, closes at midnight tonight'],
    [EVENING, '2026-11-23T18:00:00Z', 'Open now, closes at midnight tonight'],
    [NIGHT, '2026-11-24T20:00:00Z', 'Closed, opens at midnight tonight'],
    [NIGHT, '2026-11-22T20:00:00Z', 'Closed, opens at the start of Wednesday 25 November 2026'],
  ] as const) {
    it(`${now}: ${sentence}`, () => {
      expect(said(hours, now)).to.equal(sentence);
    });
  }

  it('is the end of a day that is not today', () => {
    const hours: OpeningHours = {
      schedules: [
        { byday: ['MO'], opensAt: '09:00', closesAt: '24:00' },
        { byday: ['TU'], opensAt: '00:00', closesAt: '24:00' },
      ],
    };
    const now = '2026-11-23T12:00:00Z';
    expect(said(hours, now)).to.equal('Open now, closes at the end of Tuesday 24 November 2026');
  });
});
