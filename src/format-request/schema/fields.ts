import { msg } from '../../i18n/msg.ts';
import { ASSISTIVE_TECHNOLOGIES, CHOICES } from './choices.ts';
import type { ContactWay, FormatSlug } from './choices.ts';

/** What is known of one field: the form, the receiver, their checks and the docs all read it here. */
export interface Field {
  /** Its label or legend, in the language that `msg()` speaks. */
  readonly label: () => string;
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
  /** The ways to be reached for which it is needed, where it is optional otherwise. */
  readonly neededFor?: readonly ContactWay[];
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
    label: () => msg('Print size, for example 18 point'),
    limit: 50,
    format: 'large-print',
  },
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
  at: {
    label: () => msg('Which assistive technology do you use?'),
    limit: 200,
    choices: ASSISTIVE_TECHNOLOGIES,
    several: true,
  },
  'at-detail': { label: () => msg('Its name and version'), limit: 500, within: 'at' },
  'contact-by': { label: () => msg('How should we contact you?'), missing: 'contact-missing' },
  email: {
    label: () => msg('Email address'),
    limit: 254,
    type: 'email',
    autocomplete: 'email',
    missing: 'email-missing',
    ways: ['email'],
  },
  'address-line1': {
    label: () => msg('Address line 1'),
    limit: 200,
    autocomplete: 'address-line1',
    missing: 'address-missing',
    ways: ['post'],
  },
  'address-line2': {
    label: () => msg('Address line 2'),
    limit: 200,
    autocomplete: 'address-line2',
    ways: ['post'],
  },
  town: {
    label: () => msg('Town or city'),
    limit: 200,
    autocomplete: 'address-level2',
    missing: 'town-missing',
    ways: ['post'],
  },
  postcode: {
    label: () => msg('Postcode'),
    limit: 20,
    autocomplete: 'postal-code',
    missing: 'postcode-missing',
    ways: ['post'],
  },
  phone: {
    label: () => msg('Phone number'),
    limit: 50,
    type: 'tel',
    autocomplete: 'tel',
    missing: 'phone-missing',
    // A call and a text message share one number.
    ways: ['phone', 'text'],
  },
  'phone-notes': {
    label: () => msg('Relay UK, SignVideo or a good time to call'),
    limit: 500,
    ways: ['phone'],
  },
  name: {
    label: () => msg('Full name'),
    limit: 200,
    autocomplete: 'name',
    missing: 'name-missing',
    neededFor: ['post'],
  },
  'needed-by': { label: () => msg('When do you need it by?'), limit: 100 },
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
