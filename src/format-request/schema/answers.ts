import { contactWayLabel, choiceLabel, fieldName, formatLabel, technologyLabel } from './labels.ts';
import { ASSISTIVE_TECHNOLOGIES, CHOICES, FIELDS, FORMATS } from './fields.ts';
import type { FieldName } from './fields.ts';
import { lettersOf } from './code-points.ts';
import type { FormatRequest } from './request.ts';

/** One question of the form with its answer, in words. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
}

/** The labels of those entries of a list that were chosen. */
function labels<T extends string>(
  all: readonly T[],
  chosen: readonly string[],
  label: (entry: T) => string,
): string {
  return all
    .filter((entry) => chosen.includes(entry))
    .map(label)
    .join(', ');
}

function inWords({ documents, formats, contactBy, text }: FormatRequest, field: FieldName): string {
  switch (field) {
    case 'document':
      return documents.map(({ title, url }) => (url ? `${title} ${url}` : title)).join('; ');
    case 'document-other':
      return '';
    case 'format':
      return labels(FORMATS, formats, formatLabel);
    case 'at':
      return labels(ASSISTIVE_TECHNOLOGIES, text.at.split(' '), technologyLabel);
    case 'contact-by':
      return contactBy && contactWayLabel(contactBy);
    case 'braille-grade':
    case 'audio-type':
      return labels(CHOICES[field], [text[field]], choiceLabel) || text[field];
    case 'standing':
      return text.standing && '✓';
    default:
      return text[field];
  }
}

/** Everything that was answered, in the order of the form. */
export function answersIn(request: FormatRequest): Answer[] {
  return FIELDS.map((field) => ({
    question: fieldName(field),
    answer: inWords(request, field),
  })).filter(({ answer }) => answer !== '');
}

/** Where the answer goes, with most of it covered: enough for the person who typed it to know it. */
function covered({ contactBy, text }: FormatRequest): string {
  switch (contactBy) {
    case 'email':
      return text.email.replace(/^(.).*@/, '$1…@');
    case 'post':
      return text.postcode;
    default:
      return `…${text.phone.slice(-3)}`;
  }
}

/** What a receipt plays back: what was asked for and where the answer goes, and nothing else. */
export function receiptAnswers(request: FormatRequest): Answer[] {
  const { documents, contactBy, text } = request;
  return [
    { question: 'problem', answer: text.problem },
    { question: 'document', answer: documents.map(({ title }) => title).join('; ') },
    { question: 'format', answer: inWords(request, 'format') },
    {
      question: 'contact-by',
      answer: contactBy && `${contactWayLabel(contactBy)}: ${covered(request)}`,
    },
  ]
    .filter(({ answer }) => answer !== '')
    .map(({ question, answer }) => ({ question: fieldName(question as FieldName), answer }));
}

/** The longest address that every mail program takes. */
const LONGEST_MAILTO = 1800;

/** A request as plain text: one line for each answer. */
export function requestAsText(request: FormatRequest): string {
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
  const letters = [...lettersOf(text)];
  let whole = write(text);
  while (whole.length > LONGEST_MAILTO) {
    // Half of what is over, at most nine bytes for a letter and at least one: it ends soon.
    letters.length -= Math.max(1, Math.floor((whole.length - LONGEST_MAILTO) / 18));
    whole = write(`${letters.join('')}…\n${note}`);
  }
  return whole;
}
