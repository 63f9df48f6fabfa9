import { str } from '@lit/localize';
import { londonTime } from '../../calendar/london.ts';
import { readDate } from '../../calendar/typed-date.ts';
import type { IsoDate } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { deadlineInWords } from '../../format-request/schema/answers.ts';
import { translationNotice, writingDirection } from '../../i18n/language.ts';
import { msg } from '../../i18n/msg.ts';
import { fieldName, slugLabel, workingDays } from '../../format-request/schema/labels.ts';
import { FIELD, TEXT_FIELDS } from '../../format-request/schema/fields.ts';
import type { TextField } from '../../format-request/schema/fields.ts';
import type { ReceiverOrganisation } from '../settings/options.ts';
import type { StoredRequest } from '../store/store.ts';
import { inOwnWords } from '../settings/wording.ts';
import type { TextsByLanguage } from '../settings/wording.ts';

/** A message in plain text. */
export interface Letter {
  /** One line. Of what a person typed it holds a date at most, in our own words. */
  readonly subject: string;
  readonly text: string;
}

/** A request as pairs of a label and an answer, for the people who answer it. */
export type Lines = readonly (readonly [string, string])[];

/** What languages are called in English. */
const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What a language is called; what a tag says beyond the language, such as how numbers look, is left out. */
function languageInWords(tag: string): string {
  return LANGUAGES.of(new Intl.Locale(tag).baseName) ?? tag;
}

/** When the reply is due, in words: "by Monday 30 November 2026". */
export function dueInWords({ replyBy, replyWithin }: StoredRequest): string {
  return replyBy === null ? `within ${workingDays(replyWithin)}` : `by ${dateWords(replyBy)}`;
}

/** The same for the people who answer, with the day on which it is needed where that is earlier. */
export function dueForStaff(request: StoredRequest): string {
  const { answers, receivedAt, replyBy } = request;
  const today = londonTime(new Date(receivedAt)).date;
  const neededBy = readDate(answers['needed-by'] ?? '', today);
  const due = dueInWords(request);
  return neededBy !== undefined && replyBy !== null && neededBy < replyBy
    ? `${due}, needed by ${dateWords(neededBy)}`
    : due;
}

/** An answer as the people who read it know it: with names instead of slugs. */
function answerInWords(field: TextField, answer: string, today: IsoDate): string {
  const { choices, several, only } = FIELD[field];
  if (field === 'needed-by') return deadlineInWords(answer, today);
  if (only === 'standing') return `Yes (wording ${answer})`;
  if (!choices) return answer;
  const slugs = several ? answer.split(' ') : [answer];
  // What is not made of our slugs alone was typed, and stays as it was.
  if (!slugs.every((slug) => choices.includes(slug))) return answer;
  return slugs.map((slug) => slugLabel(field, slug)).join('; ');
}

/** Everything that a person asked for, line by line. */
export function requestLines(request: StoredRequest): Lines {
  const { documents, formats, answers, contactBy, page, language } = request;
  const format = (slug: string): string => slugLabel('format', slug);
  const way = slugLabel('contact-by', contactBy);
  const today = londonTime(new Date(request.receivedAt)).date;
  return [
    ['Received', dateWords(today)],
    ['Reply', dueForStaff(request)],
    ...documents.map(({ title, url }) => ['Document', url ? `${title} (${url})` : title] as const),
    ['Formats', formats.map(format).join(', ')],
    ...(contactBy === '' ? [] : [['Contact by', way] as const]),
    ...TEXT_FIELDS.flatMap((field) => {
      const answer = answers[field] ?? '';
      return answer === ''
        ? []
        : [[fieldName(field), answerInWords(field, answer, today)] as const];
    }),
    ...(page === null ? [] : [['Asked on the page', page] as const]),
    ...(language === null || /^en\b/.test(language)
      ? []
      : [['Language of the page', languageInWords(language)] as const]),
  ];
}

/** Tells the people who answer that a request is there, and when the reply is due. */
export function newsLetter(request: StoredRequest): Letter {
  const lines = requestLines(request).map(([name, answer]) => {
    const value = answer.split('\n').join('\n    ');
    return `${name}: ${value}`;
  });
  const { reference } = request;
  const due = dueForStaff(request);
  return {
    subject: `Request ${reference}: reply ${due}`,
    text:
      `Somebody has asked for a document in another format. Reply ${due}.\n\n` +
      `Reference: ${reference}\n${lines.join('\n')}\n\n` +
      'What stands above was typed by the person or came from their browser. Open links with care.\n',
  };
}

/** When the organisation will reply, as a sentence. */
function promise({ replyBy, replyWithin }: StoredRequest): string {
  return replyBy === null
    ? msg(str`We will reply in ${workingDays(replyWithin)}.`)
    : `${msg('We will reply by')} ${dateWords(replyBy)}.`;
}

/** What is read from left to right, whatever is written around it. */
function leftToRight(text: string): string {
  return writingDirection() === 'rtl' ? `\u2066${text}\u2069` : text;
}

/**
 * Tells the person that their request is kept, in the language of the page that they asked on. Neither
 * subject nor text says what they need, or repeats anything that was typed: others may see the message,
 * and strangers may have typed it.
 */
export function acknowledgement(
  request: StoredRequest,
  organisation: ReceiverOrganisation,
  texts?: TextsByLanguage,
): Letter {
  const { name, email, phone } = organisation;
  return inOwnWords(texts, request.language, () => {
    const reference = leftToRight(request.reference);
    const ways = [email, phone].flatMap((way) => (way ? [leftToRight(way)] : []));
    const paragraphs = [
      msg(str`We have received your request. Your reference is ${reference}.`),
      promise(request),
      `${msg('Keep your reference. If you have heard nothing by then, give it to us:')} ${ways.join(', ') || name}`,
      msg(
        'If you did not ask us for anything, somebody may have given your address by mistake. Tell us, and we will not use it again.',
      ),
      name,
      translationNotice(),
    ];
    return {
      subject: msg(str`We have received your request ${reference}`),
      text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
    };
  });
}
