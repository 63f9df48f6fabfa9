/** A way in which an organisation can reach the person who asked. */
export type ContactWay = 'email' | 'phone' | 'text' | 'post';

/** Every way there is, in the order a form offers them. */
export const CONTACT_WAYS: readonly ContactWay[] = ['email', 'post', 'phone', 'text'];

/** Every format a person can ask for, by slug, in the order a form offers them. */
export const FORMATS = [
  'large-print',
  'braille',
  'easy-read',
  'word',
  'html',
  'accessible-pdf',
  'audio',
  'bsl',
  'read-aloud',
  'plain-text',
  'epub',
  'colour',
  'moon',
  'makaton',
  'aphasia',
  'language',
  'other',
] as const;

/** The slug of a format, as it travels in the field `format`. */
export type FormatSlug = (typeof FORMATS)[number];

/**
 * The formats that are asked for most, in the groups in which a form shows them. All others stand behind
 * one control.
 */
export const FORMAT_GROUPS = {
  paper: ['large-print', 'braille', 'easy-read'],
  screen: ['word', 'html', 'accessible-pdf'],
  ears: ['audio', 'bsl', 'read-aloud'],
} as const satisfies Readonly<Record<string, readonly FormatSlug[]>>;

/** The field that says where a document goes, or where somebody is rung. */
export type Place = 'address' | 'email' | 'phone';

/** Where each format can be sent to: the first is asked for, any of them will do. */
const PLACES: Readonly<Partial<Record<FormatSlug, readonly Place[]>>> = {
  html: ['email', 'address'],
  'accessible-pdf': ['email', 'address'],
  word: ['email', 'address'],
  'plain-text': ['email'],
  epub: ['email', 'address'],
  'large-print': ['address', 'email'],
  colour: ['address', 'email'],
  'easy-read': ['address', 'email'],
  braille: ['address'],
  moon: ['address'],
  audio: ['email', 'address'],
  bsl: ['email', 'address'],
  'read-aloud': ['phone'],
  makaton: ['email', 'address'],
  aphasia: ['address', 'email'],
};

/** The ways to be reached that each place stands for. */
const WAYS: Readonly<Record<Place, readonly ContactWay[]>> = {
  address: ['post'],
  email: ['email'],
  phone: ['phone', 'text'],
};

/**
 * Where a format can be sent to, the place to ask for first. Nothing is known of a format in somebody's own
 * words.
 *
 * @param audioType - the answer to `audio-type`: what is on a disc or a stick comes by post.
 * @param ways - the ways that the organisation offers; of several places one that stands for them comes first.
 */
export function placesOf(
  format: string,
  audioType: string,
  ways: readonly ContactWay[] = CONTACT_WAYS,
): readonly Place[] {
  if (format === 'audio' && /^(cd|daisy|usb)$/.test(audioType)) return ['address'];
  const places = PLACES[format as FormatSlug] ?? [];
  const isOffered = (place: Place): boolean => WAYS[place].some((way) => ways.includes(way));
  return [...places.filter(isOffered), ...places.filter((place) => !isOffered(place))];
}

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
] as const;

/** The slug of a kind of assistive technology. */
export type AssistiveTechnology = (typeof ASSISTIVE_TECHNOLOGIES)[number];

/** The answers to choose from, for the text fields that a form offers as a choice. */
export const CHOICES = {
  'large-print-size': ['16 point', '18 point', '24 point'],
  'braille-grade': ['contracted', 'uncontracted', 'not-sure'],
  'audio-type': ['download', 'cd', 'daisy', 'usb'],
} as const;

/** A format that an organisation can make. */
export interface OfferedFormat {
  readonly slug: FormatSlug;
  /** How many working days making it usually takes, where the organisation says. */
  readonly days?: number;
}
