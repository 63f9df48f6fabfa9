import type { AssistiveTechnology, CHOICES, ContactWay, FormatSlug } from './choices.ts';

/** The codes under which other systems know one of our answers. */
export interface Codes {
  /** Of the reasonable-adjustment flags of HM Courts and Tribunals Service. */
  readonly hmcts?: string;
  /** SNOMED CT concept, as digits: too long for a JavaScript number. */
  readonly snomed?: string;
  /** Where the concept is only the nearest there is. */
  readonly nearest?: true;
}

/** Where the codes were read, and when. */
export const CODE_SOURCES = {
  hmcts: {
    name: 'HM Courts and Tribunals Service, reasonable-adjustment flags (cui-ra)',
    read: '2026-11-23',
  },
  snomed: {
    name: 'NHS England, RA-FlagCode value set, draft 0.1.0 of 14 February 2024',
    read: '2026-11-23',
    note: 'Check against a current UK release before a record relies on them.',
  },
} as const;

const ELECTRONIC: Codes = { snomed: '945751000000106', nearest: true };

/** The codes of each format; an empty entry where the sources have none. */
export const FORMAT_CODES: Readonly<Record<FormatSlug, Codes>> = {
  'large-print': { hmcts: 'RA0013' },
  braille: { hmcts: 'RA0012' },
  'easy-read': { hmcts: 'RA0011', snomed: '796161000000101' },
  word: ELECTRONIC,
  html: ELECTRONIC,
  'accessible-pdf': ELECTRONIC,
  audio: { hmcts: 'RA0014', snomed: '936601000000105' },
  bsl: {},
  'read-aloud': { hmcts: 'RA0015', snomed: '985021000000106' },
  'plain-text': { hmcts: 'RA0016', snomed: '936581000000101' },
  epub: {},
  colour: { hmcts: 'RA0010' },
  moon: { snomed: '936621000000101' },
  makaton: { snomed: '936641000000108' },
  // The value set's concept, as it was read, has a check digit that is wrong: no code is better.
  aphasia: {},
  language: {},
  other: { hmcts: 'OT0001' },
};

/** The codes of the answers that say more about a format. Large print is coded by its size in points. */
export const DETAIL_CODES: Readonly<
  Partial<Record<(typeof CHOICES)[keyof typeof CHOICES][number] | `${number} point`, Codes>>
> = {
  '20 point': { snomed: '957331000000109' },
  '24 point': { snomed: '957351000000102' },
  '28 point': { snomed: '957371000000106' },
  contracted: { snomed: '936661000000109' },
  uncontracted: { snomed: '936681000000100' },
  cd: { snomed: '795731000000104' },
  usb: { snomed: '945691000000105' },
};

/** The codes of each way to be reached. */
export const CONTACT_CODES: Readonly<Record<ContactWay, Codes>> = {
  email: { snomed: '936741000000100' },
  phone: { snomed: '795661000000104' },
  text: { snomed: '936701000000103' },
  post: { snomed: '936721000000107' },
};

/** The sources have no codes for assistive technology; these are the product families each kind means. */
export const TECHNOLOGY_EXAMPLES: Readonly<Record<AssistiveTechnology, string>> = {
  'screen-reader': 'JAWS, NVDA, VoiceOver, TalkBack, Narrator, SuperNova',
  magnifier: 'ZoomText, SuperNova, Windows Magnifier, browser zoom',
  'speech-recognition': 'Dragon, Voice Control, Voice Access',
  'reading-support': 'Read&Write, ClaroRead, Immersive Reader',
  'braille-display': 'Braille displays and notetakers',
  switch: 'Switches, eye tracking, other keyboards',
  other: '',
};
