import { FIELDS, POSTED_NAMES } from '../../format-request/schema/fields.ts';
import { problemsIn } from '../../format-request/schema/problems.ts';
import { filledWay, readRequest } from '../../format-request/schema/request.ts';
import { placesOf } from '../../format-request/schema/choices.ts';
import type { ContactWay } from '../../format-request/schema/choices.ts';
import type { Problem } from '../../format-request/schema/problem.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';
import type { Settings } from '../settings/options.ts';
import { HONEYPOT, OPEN_FOR } from './spam.ts';

/** Names and values, in the order they were sent. */
export type Fields = readonly (readonly [string, string])[];

/** A posted request as it was read, with what came along with it. */
export interface Submission {
  readonly request: RequestAnswers;
  /** Everything that is wrong with it: empty where it can be kept. */
  readonly problems: readonly Problem[];
  /** Whether the form that was posted takes reports of problems too. */
  readonly statement: boolean;
  /** What `_key` held; empty where nothing was sent. Not checked. */
  readonly key: string;
  /** The page the form was on, without query and hash. */
  readonly page?: string;
  /** The language of that page, as a BCP 47 tag. */
  readonly language?: string;
  /** What the field held that no person sees. */
  readonly honeypot: string;
  /** For how many milliseconds the form was open, where it says so. */
  readonly openFor: number | undefined;
}

/** Whether a text can be an idempotency key: 8 to 100 visible ASCII characters. */
export function isKey(text: string): boolean {
  return /^[\x21-\x7E]{8,100}$/.test(text);
}

function readPage(text: string): string | undefined {
  if (text.length > 2048 || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return origin + pathname;
}

function readLanguage(text: string): string | undefined {
  // An error costs more than all else that is read here, and most forms name no language.
  if (text === '') return undefined;
  try {
    return text.length > 35 ? undefined : Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The way to be reached that is meant, among those that the organisation offers. */
function offeredWay(
  request: RequestAnswers,
  chosen: boolean,
  offered: readonly ContactWay[],
): ContactWay | '' {
  const { contactBy, text } = request;
  if (contactBy !== '' && offered.includes(contactBy)) return contactBy;
  // A way somebody chose is never swapped for another: that could reach the wrong person.
  if (chosen) return '';
  // Where a form asks for a format to be sent can be written to, also where it offers no such way.
  const goes = request.formats.some((slug) => {
    const [place] = placesOf(slug, text['audio-type'], offered);
    return place && text[place] !== '';
  });
  const [only = '', second] = offered;
  return filledWay(text, offered) ?? (goes ? contactBy : second ? '' : only);
}

/** What is wrong with a request, here where the organisation may not make every format. */
function problemsHere(request: RequestAnswers, { formats }: Settings): readonly Problem[] {
  const problems = problemsIn(request);
  const offered: readonly string[] = formats;
  const known = problems.some(({ code }) => code === 'format-unknown');
  if (known || request.formats.every((slug) => offered.includes(slug))) return problems;
  const unknown: Problem = { field: 'format', code: 'format-unknown' };
  return [...problems, unknown].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
}

/** Reads a request from posted fields and finds what is wrong with it. */
export function readSubmission(fields: Fields, settings: Settings): Submission {
  const first = (name: string): string =>
    fields.find(([found]) => found === name)?.[1].trim() ?? '';
  const read = readRequest(fields.filter(([name]) => POSTED_NAMES.has(name)));
  const contactBy = offeredWay(read, first('contact-by') !== '', settings.contactWays);
  const request = { ...read, contactBy };
  const page = readPage(first('_page'));
  const language = readLanguage(first('_lang'));
  return {
    request,
    problems: problemsHere(request, settings),
    statement: fields.some(([name]) => name === 'problem'),
    key: first('_key'),
    honeypot: first(HONEYPOT),
    openFor: /^\d{1,12}$/.test(first(OPEN_FOR)) ? Number(first(OPEN_FOR)) : undefined,
    ...(page !== undefined && { page }),
    ...(language !== undefined && { language }),
  };
}
