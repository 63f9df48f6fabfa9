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

/** The answers to choose from, for the text fields that a form offers as a choice. */
export const CHOICES = {
  'braille-grade': ['contracted', 'uncontracted', 'not-sure'],
  'audio-type': ['download', 'cd', 'daisy', 'usb'],
} as const;

/** A format that an organisation can make. */
export interface OfferedFormat {
  readonly slug: FormatSlug;
  /** How many working days making it usually takes, where the organisation says. */
  readonly days?: number;
}
