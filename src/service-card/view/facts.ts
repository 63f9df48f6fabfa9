import { str } from '@lit/localize';
import { londonTime } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { msg } from '../../i18n/msg.ts';
import { items, join, say } from './view.ts';
import type { CardView } from './view.ts';
import { spansText, weekText } from '../../opening-hours/words.ts';
import { hasOtherHours, nextDates, specialDates, weeklyHours } from '../../opening-hours/week.ts';
import type { DatedHours } from '../../opening-hours/week.ts';
import type { OpeningHours } from '../../service/schedule.ts';
import type { Eligibility, Route } from '../../service/service.ts';

/** A measure in words: "12 months", "£5.00". */
export function measure(
  value: number,
  language: string,
  options: Intl.NumberFormatOptions,
): string {
  return new Intl.NumberFormat([language, 'en-GB'], { numberingSystem: 'latn', ...options }).format(
    value,
  );
}

/** Everything that is known of a service's, a place's or a channel's hours, a line each. */
export function hoursLines(view: CardView, hours: OpeningHours): unknown[] {
  const { now, language } = view;
  const today = londonTime(now).date;
  const rows = hours.schedules ?? [];
  const week = weeklyHours(rows, today).map((row) => weekText(row, language));
  const dated = ({ date, spans }: DatedHours): string =>
    `${dateWords(date)}, ${spans.length > 0 ? spansText(spans, language) : msg('closed')}`;
  const rare = nextDates(rows, today).map((next) => msg(str`Not every week, next ${dated(next)}`));
  const other = hasOtherHours(rows, today);
  const lines: unknown[] = [...week, ...rare, ...specialDates(hours.special, today).map(dated)];
  if (other && rare.length === 0 && !hours.hoursDescription) {
    lines.push(msg('There are other hours too: call to check'));
  }
  if (week.length + rare.length > 0 && hours.bankHolidays !== 'same') {
    lines.push(
      hours.bankHolidays === 'closed'
        ? msg('Closed on bank holidays')
        : msg('Hours may differ on bank holidays'),
    );
  }
  return lines;
}

function ages({ minimumAge: from, maximumAge: to }: Eligibility): string {
  const [lower, upper] = [from, to].map((age) => (typeof age === 'number' ? age : undefined));
  if (lower !== undefined && upper !== undefined)
    return lower <= upper ? msg(str`Age ${lower} to ${upper}`) : '';
  if (lower !== undefined && lower > 0) return msg(str`Age ${lower} and over`);
  return upper === undefined ? '' : msg(str`Age ${upper} and under`);
}

function genderName(gender: unknown): string {
  if (gender === 'female') return msg('women and girls');
  if (gender === 'male') return msg('men and boys');
  return gender === 'non-binary' ? msg('non-binary people') : '';
}

/** "in the past 12 months". */
function since(duration: unknown, language: string): string {
  const [, count, letter] = /^P(\d+)([DWMY])$/.exec(String(duration)) ?? [];
  const unit = { D: 'day', W: 'week', M: 'month', Y: 'year' }[letter ?? ''];
  if (!unit) return '';
  const time = measure(Number(count), language, { style: 'unit', unit, unitDisplay: 'long' });
  return msg(str`if it happened in the past ${time}`);
}

/** What one rule says of the people whom a service is for. */
export function eligibilityLine(view: CardView, rule: Eligibility): unknown {
  const genders = Array.isArray(rule.gender) ? rule.gender : [];
  const who = join([
    say(view, rule.who),
    ages(rule),
    ...genders.map(genderName),
    ...items(rule.areas).map(({ name }) => say(view, name)),
    since(rule.since, view.language),
    rule.route ? routeText(rule.route, true) : '',
  ]);
  return join([who, say(view, rule.description)], ': ');
}

/** Through whom a person comes to a service, and whether they can. */
export function routeText(by: Route | undefined, accepted: boolean): string {
  switch (by) {
    case 'self':
      return accepted ? msg('You can contact them yourself') : msg('You cannot refer yourself');
    case 'professional':
      return accepted
        ? msg('A professional, such as a GP, can refer you')
        : msg('Professionals cannot refer you');
    case 'police':
      return accepted ? msg('The police can refer you') : msg('The police cannot refer you');
    default:
      return '';
  }
}
