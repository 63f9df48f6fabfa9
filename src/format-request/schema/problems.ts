import { str } from '@lit/localize';
import { msg } from '../../i18n/msg.ts';
import { isEmail } from './email.ts';
import {
  FIELDS,
  FORMATS,
  LIMITS,
  LONGEST_ADDRESS,
  LONGEST_TITLE,
  MOST_DOCUMENTS,
} from './fields.ts';
import type { FieldName, TextField } from './fields.ts';
import { fieldName } from './labels.ts';
import { lettersOf } from './code-points.ts';
import type { FormatRequest } from './request.ts';

/** One thing that is wrong with a request. */
export interface Problem {
  /** The field that mends it. */
  readonly field: FieldName;
  readonly code:
    | 'document-missing'
    | 'documents-too-many'
    | 'format-missing'
    | 'format-unknown'
    | 'format-other-missing'
    | 'contact-missing'
    | 'email-missing'
    | 'email-malformed'
    | 'phone-missing'
    | 'phone-malformed'
    | 'address-missing'
    | 'town-missing'
    | 'postcode-missing'
    | 'postcode-malformed'
    | 'name-missing'
    | 'too-long';
  /** For `too-long` and `documents-too-many`: by how many characters or documents. */
  readonly excess?: number;
}

/** Eight to fifteen digits, however they are grouped, with room for Relay UK's prefix and an extension. */
function isPhone(text: string): boolean {
  const main = text.replace(/^\D*1800[12](?=.*\d{4})|(ext[a-z]*|x)\W*\d{1,6}$/gi, '');
  return /^\P{Nd}*(\p{Nd}\P{Nd}*){8,15}$/u.test(main) && !main.includes('@');
}

/** Any country's postcode that has a digit, but not the first half of a British one alone. */
function isPostcode(text: string): boolean {
  return (
    /\d/.test(text) &&
    /[a-z\d].*[a-z\d].*[a-z\d]/i.test(text) &&
    !/^[a-z]{1,2}\d[a-z\d]?$/i.test(text)
  );
}

/**
 * Finds everything that is wrong with a request, in the order of the form's fields.
 *
 * @returns an empty list where the request can be taken.
 */
export function problemsIn(request: FormatRequest): Problem[] {
  const { documents, formats, contactBy, text } = request;
  const problems: Problem[] = [];
  const add = (wrong: boolean, field: FieldName, code: Problem['code']): void => {
    if (wrong) problems.push({ field, code });
  };
  const tooLong = (field: FieldName, excess: number): void => {
    if (excess > 0) problems.push({ field, code: 'too-long', excess });
  };
  /** A field that has to be filled in, and filled in so that it can be used. */
  const need = (field: TextField, what: 'email' | 'phone' | 'postcode', good: boolean): void => {
    add(text[field] === '', field, `${what}-missing`);
    add(text[field] !== '' && !good, field, `${what}-malformed`);
  };

  // Somebody who reports a problem need not ask for a document as well.
  const asks = text.problem === '' || documents.length + formats.length > 0;
  add(asks && documents.length === 0, 'document', 'document-missing');
  if (documents.length > MOST_DOCUMENTS) {
    const excess = documents.length - MOST_DOCUMENTS;
    problems.push({ field: 'document', code: 'documents-too-many', excess });
  }
  for (const { title, url = '' } of documents) {
    if (title !== text['document-other'])
      tooLong('document', lettersOf(title).length - LONGEST_TITLE);
    if (url !== title) tooLong('document', url.length - LONGEST_ADDRESS);
  }
  add(asks && formats.length === 0, 'format', 'format-missing');
  add(
    formats.some((slug) => !(FORMATS as readonly string[]).includes(slug)),
    'format',
    'format-unknown',
  );
  add(
    formats.includes('other') && text['format-other'] === '',
    'format-other',
    'format-other-missing',
  );
  add(contactBy === '', 'contact-by', 'contact-missing');
  /** What is too long is told so below, and no pattern has to meet it. */
  const fits = (name: TextField, good: (text: string) => boolean): boolean =>
    text[name].length > LIMITS[name] || good(text[name]);
  if (contactBy === 'email') need('email', 'email', fits('email', isEmail));
  if (contactBy === 'phone' || contactBy === 'text') need('phone', 'phone', fits('phone', isPhone));
  if (contactBy === 'post') {
    add(text['address-line1'] === '', 'address-line1', 'address-missing');
    add(text.town === '', 'town', 'town-missing');
    need('postcode', 'postcode', fits('postcode', isPostcode));
    add(text.name === '', 'name', 'name-missing');
  }
  for (const [name, limit] of Object.entries(LIMITS) as [TextField, number][]) {
    tooLong(name, lettersOf(text[name]).length - limit);
  }
  return problems.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
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
      return msg('Enter the first line of your address');
    case 'town-missing':
      return msg('Enter your town or city');
    case 'postcode-missing':
      return msg('Enter your postcode');
    case 'postcode-malformed':
      return msg('Enter your full postcode, like SW1A 2AA');
    case 'name-missing':
      return msg('Enter your name, so that we can address the letter');
    case 'too-long':
      return msg(str`${fieldName(field)}: shorten your answer by ${excess} characters`);
  }
}
