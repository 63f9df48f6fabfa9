import { clean, readDocument, readDocuments } from './document-value.ts';
import type { RequestedDocument } from './document-value.ts';
import { CONTACT_WAYS } from './choices.ts';
import type { ContactWay } from './choices.ts';
import { isEmail } from '../../email/email.ts';
import { ADDRESS_PARTS, FIELD, TEXT_FIELDS } from './fields.ts';
import type { FieldName, TextField } from './fields.ts';

/** What a person asked for, cleaned of stray spaces and invisible characters, not yet checked. */
export interface RequestAnswers {
  /** The documents that were chosen from a list, each once. One that was typed is in `text`. */
  readonly documents: readonly RequestedDocument[];
  readonly formats: readonly string[];
  /** Empty where nothing was chosen and nothing shows which way is meant. */
  readonly contactBy: ContactWay | '';
  /** Every other field's text; empty where nothing was typed. `at` holds slugs between spaces. */
  readonly text: Readonly<Record<TextField, string>>;
}

/** The text of every field, all empty. */
type Texts = Record<TextField, string>;

/** An email address without what copying it from a message or a contact list puts around it. */
function readEmail(text: string): string {
  // What is too long to be tidied is too long to be taken. Patterns meet nothing that is longer.
  if (text.length > 2 * (FIELD.email.limit ?? 0)) return text;
  const tidied = text
    .replace(/\p{Cf}/gu, '')
    .replace(/^.*<(.*)>$/, '$1')
    .replace(/^(mailto:|["'“‘])+|["'”’]+$/gi, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s*@\s*/, '@')
    .replace(/[.,;\s]+$/, '');
  // One layer may lie under another, as in “<pat@example.org>”.
  return tidied === text ? text : readEmail(tidied);
}

/**
 * The first of several ways to be reached whose address is filled in. A form without the choice, such
 * as a short one that works without JavaScript, shows by it which way is meant.
 */
export function filledWay(
  text: Readonly<Texts>,
  ways: readonly ContactWay[],
): ContactWay | undefined {
  return ways.find((way) => {
    // The first field that a way uses holds where the person is reached.
    const field = TEXT_FIELDS.find((name) => FIELD[name].ways?.includes(way));
    return field && text[field] !== '';
  });
}

/**
 * Reads a request from a form's fields. Unknown fields are ignored, and nothing is refused here:
 * `problemsIn` says what is wrong.
 *
 * @param fields - names and values, as `FormData` and `URLSearchParams` give them; `document`,
 *   `format` and `at` may repeat. A `document` is an address, a title, or an address, a space and a
 *   title.
 */
export function readRequest(fields: Iterable<readonly [string, string]>): RequestAnswers {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const cleaned = clean(value, (FIELD as Partial<typeof FIELD>)[name as FieldName]?.multiline);
    if (cleaned === '') continue;
    const list = values.get(name) ?? [];
    list.push(cleaned);
    values.set(name, list);
  }
  const all = (name: FieldName): readonly string[] => values.get(name) ?? [];
  const text = Object.fromEntries(
    TEXT_FIELDS.map((name) => [
      name,
      FIELD[name].several
        ? [...new Set(all(name).flatMap((slugs) => slugs.split(' ')))].join(' ')
        : (all(name)[0] ?? ''),
    ]),
  ) as Texts;
  text.address ||= ADDRESS_PARTS.flatMap((name) => values.get(name)?.[0] ?? []).join('\n');
  text.email = readEmail(text.email);
  // Where something goes can be an email address: it is one wherever it was typed.
  const sent = readEmail(text.address);
  if (isEmail(sent) && (!text.email || text.email === sent)) {
    text.email = sent;
    text.address = '';
  }
  const chosen = CONTACT_WAYS.find((way) => way === all('contact-by')[0]);
  return {
    documents: readDocuments(all('document').map(readDocument)),
    formats: [...new Set(all('format'))],
    contactBy: chosen ?? filledWay(text, ['email', 'phone', 'post']) ?? '',
    text,
  };
}

/** Every document that is asked for, each once: those from the list, and the one that was typed. */
export function documentsIn({ documents, text }: RequestAnswers): readonly RequestedDocument[] {
  const typed = text['document-other'];
  // What was typed stays whole: an address may have spaces in it.
  return readDocuments([...documents, /\s/.test(typed) ? { title: typed } : readDocument(typed)]);
}
