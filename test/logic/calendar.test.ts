import { expect } from 'chai';
import fc from 'fast-check';
import { DIVISIONS, FIRST_DAY, LAST_DAY, isBankHoliday } from '../../src/calendar/bank-holidays.ts';
import { addDays, isIsoDate, londonTime, weekday } from '../../src/calendar/london.ts';
import { dateWords } from '../../src/i18n/dates.ts';
import { inLanguage } from '../../src/render/language.ts';
import { readDate } from '../../src/calendar/typed-date.ts';
import { isWorkingDay, replyBy } from '../../src/calendar/working-days.ts';

describe('A London clock', () => {
  it('shows the same on every device, winter and summer', () => {
    for (const [instant, date, minutes] of [
      ['2026-11-23T00:00:00Z', '2026-11-23', 0],
      ['2026-11-23T23:59:59Z', '2026-11-23', 1439],
      ['2026-07-06T22:59:59Z', '2026-07-06', 1439],
      ['2026-07-06T23:00:00Z', '2026-07-07', 0],
      ['2026-12-31T23:59:59Z', '2026-12-31', 1439],
      ['2027-01-01T00:00:00+13:00', '2026-12-31', 660],
    ] as const) {
      expect(londonTime(new Date(instant)), instant).to.deep.equal({ date, minutes });
    }
  });

  it('skips from 1am to 2am in March and shows 1am twice in October', () => {
    for (const [instant, minutes] of [
      ['2026-03-29T00:59:59Z', 59],
      ['2026-03-29T01:00:00Z', 120],
      ['2027-03-28T00:59:59Z', 59],
      ['2027-03-28T01:00:00Z', 120],
      ['2026-10-25T00:30:00Z', 90],
      ['2026-10-25T00:59:59Z', 119],
      ['2026-10-25T01:00:00Z', 60],
      ['2026-10-25T01:30:00Z', 90],
      ['2026-10-25T02:00:00Z', 120],
      ['2027-10-31T00:59:59Z', 119],
      ['2027-10-31T01:00:00Z', 60],
    ] as const) {
      expect(londonTime(new Date(instant)).minutes, instant).to.equal(minutes);
    }
  });

  it('refuses an instant that is none', () => {
    expect(() => londonTime(new Date('soon'))).to.throw(RangeError);
  });
});

describe('A date', () => {
  it('is real, and written year, month, day', () => {
    for (const date of ['2026-11-23', '2028-02-29', '2000-02-29', '2026-12-31']) {
      expect(isIsoDate(date), date).to.equal(true);
    }
    for (const text of [
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '1900-02-29',
      '2026-1-2',
      '23-11-2026',
      '2026-11-23T00:00:00Z',
      ' 2026-11-23',
      '2026-11-23\n',
      '20261123',
      'Jan  6    2022',
      '',
    ]) {
      expect(isIsoDate(text), JSON.stringify(text)).to.equal(false);
    }
  });

  it('can be counted from, over months, years, leap days and clock changes', () => {
    expect(addDays('2026-11-30', 1)).to.equal('2026-12-01');
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2027-02-28', 1)).to.equal('2027-03-01');
    expect(addDays('2026-03-28', 2)).to.equal('2026-03-30');
    expect(addDays('2026-10-26', -2)).to.equal('2026-10-24');
    expect(addDays('2026-11-23', 0)).to.equal('2026-11-23');
  });

  it('has a weekday, from Monday as 1 to Sunday as 7', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => weekday(addDays('2026-11-23', days)));
    expect(week).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
  });

  it('is written in words, the British way in English', () => {
    expect(dateWords('2026-11-30')).to.equal('Monday 30 November 2026');
    for (const tag of ['en-US', 'english please', 'x', '123456789', '']) {
      expect(inLanguage(tag, () => dateWords('2026-11-30'))).to.equal('Monday 30 November 2026');
    }
  });

  it('is written in the language of the page, with digits 0 to 9', () => {
    expect(inLanguage('cy', () => dateWords('2026-11-30'))).to.match(/Llun 30 Tachwedd 2026/);
    for (const tag of ['ar', 'ar-u-nu-arab']) {
      const arabic = inLanguage(tag, () => dateWords('2026-11-30'));
      expect(arabic).to.match(/(?:الاثنين|الإثنين) 30 \S+ 2026/);
    }
  });
});

describe('The bank holidays', () => {
  it('of 2026 are those on GOV.UK, for each part of the United Kingdom', () => {
    const days: string[] = [];
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) days.push(day);
    const of = (division: (typeof DIVISIONS)[number]) =>
      days.filter((day) => isBankHoliday(day, division)).map((day) => day.slice(5));
    expect(of('england-and-wales').join(' ')).to.equal(
      '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    );
    expect(of('scotland').join(' ')).to.equal(
      '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    );
    expect(of('northern-ireland').join(' ')).to.equal(
      '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    );
  });

  it('are real weekdays, in order, in every year of the table', () => {
    for (const division of DIVISIONS) {
      let day = FIRST_DAY;
      const found: string[] = [];
      for (; day <= LAST_DAY; day = addDays(day, 1)) {
        if (isBankHoliday(day, division)) found.push(day);
      }
      expect(
        found.filter((date) => weekday(date) > 5),
        division,
      ).to.deep.equal([]);
      for (const year of ['2025', '2026', '2027', '2028']) {
        const count = found.filter((date) => date.startsWith(year)).length;
        expect(count, `${division} ${year}`).to.be.within(8, division === 'any-uk' ? 15 : 10);
      }
    }
  });

  it('are not known before the first day of the table, or past its last', () => {
    for (const division of DIVISIONS) {
      expect(isBankHoliday(addDays(FIRST_DAY, -1), division)).to.equal(undefined);
      expect(isBankHoliday(FIRST_DAY, division)).to.equal(true);
      expect(isBankHoliday(LAST_DAY, division)).to.equal(false);
      expect(isBankHoliday(addDays(LAST_DAY, 1), division)).to.equal(undefined);
    }
  });

  it('are known for at least 13 months from today: when this fails, add the next year', () => {
    const today = new Date();
    const ahead = new Date(today.getFullYear(), today.getMonth() + 13, today.getDate());
    expect(londonTime(ahead).date <= LAST_DAY, `the table ends on ${LAST_DAY}`).to.equal(true);
  });
});

describe('A reply promised in 5 working days', () => {
  const received = (instant: string, division?: (typeof DIVISIONS)[number]) =>
    replyBy(new Date(instant), 5, division ? { division } : {});

  it('skips weekends and bank holidays', () => {
    expect(received('2026-11-23T10:00:00Z')).to.equal('2026-11-30');
    expect(received('2026-12-18T10:00:00Z')).to.equal('2026-12-29');
    expect(received('2026-12-24T10:00:00Z')).to.equal('2027-01-05');
    expect(received('2027-03-24T10:00:00Z')).to.equal('2027-04-02');
  });

  it('follows the holidays of the division', () => {
    expect(received('2026-12-24T10:00:00Z', 'scotland')).to.equal('2027-01-06');
    expect(received('2027-03-24T10:00:00Z', 'scotland')).to.equal('2027-04-01');
    expect(received('2026-07-10T10:00:00Z', 'northern-ireland')).to.equal('2026-07-20');
    expect(received('2026-07-10T10:00:00Z')).to.equal('2026-07-17');
  });

  it('counts from the London date of receipt, at midnight in summer too', () => {
    expect(received('2026-07-05T22:59:59Z')).to.equal('2026-07-10');
    expect(received('2026-07-05T23:00:00Z')).to.equal('2026-07-13');
    expect(received('2026-11-23T23:59:59Z')).to.equal('2026-11-30');
    expect(received('2026-11-24T00:00:00Z')).to.equal('2026-12-01');
  });

  it('is the same for a request on Saturday, on Sunday and on the Friday before', () => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      expect(received(`${day}T12:00:00Z`), day).to.equal('2026-11-27');
    }
  });

  it('with any-uk skips the holidays of every part of the United Kingdom', () => {
    expect(received('2026-03-16T10:00:00Z', 'any-uk')).to.equal('2026-03-24');
    expect(received('2026-11-27T10:00:00Z', 'any-uk')).to.equal('2026-12-07');
    expect(received('2026-12-24T10:00:00Z', 'any-uk')).to.equal('2027-01-06');
  });

  it('counts what comes after the cut-off, or on a day off, as the next working day’s', () => {
    const cutOff = 17 * 60;
    const due = (instant: string) => replyBy(new Date(instant), 5, { cutOff });
    expect(due('2026-11-23T16:59:59Z')).to.equal('2026-11-30');
    expect(due('2026-11-23T17:00:00Z')).to.equal('2026-12-01');
    expect(due('2026-07-06T15:59:59Z')).to.equal('2026-07-13');
    expect(due('2026-07-06T16:00:00Z')).to.equal('2026-07-14');
    expect(due('2026-11-20T17:00:00Z')).to.equal('2026-11-30');
    expect(due('2026-11-21T09:00:00Z')).to.equal('2026-11-30');
    expect(due('2026-12-25T09:00:00Z')).to.equal('2027-01-06');
  });

  it('skips the days on which the organisation is closed', () => {
    const closures = ['2026-12-29', '2026-12-30', '2026-12-31'];
    expect(replyBy(new Date('2026-12-24T10:00:00Z'), 5, { closures })).to.equal('2027-01-08');
    expect(isWorkingDay('2026-12-29', { closures })).to.equal(false);
    expect(isWorkingDay('2026-12-29')).to.equal(true);
  });

  it('has no date where the count leaves the table', () => {
    expect(received('2028-12-20T10:00:00Z')).to.equal('2028-12-29');
    expect(received('2028-12-21T10:00:00Z')).to.equal(undefined);
    expect(received('2031-01-06T10:00:00Z')).to.equal(undefined);
    expect(isWorkingDay('2029-01-02')).to.equal(undefined);
    expect(isWorkingDay('2029-01-06')).to.equal(false);
  });

  it('must be a whole number of days from 1 to 100', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(replyBy(now, 1)).to.equal('2026-11-24');
    expect(replyBy(now, 100)).to.equal('2027-04-19');
    for (const days of [0, -1, 1.5, 101, NaN, Infinity]) {
      expect(() => replyBy(now, days), String(days)).to.throw(RangeError);
    }
  });
});

describe('Whatever the instant, the promise and the division, a reply is due', () => {
  const instants = fc.date({
    min: new Date('2025-01-02T00:00:00Z'),
    max: new Date('2028-06-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const promises = fc.integer({ min: 1, max: 100 });
  const divisions = fc.constantFrom(...DIVISIONS);
  const date = (instant: Date) => londonTime(instant).date;
  const due = (instant: Date, days: number, division: (typeof DIVISIONS)[number]) =>
    replyBy(instant, days, { division }) ?? '';

  it('on a working day, with as many working days up to it as were promised', () => {
    fc.assert(
      fc.property(instants, promises, divisions, (instant, days, division) => {
        const end = due(instant, days, division);
        expect(isWorkingDay(end, { division })).to.equal(true);
        let counted = 0;
        for (let day = addDays(date(instant), 1); day <= end; day = addDays(day, 1)) {
          if (isWorkingDay(day, { division })) counted += 1;
        }
        expect(counted).to.equal(days);
      }),
      { numRuns: 300 },
    );
  });

  it('later where more days are promised, and never earlier where it was asked later', () => {
    fc.assert(
      fc.property(instants, instants, promises, divisions, (one, two, days, division) => {
        const [first, second] = one < two ? [one, two] : [two, one];
        expect(due(first, days, division) <= due(second, days, division)).to.equal(true);
        if (days > 1) {
          expect(due(first, days - 1, division) < due(first, days, division)).to.equal(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never earlier with more holidays: in one part, in any part, with closures, with a cut-off', () => {
    fc.assert(
      fc.property(instants, promises, divisions, instants, (instant, days, division, closed) => {
        const plain = due(instant, days, division);
        const closures = [date(closed)];
        expect(plain <= due(instant, days, 'any-uk')).to.equal(true);
        expect(plain <= (replyBy(instant, days, { division, closures }) ?? '')).to.equal(true);
        expect(plain <= (replyBy(instant, days, { division, cutOff: 600 }) ?? '')).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('A date that somebody types', () => {
  const read = (text: string) => readDate(text, '2026-11-23');

  it('is understood in the ways that people in Britain write dates', () => {
    for (const text of [
      '3/12/2026',
      '03/12/26',
      '3.12.2026',
      '3-12-2026',
      '3 12 2026',
      '3 December 2026',
      'Thursday 3rd December 2026',
      '3rd of Dec 2026',
      'by 3 dec, please',
      'by 3 December',
      '2026-12-03',
    ]) {
      expect(read(text), text).to.equal('2026-12-03');
    }
  });

  it('without a year is the next one from today on', () => {
    expect(read('22 November')).to.equal('2027-11-22');
    expect(read('23 November')).to.equal('2026-11-23');
    // What stands behind it may be a time of day, or the end of a range.
    for (const text of [
      '15 January 14:00',
      '15 Jan, 11am',
      'meeting on 15/1 10am',
      '15 Jan - 17 Jan',
    ]) {
      expect(read(text), text).to.equal('2027-01-15');
    }
  });

  it('is understood in the ways that people say one', () => {
    // Monday 23 November 2026.
    for (const [text, date] of [
      ['today', '2026-11-23'],
      ['ASAP', '2026-11-23'],
      ['as soon as possible please', '2026-11-23'],
      ['urgent', '2026-11-23'],
      ['tomorrow', '2026-11-24'],
      ['the day after tomorrow', '2026-11-25'],
      ['Friday', '2026-11-27'],
      ['by this Friday', '2026-11-27'],
      ['before Weds', '2026-11-25'],
      ['Monday', '2026-11-30'],
      ['next Friday', '2026-12-04'],
      ['next thurs', '2026-12-03'],
      ['Friday next week', '2026-12-04'],
      ['a week on Friday', '2026-12-04'],
      ['Friday week', '2026-12-04'],
      ['next week', '2026-11-30'],
      ['the end of next week', '2026-12-04'],
      ['this week', '2026-11-27'],
      ['end of the month', '2026-11-30'],
      ['next month', '2026-12-01'],
      ['end of next month', '2026-12-31'],
      ['in 2 weeks', '2026-12-07'],
      ['In two weeks.', '2026-12-07'],
      ['a fortnight', '2026-12-07'],
      ['within 10 days', '2026-12-03'],
      ['5 working days', '2026-11-30'],
      ['in a week', '2026-11-30'],
      ['in a couple of weeks', '2026-12-07'],
      ['in 3 months', '2027-02-23'],
      ['Dec 3', '2026-12-03'],
      ['December 3rd', '2026-12-03'],
      ['Dec. 3, 2027', '2027-12-03'],
      ['Thursday, December 3', '2026-12-03'],
      ['the 3rd', '2026-12-03'],
      ['by the 27th', '2026-11-27'],
    ] as const) {
      expect(read(text), text).to.equal(date);
    }
  });

  it('that is said is counted from the day on which it is said, over the end of a month and a year', () => {
    for (const [today, text, date] of [
      ['2026-11-27', 'next Friday', '2026-12-04'],
      ['2026-11-28', 'next Friday', '2026-12-04'],
      ['2026-11-29', 'next Friday', '2026-12-04'],
      ['2026-11-27', 'Friday', '2026-12-04'],
      ['2026-11-28', 'this week', '2026-11-28'],
      ['2026-12-31', 'tomorrow', '2027-01-01'],
      ['2027-01-31', 'in a month', '2027-02-28'],
      ['2026-12-30', 'the 2nd', '2027-01-02'],
      ['2026-12-24', 'in 3 working days', '2026-12-29'],
    ] as const) {
      expect(readDate(text, today), `${text} on ${today}`).to.equal(date);
    }
  });

  it('is left alone where it is none, or not one that exists', () => {
    for (const text of [
      '',
      'before the hearing',
      'soon',
      '31/11/2026',
      '2026-02-30',
      '12345',
      '5',
    ]) {
      expect(read(text), text).to.equal(undefined);
    }
  });
});
