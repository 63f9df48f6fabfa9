import { clean } from './document-value.ts';
import type { RequestedDocument } from './document-value.ts';
import { CONTACT_WAYS, LIMITS, MULTILINE } from './fields.ts';
import type { ContactWay, FieldName, TextField } from './fields.ts';

export { documentValue } from './document-value.ts';
export type { RequestedDocument } from './document-value.ts';
export {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  CONTACT_WAYS,
  FIELDS,
  FORMAT_DETAILS,
  FORMATS,
  LIMITS,
  USUAL_FORMATS,
} from './fields.ts';
export type {
  AssistiveTechnology,
  ContactWay,
  FieldName,
  FormatSlug,
  TextField,
} from './fields.ts';
export { problemsIn, problemText } from './problems.ts';
export type { Problem } from './problems.ts';

/** What a person asked for, cleaned of stray spaces and invisible characters, not yet checked. */
export interface FormatRequest {
  /** Each document once. */
  readonly documents: readonly RequestedDocument[];
  readonly formats: readonly string[];
  /** Empty where nothing was chosen and nothing shows which way is meant. */
  readonly contactBy: ContactWay | '';
  /** Every other field's text; empty where nothing was typed. `at` holds slugs between spaces. */
  readonly text: Readonly<Record<TextField, string>>;
}

/** `https://a.example/b.pdf The title`, `https://…` alone, or a title alone. */
function readDocument(value: string): RequestedDocument | undefined {
  const [, address, rest] = /^(https?:\/\/\S+)\s*(.*)$/is.exec(value) ?? [];
  if (address !== undefined && URL.canParse(address)) {
    return { title: rest || address, url: new URL(address).href };
  }
  return value === '' ? undefined : { title: value };
}

/**
 * Each document once: by its address, or by its title where that is all there is. What was typed stays
 * whole: an address may have spaces in it.
 */
function readDocuments(values: readonly string[], typed: string): RequestedDocument[] {
  const found = new Map<string, RequestedDocument>();
  const other = /\s/.test(typed) ? { title: typed } : readDocument(typed);
  for (const document of [...values.map(readDocument), other]) {
    const same = document && (document.url ?? document.title.toLowerCase());
    if (same && !found.has(same)) found.set(same, document);
  }
  return [...found.values()];
}

/** A postcode of the United Kingdom as the Royal Mail writes it; any other as it was typed. */
function readPostcode(text: string): string {
  if (text.length > LIMITS.postcode) return text;
  const bare = text.toUpperCase().replace(/[^A-Z\d]/g, '');
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(bare)
    ? `${bare.slice(0, -3)} ${bare.slice(-3)}`
    : text;
}

/** An email address without what copying it from a message or a contact list puts around it. */
function readEmail(text: string): string {
  // What is too long to be tidied is too long to be taken. Patterns meet nothing that is longer.
  if (text.length > 2 * LIMITS.email) return text;
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/^.*<(.*)>$/, '$1')
    .replace(/^(mailto:|["'“‘])|["'”’]$/gi, '')
    .replace(/\s*@\s*/, '@');
}

function isContactWay(value: string): value is ContactWay {
  return (CONTACT_WAYS as readonly string[]).includes(value);
}

/**
 * Reads a request from a form's fields. Unknown fields are left aside, and nothing is refused here:
 * `problemsIn` says what is wrong.
 *
 * @param fields - names and values, as `FormData` and `URLSearchParams` give them; `document`,
 *   `format` and `at` may repeat. A `document` is an address, a title, or an address, a space and a
 *   title.
 */
export function readRequest(fields: Iterable<readonly [string, string]>): FormatRequest {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const cleaned = clean(value, (MULTILINE as readonly string[]).includes(name));
    if (cleaned === '') continue;
    const list = values.get(name) ?? [];
    list.push(cleaned);
    values.set(name, list);
  }
  const all = (name: FieldName): readonly string[] => values.get(name) ?? [];
  const text = Object.fromEntries(
    Object.keys(LIMITS).map((name) => [name, all(name as TextField)[0] ?? '']),
  ) as Record<TextField, string>;
  text.at = [...new Set(all('at').flatMap((slugs) => slugs.split(' ')))].join(' ');
  text.email = readEmail(text.email);
  text.postcode = readPostcode(text.postcode);
  const chosen = all('contact-by')[0] ?? '';
  return {
    documents: readDocuments(all('document'), text['document-other']),
    formats: [...new Set(all('format'))],
    contactBy: isContactWay(chosen) ? chosen : impliedWay(text),
    text,
  };
}

/** A form without the choice, such as a short one that works without JavaScript, shows it by what is filled in. */
function impliedWay(text: Readonly<Record<TextField, string>>): ContactWay | '' {
  if (text.email !== '') return 'email';
  if (text.phone !== '') return 'phone';
  return text['address-line1'] !== '' ? 'post' : '';
}
