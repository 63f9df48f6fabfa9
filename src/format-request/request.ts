import { msg, str } from '@lit/localize';

/** A document that somebody needs in another format. */
export interface RequestedDocument {
  /** Its title as the page gives it, or what the person typed. */
  readonly title: string;
  /** Its `http` or `https` address, where one is known. Text only: nobody fetches it. */
  readonly url?: string;
}

/** A way in which an organisation can reach the person who asked. */
export type ContactWay = 'email' | 'phone' | 'text' | 'post';

/** Every way there is, in the order a form offers them. */
export const CONTACT_WAYS: readonly ContactWay[] = ['email', 'phone', 'text', 'post'];

/** The formats a person can ask for, by slug, in the order a form offers them. */
export const FORMATS = [
  'html',
  'accessible-pdf',
  'word',
  'large-print',
  'easy-read',
  'braille',
  'audio',
  'bsl',
  'other',
] as const;

/** The slug of a format, as it travels in the field `format`. */
export type FormatSlug = (typeof FORMATS)[number];

/** The request form's fields, by the `name` under which each is posted. */
export const FIELDS = [
  'document',
  'document-other',
  'format',
  'large-print-size',
  'braille-grade',
  'audio-type',
  'format-other',
  'contact-by',
  'email',
  'phone',
  'address-line1',
  'address-line2',
  'town',
  'postcode',
  'name',
  'notes',
] as const;

/** The `name` of one of the form's fields. */
export type FieldName = (typeof FIELDS)[number];

/** The fields that hold one text each. */
export type TextField = Exclude<FieldName, 'document' | 'format' | 'contact-by'>;

/** What a person asked for, cleaned of stray spaces and invisible characters, not yet checked. */
export interface FormatRequest {
  readonly documents: readonly RequestedDocument[];
  readonly formats: readonly string[];
  /** Empty where nothing was chosen and nothing shows which way is meant. */
  readonly contactBy: ContactWay | '';
  /** Every other field's text; empty where nothing was typed. */
  readonly text: Readonly<Record<TextField, string>>;
}

/** One thing that is wrong with a request. */
export interface Problem {
  /** The field that mends it. */
  readonly field: FieldName;
  readonly code:
    | 'document-missing'
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
    | 'too-long';
  /** For `too-long`: how many characters there are too many. */
  readonly excess?: number;
}

const MULTILINE: ReadonlySet<string> = new Set(['notes']);

/** The longest text each field takes, in characters. */
export const LIMITS: Readonly<Record<TextField, number>> = {
  'document-other': 500,
  'large-print-size': 50,
  'braille-grade': 50,
  'audio-type': 50,
  'format-other': 500,
  email: 254,
  phone: 50,
  'address-line1': 200,
  'address-line2': 200,
  town: 200,
  postcode: 20,
  name: 200,
  notes: 2000,
};

/** Takes out what dictation, copying and phone keyboards leave behind. */
function clean(text: string, multiline: boolean): string {
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\u200B\u2060\uFEFF]/g, (at) =>
      at === '\t' ? ' ' : '',
    )
    .replace(/\u00A0/g, ' ');
  return (multiline ? visible : visible.replace(/\s+/g, ' ')).trim();
}

/** `https://a.example/b.pdf The title`, `https://…` alone, or a title alone. */
function readDocument(value: string): RequestedDocument | undefined {
  const [, address, rest] = /^(https?:\/\/\S+)\s*(.*)$/is.exec(value) ?? [];
  if (address !== undefined && URL.canParse(address)) {
    return { title: rest || address, url: new URL(address).href };
  }
  return value === '' ? undefined : { title: value };
}

/** Writes a document as the value of the field `document`; `readRequest` reads it back. */
export function documentValue({ title, url }: RequestedDocument): string {
  return url === undefined || url === title ? title : `${url} ${title}`;
}

function isContactWay(value: string): value is ContactWay {
  return (CONTACT_WAYS as readonly string[]).includes(value);
}

/**
 * Reads a request from a form's fields. Unknown fields are left aside, and nothing is refused here:
 * `problemsIn` says what is wrong.
 *
 * @param fields - names and values, as `FormData` and `URLSearchParams` give them; `document` and
 *   `format` may repeat. A `document` is an address, a title, or an address, a space and a title.
 */
export function readRequest(fields: Iterable<readonly [string, string]>): FormatRequest {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const cleaned = clean(value, MULTILINE.has(name));
    if (cleaned !== '') values.set(name, [...(values.get(name) ?? []), cleaned]);
  }
  const all = (name: FieldName): readonly string[] => values.get(name) ?? [];
  const text = Object.fromEntries(
    Object.keys(LIMITS).map((name) => [name, all(name as TextField)[0] ?? '']),
  ) as Record<TextField, string>;
  text.email = text.email.replace(/^mailto:/i, '').replace(/^<(.*)>$/, '$1');
  const documents = [...all('document'), text['document-other']].map(readDocument);
  const chosen = all('contact-by')[0] ?? '';
  return {
    documents: documents.filter((found) => found !== undefined),
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

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

/** Eight to fifteen digits, however they are grouped, with room for an extension. */
function isPhone(text: string): boolean {
  const digits = text.replace(/(ext|x)\.?\s*\d+$/i, '').replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15 && !/[^\d\s()+\-./extEXT]/.test(text);
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
  add(documents.length === 0, 'document', 'document-missing');
  add(formats.length === 0, 'format', 'format-missing');
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
  if (contactBy === 'email') {
    add(text.email === '', 'email', 'email-missing');
    add(text.email !== '' && !isEmail(text.email), 'email', 'email-malformed');
  } else if (contactBy === 'phone' || contactBy === 'text') {
    add(text.phone === '', 'phone', 'phone-missing');
    add(text.phone !== '' && !isPhone(text.phone), 'phone', 'phone-malformed');
  } else if (contactBy === 'post') {
    add(text['address-line1'] === '', 'address-line1', 'address-missing');
    add(text.town === '', 'town', 'town-missing');
    add(text.postcode === '', 'postcode', 'postcode-missing');
  }
  for (const [name, limit] of Object.entries(LIMITS) as [TextField, number][]) {
    const excess = Array.from(text[name]).length - limit;
    if (excess > 0) problems.push({ field: name, code: 'too-long', excess });
  }
  return problems.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
}

/** Says a problem as one plain sentence, in the language the page is set to. */
export function problemText({ code, excess = 0 }: Problem): string {
  switch (code) {
    case 'document-missing':
      return msg('Choose at least one document, or type its title');
    case 'format-missing':
      return msg('Choose at least one format');
    case 'format-unknown':
      return msg('Choose formats from the list, or describe what you need under “Another format”');
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
    case 'too-long':
      return msg(str`Shorten this answer by ${excess} characters`);
  }
}
