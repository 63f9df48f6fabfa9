import { readDate } from '../../calendar/typed-date.ts';
import type { IsoDate } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { codePoints } from './code-points.ts';
import { FORMATS } from './choices.ts';
import { FIELD, FIELDS } from './fields.ts';
import type { FieldName } from './fields.ts';
import { fieldName, slugLabel } from './labels.ts';
import { documentsIn } from './request.ts';
import type { RequestAnswers } from './request.ts';

/** One question of the form with its answer, in words. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

/** What the chosen slugs are called, in the order of the form; those that are not ours are left out. */
function labels(field: FieldName, all: readonly string[], chosen: readonly string[]): string {
  return all
    .filter((slug) => chosen.includes(slug))
    .map((slug) => slugLabel(field, slug))
    .join(', ');
}

function inWords(request: RequestAnswers, field: FieldName): string {
  const { formats, contactBy, text } = request;
  const { choices, several, only } = FIELD[field];
  if (field === 'document') {
    return documentsIn(request)
      .map(({ title, url }) => (url ? `${title} ${url}` : title))
      .join('; ');
  }
  if (field === 'document-other') return '';
  if (field === 'format') return labels(field, FORMATS, formats);
  if (field === 'contact-by') return contactBy && slugLabel(field, contactBy);
  const typed = text[field];
  if (choices) return several ? labels(field, choices, typed.split(' ')) : slugLabel(field, typed);
  return only === 'standing' ? typed && '✓' : typed;
}

/** Everything that was answered, in the order of the form. */
export function answersIn(request: RequestAnswers): Answer[] {
  return FIELDS.map((field) => ({
    question: fieldName(field),
    answer: inWords(request, field),
  })).filter(({ answer }) => answer !== '');
}

/** A date that somebody needs something by, in words, with the words that they have for it. */
export function deadlineInWords(typed: string, today: IsoDate): string {
  const date = readDate(typed, today);
  return date === undefined ? typed : `${dateWords(date)} (${typed})`;
}

/**
 * What a receipt plays back: all that was asked, as it was written, so that a slip is seen.
 *
 * @param today - the date in London.
 */
export function receiptAnswers(request: RequestAnswers, today: IsoDate): Answer[] {
  const untitled = documentsIn(request).map(({ title }) => ({ title }));
  const { text } = request;
  const deadline = deadlineInWords(text['needed-by'], today);
  return answersIn({
    ...request,
    documents: untitled,
    text: { ...text, 'document-other': '', 'needed-by': deadline },
  });
}

/** The longest address that every mail program takes. */
const LONGEST_MAILTO = 1800;

/** A request as plain text: one line for each answer. */
export function requestAsText(request: RequestAnswers): string {
  return answersIn(request)
    .map(({ question, answer }) => `${question} ${answer}`)
    .join('\n');
}

/**
 * A `mailto:` address that has a request's text filled in. What does not fit is cut off.
 *
 * @param note - stands at the end where something was cut off.
 */
export function mailtoFor(email: string, subject: string, text: string, note: string): string {
  const write = (body: string): string =>
    `mailto:${encodeURIComponent(email).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
  const letters = [...codePoints(text)];
  let whole = write(text);
  while (whole.length > LONGEST_MAILTO) {
    // Half of what is over, at most nine bytes for a letter and at least one: it ends soon.
    letters.length -= Math.max(1, Math.floor((whole.length - LONGEST_MAILTO) / 18));
    whole = write(`${letters.join('')}…\n${note}`);
  }
  return whole;
}
