/** A way in which an organisation can reach the person who asked. */
export type ContactWay = 'email' | 'phone' | 'text' | 'post';

/** Every way there is, in the order a form offers them. */
export const CONTACT_WAYS: readonly ContactWay[] = ['email', 'post', 'phone', 'text'];

/** Every format a person can ask for, by slug, in the order a form offers them. */
export const FORMATS = [
  'html',
  'accessible-pdf',
  'word',
  'plain-text',
  'epub',
  'large-print',
  'colour',
  'easy-read',
  'braille',
  'moon',
  'audio',
  'bsl',
  'read-aloud',
  'makaton',
  'aphasia',
  'language',
  'other',
] as const;

/** The slug of a format, as it travels in the field `format`. */
export type FormatSlug = (typeof FORMATS)[number];

const RARE: readonly FormatSlug[] = ['moon', 'makaton', 'aphasia', 'language'];

/** The formats on offer where an organisation does not say which it can make. */
export const USUAL_FORMATS: readonly FormatSlug[] = FORMATS.filter((slug) => !RARE.includes(slug));

/** Kinds of assistive technology, by slug, as they travel in the field `at`. */
export const ASSISTIVE_TECHNOLOGIES = [
  'screen-reader',
  'magnifier',
  'speech-recognition',
  'reading-support',
  'braille-display',
  'switch',
  'other',
  'prefer-not-to-say',
] as const;

/** The slug of a kind of assistive technology. */
export type AssistiveTechnology = (typeof ASSISTIVE_TECHNOLOGIES)[number];

/** The request form's fields, by the `name` under which each is posted, in the order of the form. */
export const FIELDS = [
  'problem',
  'document',
  'document-other',
  'format',
  'large-print-size',
  'large-print-notes',
  'colour-name',
  'braille-grade',
  'audio-type',
  'language-name',
  'format-other',
  'at',
  'at-detail',
  'contact-by',
  'email',
  'address-line1',
  'address-line2',
  'town',
  'postcode',
  'phone',
  'phone-notes',
  'name',
  'needed-by',
  'notes',
  'standing',
] as const;

/** The `name` of one of the form's fields. */
export type FieldName = (typeof FIELDS)[number];

/** The fields that hold one text each. */
export type TextField = Exclude<FieldName, 'document' | 'format' | 'contact-by'>;

/** The fields that say more about a format, by the format they belong to. */
export const FORMAT_DETAILS: Readonly<Partial<Record<FormatSlug, readonly TextField[]>>> = {
  'large-print': ['large-print-size', 'large-print-notes'],
  colour: ['colour-name'],
  braille: ['braille-grade'],
  audio: ['audio-type'],
  language: ['language-name'],
  other: ['format-other'],
};

/** The answers to choose from, for the text fields that a form offers as a choice. */
export const CHOICES = {
  'braille-grade': ['contracted', 'uncontracted', 'not-sure'],
  'audio-type': ['download', 'cd', 'daisy', 'usb'],
} as const;

/** The longest text each field takes, in characters. */
export const LIMITS: Readonly<Record<TextField, number>> = {
  problem: 2000,
  'document-other': 500,
  'large-print-size': 50,
  'large-print-notes': 500,
  'colour-name': 100,
  'braille-grade': 50,
  'audio-type': 50,
  'language-name': 100,
  'format-other': 500,
  at: 200,
  'at-detail': 500,
  email: 254,
  phone: 50,
  'phone-notes': 500,
  'address-line1': 200,
  'address-line2': 200,
  town: 200,
  postcode: 20,
  name: 200,
  'needed-by': 100,
  notes: 2000,
  standing: 20,
};

/** The fields in which a line break means something. */
export const MULTILINE: readonly FieldName[] = ['problem', 'notes'];

/** The most documents that one request can name. */
export const MOST_DOCUMENTS = 50;

/** The longest title of a document, in characters. */
export const LONGEST_TITLE = 500;

/** The longest address of a document, in characters. */
export const LONGEST_ADDRESS = 2048;

/**
 * The version of the sentence that `standing` agrees to. It travels as the field's value, so that an
 * organisation can show what was agreed to. A change of the sentence's meaning raises it.
 */
export const STANDING_WORDING = '1';
