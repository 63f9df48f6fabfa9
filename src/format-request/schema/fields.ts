import { msg } from '../../i18n/msg.ts';
import { ASSISTIVE_TECHNOLOGIES, CHOICES } from './choices.ts';
import type { ContactWay, FormatSlug } from './choices.ts';

/** What is known of one field: the form, the receiver, their checks and the docs all read it here. */
export interface Field {
  /** Its label or legend, in the language that `msg()` speaks. */
  readonly label: () => string;
  /** What helps to answer it. */
  readonly hint?: () => string;
  /** What goes in, where its input is to be as wide as that. */
  readonly width?: 'date' | 'email' | 'phone';
  /** The longest text it takes, in characters. A field without a limit holds values of its own kind. */
  readonly limit?: number;
  /** Whether a line break in it means something. */
  readonly multiline?: true;
  /** The `type` and `autocomplete` of its input. */
  readonly type?: 'email' | 'tel';
  readonly autocomplete?: AutoFill;
  /** The answers to choose from, by slug. */
  readonly choices?: readonly string[];
  /** Whether it can be sent more than once. */
  readonly several?: true;
  /** The problem where it is asked and left empty. A field without one may be left empty. */
  readonly missing?: `${string}-missing`;
  /** The question that it belongs to. Where it has a format or ways, `questionOf` knows by them. */
  readonly within?: 'document' | 'at';
  /** The format that it says more about. */
  readonly format?: FormatSlug;
  /** The ways to be reached that use it. */
  readonly ways?: readonly ContactWay[];
  /** Whether only some forms ask for it: one with that attribute. */
  readonly only?: 'statement' | 'standing';
}

/** The request form's fields, by the `name` under which each is posted, in the order of the form. */
const TABLE = {
  problem: {
    label: () => msg('Report a problem with this page or another: what does not work?'),
    limit: 2000,
    multiline: true,
    only: 'statement',
  },
  document: {
    label: () => msg('Which documents do you need?'),
    several: true,
    missing: 'document-missing',
  },
  'document-other': {
    label: () => msg('Title or web address of the document'),
    limit: 500,
    within: 'document',
  },
  format: {
    label: () => msg('Which formats would help you?'),
    several: true,
    missing: 'format-missing',
  },
  'large-print-size': {
    label: () => msg('How large?'),
    limit: 50,
    choices: CHOICES['large-print-size'],
    format: 'large-print',
  },
  'large-print-other': { label: () => msg('Another size'), limit: 50, format: 'large-print' },
  'large-print-notes': {
    label: () => msg('Typeface, bold, paper colour'),
    limit: 500,
    format: 'large-print',
  },
  'colour-name': {
    label: () => msg('Which colour?'),
    limit: 100,
    format: 'colour',
  },
  'braille-grade': {
    label: () => msg('Which braille?'),
    limit: 50,
    choices: CHOICES['braille-grade'],
    format: 'braille',
  },
  'audio-type': {
    label: () => msg('How should the audio reach you?'),
    limit: 50,
    choices: CHOICES['audio-type'],
    format: 'audio',
  },
  'language-name': {
    label: () => msg('Which language?'),
    limit: 100,
    format: 'language',
  },
  'format-other': {
    label: () => msg('What format do you need?'),
    limit: 500,
    missing: 'format-other-missing',
    format: 'other',
  },
  address: {
    label: () => msg('Where should we send it?'),
    hint: () => msg('Name and address, in any order. It can be somebody else’s.'),
    limit: 1000,
    multiline: true,
    autocomplete: 'street-address',
    missing: 'address-missing',
    ways: ['post'],
  },
  email: {
    label: () => msg('Email address'),
    limit: 254,
    type: 'email',
    autocomplete: 'email',
    width: 'email',
    missing: 'email-missing',
    ways: ['email'],
  },
  phone: {
    label: () => msg('Phone number'),
    hint: () => msg('With Relay UK, SignVideo or an interpreter? Say so here.'),
    limit: 200,
    type: 'tel',
    autocomplete: 'tel',
    width: 'phone',
    missing: 'phone-missing',
    // A call and a text message share one number.
    ways: ['phone', 'text'],
  },
  'phone-notes': {
    label: () => msg('A good time to call'),
    limit: 500,
    ways: ['phone'],
  },
  'contact-by': { label: () => msg('How should we contact you?'), missing: 'contact-missing' },
  'needed-by': {
    label: () => msg('When do you need it?'),
    hint: () => msg('For example: next Friday, in 2 weeks, or 10 December.'),
    limit: 100,
    width: 'date',
  },
  at: {
    label: () => msg('Which assistive technology do you use?'),
    limit: 200,
    choices: ASSISTIVE_TECHNOLOGIES,
    several: true,
  },
  'at-detail': { label: () => msg('Its name and version'), limit: 500, within: 'at' },
  name: { label: () => msg('Full name'), limit: 200, autocomplete: 'name' },
  notes: { label: () => msg('Anything else that would help us'), limit: 2000, multiline: true },
  standing: {
    label: () => msg('Use this for everything you send me'),
    limit: 20,
    only: 'standing',
  },
} as const satisfies Readonly<Record<string, Field>>;

/** The `name` of one of the form's fields. */
export type FieldName = keyof typeof TABLE;

/** The fields that hold one text each. */
export type TextField = Exclude<FieldName, 'document' | 'format' | 'contact-by'>;

/** The codes of the problems that a field left empty can be. */
export type MissingCode = Extract<
  (typeof TABLE)[FieldName],
  { readonly missing: string }
>['missing'];

/** Each field, by its name. */
export const FIELD: Readonly<
  Record<FieldName, Omit<Field, 'missing'> & { readonly missing?: MissingCode }>
> = TABLE;

/** The names of all fields, in the order of the form. */
export const FIELDS = Object.keys(TABLE) as readonly FieldName[];

/** The names of the fields that hold one text each. */
export const TEXT_FIELDS = FIELDS.filter((name) => FIELD[name].limit) as readonly TextField[];

/** The question that a field belongs to; none where it is one itself. */
export function questionOf(name: FieldName): FieldName | undefined {
  const { format, ways, within } = FIELD[name];
  return format ? 'format' : ways ? 'contact-by' : within;
}

/** The text fields that belong to a question. */
export function fieldsOf(question: FieldName): readonly TextField[] {
  return TEXT_FIELDS.filter((name) => questionOf(name) === question);
}

/** The text fields that say more about a format. */
export function detailsOf(format: FormatSlug): readonly TextField[] {
  return TEXT_FIELDS.filter((name) => FIELD[name].format === format);
}

/**
 * The version of the sentence that `standing` agrees to. It travels as the field's value, so that an
 * organisation can show what was agreed to. A change of the sentence's meaning raises it.
 */
export const STANDING_WORDING = '1';

/**
 * Names under which an address in parts is posted, by an author's form or another program: together they
 * are the field `address`, in this order.
 */
export const ADDRESS_PARTS: readonly string[] = [
  'address-line1',
  'address-line2',
  'town',
  'postcode',
];

/** Every name under which an answer of ours may be posted. */
export const POSTED_NAMES: ReadonlySet<string> = new Set([...FIELDS, ...ADDRESS_PARTS]);
