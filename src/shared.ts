/**
 * What the files that handrail.min.js fetches on demand take from it instead of bringing it along: all
 * that they import from Lit, from `@lit/localize`, from `element/`, and of the calendar and of telephone
 * numbers what cards need too. The build fails where a name is missing here.
 */
export { str } from '@lit/localize';
export { nothing, render } from 'lit';
export { dateWords, weekdayNames } from './element/dates.ts';
export { fittingLevel, heading } from './element/heading.ts';
export { html } from './element/html.ts';
export { msg } from './element/msg.ts';
export { unfold } from './element/unfold.ts';
export { warn } from './element/warn.ts';
export { words } from './element/words.ts';
export { telephone } from './service-info/telephone.ts';
export { isBankHoliday, isDivision } from './calendar/bank-holidays.ts';
export { addDays, isIsoDate, londonTime, weekday } from './calendar/london.ts';
