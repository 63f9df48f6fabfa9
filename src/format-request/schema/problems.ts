import { str } from '@lit/localize';
import { msg } from '../../i18n/msg.ts';
import { codePoints } from './code-points.ts';
import { FORMATS, placesOf } from './choices.ts';
import type { ContactWay, Place } from './choices.ts';
import { LONGEST_ADDRESS, LONGEST_TITLE, MOST_DOCUMENTS } from './document-value.ts';
import { isEmail } from '../../email/email.ts';
import { FIELD, FIELDS } from './fields.ts';
import type { FieldName } from './fields.ts';
import { fieldName } from './labels.ts';
import { documentsIn } from './request.ts';
import type { RequestAnswers } from './request.ts';
import type { Problem, SaidProblem } from './problem.ts';

/** Services that connect a call for somebody, by the names that people use for them. */
const RELAYS =
  /sign ?(video|live|language)|\bbsl\b|interpreter|relay|typetalk|text ?phone|minicom|1800[12]/i;

/**
 * Eight to fifteen digits, however they are grouped, with room for Relay UK's prefix and an extension;
 * of several numbers one is enough, and so is the name of a service that connects the call.
 */
function isPhone(text: string): boolean {
  return (
    RELAYS.test(text) ||
    text.split(/[,;/\n]|\b(?:or|and)\b/i).some((one) => {
      const main = one.replace(/^\D*1800[12](?=.*\d{4})|(ext[a-z]*|x)\W*\d{1,6}$/gi, '');
      return /^\P{Nd}*(\p{Nd}\P{Nd}*){8,15}$/u.test(main) && !main.includes('@');
    })
  );
}

/** The fields that have to be written so that they can be used, with what is wrong otherwise. */
const CHECKS: Readonly<
  Partial<Record<FieldName, readonly [(text: string) => boolean, Problem['code']]>>
> = {
  email: [isEmail, 'email-malformed'],
  phone: [isPhone, 'phone-malformed'],
};

/** By how much the longest of the documents' titles and addresses is too long, for each that is. */
function excesses({ documents }: RequestAnswers): number[] {
  return documents.flatMap(({ title, url = '' }) => [
    codePoints(title).length - LONGEST_TITLE,
    url === title ? 0 : url.length - LONGEST_ADDRESS,
  ]);
}

/**
 * Where the formats go that were chosen, each as the places of which one is needed.
 */
function placesNeeded(
  { formats, text }: RequestAnswers,
  ways: readonly ContactWay[],
): (readonly Place[])[] {
  return formats.map((slug) => placesOf(slug, text['audio-type'], ways)).filter(([first]) => first);
}

/** Whether a place is the one to ask for, of those that a format can go to, and none of them is known. */
function isPlaceMissing(
  field: FieldName,
  request: RequestAnswers,
  ways: readonly ContactWay[],
): boolean {
  return placesNeeded(request, ways).some(
    (places) => places[0] === field && places.every((place) => !request.text[place]),
  );
}

/**
 * Everything that is wrong with one field of a request.
 *
 * @param named - how many documents it asks for.
 */
function problemsWith(
  field: FieldName,
  request: RequestAnswers,
  named: number,
  offered: readonly ContactWay[] | undefined,
): Problem[] {
  const { formats, contactBy, text } = request;
  const { ways, format, limit, missing } = FIELD[field];
  // Somebody who reports a problem need not ask for a document as well.
  const isNeeded = text.problem === '' || named + formats.length > 0;
  const asked = ways?.some((way) => way === contactBy) ?? (!format || formats.includes(format));
  const problems: Problem[] = [];
  const add = (wrong: boolean, code: Problem['code'] | undefined): void => {
    if (wrong && code) problems.push({ field, code });
  };
  const tooMany = (excess: number, code: Problem['code']): void => {
    if (excess > 0) problems.push({ field, code, excess });
  };
  if (field === 'document') {
    add(isNeeded && named === 0, missing);
    tooMany(named - MOST_DOCUMENTS, 'documents-too-many');
    for (const excess of excesses(request)) tooMany(excess, 'too-long');
  } else if (field === 'format') {
    add(isNeeded && formats.length === 0, missing);
    add(
      formats.some((slug) => !(FORMATS as readonly string[]).includes(slug)),
      'format-unknown',
    );
  } else if (field === 'contact-by') {
    // Where a document goes is where a question about it can go.
    add(contactBy === '' && !(offered && placesNeeded(request, offered).length > 0), missing);
  } else {
    const typed = text[field];
    const [check, malformed] = CHECKS[field] ?? [];
    add(typed === '' && (asked || (!!offered && isPlaceMissing(field, request, offered))), missing);
    // What is too long is told so below, and no pattern has to meet it.
    const fits = limit === undefined || typed.length <= limit;
    if (check && fits) add(typed !== '' && !check(typed), malformed);
    if (limit) tooMany(codePoints(typed).length - limit, 'too-long');
  }
  return problems;
}

/**
 * Finds everything that is wrong with a request, in the order of the form's fields.
 *
 * @param offered - the ways to be reached that a form offers, which asks for where each format goes at once.
 *   Without them a request can be taken as soon as its sender can be reached.
 * @returns an empty list where the request can be taken.
 */
export function problemsIn(request: RequestAnswers, offered?: readonly ContactWay[]): Problem[] {
  const named = documentsIn(request).length;
  return FIELDS.flatMap((field) => problemsWith(field, request, named, offered));
}

/**
 * What is still wrong of what was: a problem goes when it is mended. A receiver's own goes when its answer
 * changes, since only the receiver knows what is wrong with it.
 *
 * @param offered - the ways to be reached that the form offers.
 * @param changed - the field that has changed.
 */
export function unmended(
  problems: readonly SaidProblem[],
  request: RequestAnswers,
  offered: readonly ContactWay[],
  changed: string,
): SaidProblem[] {
  const now = problemsIn(request, offered);
  return problems.flatMap((problem) => {
    const { field, code, message } = problem;
    const same = now.find((other) => other.field === field && other.code === code);
    return same ?? (message !== undefined && field !== changed ? problem : []);
  });
}

/**
 * Says a problem as one plain sentence, in the language the page is set to.
 */
export function problemText({ field, code, excess = 0 }: Problem): string {
  switch (code) {
    case 'document-missing':
      return msg('Choose at least one document, or type its title');
    case 'documents-too-many':
      return msg(str`Choose fewer documents: ${excess} fewer at least`);
    case 'format-missing':
      return msg('Choose at least one format');
    case 'format-unknown':
      return msg('Choose formats that are on the list');
    case 'format-other-missing':
      return msg('Describe the other format you need');
    case 'contact-missing':
      return msg('Choose how we should contact you');
    case 'email-missing':
      return msg('Enter your email address');
    case 'email-malformed':
      return msg('Enter an email address in the correct format, like name@example.com');
    case 'phone-missing':
      return msg('Enter your phone number');
    case 'phone-malformed':
      return msg('Enter a phone number with 8 to 15 digits, like 020 7946 0123');
    case 'address-missing':
      return msg('Enter the name and address to send it to');
    case 'too-long':
      return msg(str`${fieldName(field)}: shorten your answer by ${excess} characters`);
  }
}

/** A problem in our own words, or in the receiver's where it knows more kinds of them. */
export function problemSentence(problem: SaidProblem): string {
  // At run time a code may be one that is not ours.
  return problemText(problem as Problem) || (problem.message ?? '');
}
