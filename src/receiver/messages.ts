import { dateInWords, londonTime } from '../calendar/london.ts';
import {
  choiceLabel,
  contactWayLabel,
  fieldName,
  formatLabel,
  technologyLabel,
  workingDays,
} from '../format-request/labels.ts';
import {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  CONTACT_WAYS,
  FORMATS,
  LIMITS,
} from '../format-request/request.ts';
import type { TextField } from '../format-request/request.ts';
import type { Organisation } from './options.ts';
import { contactSentence } from './pages.ts';
import type { StoredRequest } from './store.ts';

/** A message in plain text. */
export interface Letter {
  /** One line. Nothing in it comes from what a person typed. */
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
  return replyBy === null
    ? `within ${workingDays(replyWithin)}`
    : `by ${dateInWords(replyBy, 'en')}`;
}

/** A slug in words; what is none of ours, as it was typed. */
function inWords<T extends string>(all: readonly T[], label: (slug: T) => string, slug: string) {
  const known = all.find((one) => one === slug);
  return known === undefined ? slug : label(known);
}

/** An answer as the people who read it know it: with names instead of slugs. */
function answerInWords(field: TextField, answer: string): string {
  switch (field) {
    case 'at': {
      const words = answer.split(' ');
      const known: readonly string[] = ASSISTIVE_TECHNOLOGIES;
      if (!words.every((word) => known.includes(word))) return answer;
      return words.map((word) => inWords(ASSISTIVE_TECHNOLOGIES, technologyLabel, word)).join('; ');
    }
    case 'braille-grade':
    case 'audio-type':
      return inWords<(typeof CHOICES)[typeof field][number]>(CHOICES[field], choiceLabel, answer);
    case 'standing':
      return `Yes (wording ${answer})`;
    default:
      return answer;
  }
}

/** Everything that a person asked for, line by line. */
export function requestLines(request: StoredRequest): Lines {
  const { documents, formats, answers, contactBy, page, language } = request;
  const format = (slug: string): string => inWords(FORMATS, formatLabel, slug);
  const way = inWords(CONTACT_WAYS, contactWayLabel, contactBy);
  const fields = Object.keys(LIMITS) as TextField[];
  return [
    ['Received', dateInWords(londonTime(new Date(request.receivedAt)).date, 'en')],
    ['Reply', dueInWords(request)],
    ...documents.map(({ title, url }) => ['Document', url ? `${title} (${url})` : title] as const),
    ['Formats', formats.map(format).join(', ')],
    ...(contactBy === '' ? [] : [['Contact by', way] as const]),
    ...fields.flatMap((field) => {
      const answer = answers[field] ?? '';
      return answer === '' ? [] : [[fieldName(field), answerInWords(field, answer)] as const];
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
  return {
    subject: `Request ${reference}: reply ${dueInWords(request)}`,
    text:
      `Somebody has asked for a document in another format. Reply ${dueInWords(request)}.\n\n` +
      `Reference: ${reference}\n${lines.join('\n')}\n\n` +
      'What stands above was typed by the person or came from their browser. Open links with care.\n',
  };
}

/**
 * Tells the person that their request is kept. Neither subject nor text says what they need, or
 * repeats anything that was typed: others may see the message, and strangers may have typed it.
 */
export function acknowledgement(request: StoredRequest, organisation: Organisation): Letter {
  const { reference } = request;
  return {
    subject: `We have received your request ${reference}`,
    text:
      `We have received your request. Your reference is ${reference}.\n\n` +
      `${organisation.name} will reply to you ${dueInWords(request)}.\n\n` +
      `Give your reference if you get in touch with us. ${contactSentence(organisation)}\n\n` +
      'If you did not ask us for anything, somebody may have given your address by mistake. ' +
      'Tell us, and we will not use it again.\n',
  };
}
