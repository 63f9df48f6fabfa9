import { str } from '@lit/localize';
import { msg } from '../../i18n/msg.ts';
import type {
  AssistiveTechnology,
  CHOICES,
  ContactWay,
  FORMAT_GROUPS,
  FormatSlug,
} from './choices.ts';
import { FIELD } from './fields.ts';
import type { FieldName } from './fields.ts';

/** What a format is called, in the language the page is set to. */
export function formatLabel(slug: FormatSlug): string {
  switch (slug) {
    case 'html':
      return msg('Web page');
    case 'accessible-pdf':
      return msg('PDF that works with a screen reader');
    case 'word':
      return msg('Word document');
    case 'plain-text':
      return msg('Plain text in an email');
    case 'epub':
      return msg('E-book');
    case 'large-print':
      return msg('Large print');
    case 'colour':
      return msg('Coloured paper or background');
    case 'easy-read':
      return msg('Easy Read');
    case 'braille':
      return msg('Braille');
    case 'moon':
      return msg('Moon');
    case 'audio':
      return msg('Audio');
    case 'bsl':
      return msg('British Sign Language video');
    case 'read-aloud':
      return msg('Somebody to read it to me');
    case 'makaton':
      return msg('Makaton');
    case 'aphasia':
      return msg('Aphasia-friendly');
    case 'language':
      return msg('Another language');
    case 'other':
      return msg('Another format');
  }
}

/** A sentence that explains a format, where its name alone does not. */
export function formatHint(slug: FormatSlug): string | undefined {
  switch (slug) {
    case 'word':
      return msg('You can change its size and colours');
    case 'easy-read':
      return msg('Short sentences with pictures');
    case 'audio':
      return msg('A file, or a CD by post');
    case 'read-aloud':
      return msg('On the phone, at a time you choose');
    default:
      return undefined;
  }
}

/** What a kind of assistive technology is called. */
export function technologyLabel(slug: AssistiveTechnology): string {
  switch (slug) {
    case 'screen-reader':
      return msg('Screen reader');
    case 'magnifier':
      return msg('Magnifier');
    case 'speech-recognition':
      return msg('Speech recognition');
    case 'reading-support':
      return msg('Reading support');
    case 'braille-display':
      return msg('Braille display or notetaker');
    case 'switch':
      return msg('Switch, eye tracking or another keyboard');
    case 'other':
      return msg('Something else');
  }
}

/** What the answers are called that belong to a format. */
export function choiceLabel(choice: (typeof CHOICES)[keyof typeof CHOICES][number]): string {
  switch (choice) {
    case '16 point':
    case '18 point':
    case '24 point':
      return msg(str`${choice.slice(0, 2)} point`);
    case 'contracted':
      return msg('Contracted (grade 2)');
    case 'uncontracted':
      return msg('Uncontracted (grade 1)');
    case 'not-sure':
      return msg('I am not sure');
    case 'download':
      return msg('Download');
    case 'cd':
      return msg('CD');
    case 'daisy':
      return msg('DAISY');
    case 'usb':
      return msg('USB stick');
  }
}

/** How long something takes, such as "5 working days". */
export function workingDays(days: number): string {
  return days === 1 ? msg('1 working day') : msg(str`${days} working days`);
}

/** What a way to be reached is called. */
export function contactWayLabel(way: ContactWay): string {
  switch (way) {
    case 'email':
      return msg('Email');
    case 'phone':
      return msg('Phone, Relay UK or SignVideo');
    case 'text':
      return msg('Text message');
    case 'post':
      return msg('Post');
  }
}

/** The label or legend of one of the form's fields, without the word "optional". */
export function fieldName(name: FieldName): string {
  return FIELD[name].label();
}

/**
 * The label or legend of one of the form's fields; it says which may be left empty.
 *
 * @param needed - whether an answer is needed where it is asked.
 */
export function fieldLabel(name: FieldName, needed = !!FIELD[name].missing): string {
  const label = fieldName(name);
  return needed ? label : msg(str`${label} (optional)`);
}

/** The labels of the fields whose answers are slugs of their own. */
const SLUG_LABELS: Readonly<Partial<Record<FieldName, (slug: never) => string>>> = {
  format: formatLabel,
  at: technologyLabel,
  'contact-by': contactWayLabel,
};

/** What an answer that is a slug of ours is called; any other text is returned as it is. */
export function slugLabel(name: FieldName, slug: string): string {
  const label: (slug: never) => string | undefined = SLUG_LABELS[name] ?? choiceLabel;
  return label(slug as never) ?? slug;
}

/** What a group of formats is called. */
export function groupLabel(group: keyof typeof FORMAT_GROUPS): string {
  switch (group) {
    case 'paper':
      return msg('On paper');
    case 'screen':
      return msg('On a screen');
    case 'ears':
      return msg('To hear or watch');
  }
}
