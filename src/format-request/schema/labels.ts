import { str } from '@lit/localize';
import { msg } from '../../i18n/msg.ts';
import type { AssistiveTechnology, CHOICES, ContactWay, FieldName, FormatSlug } from './fields.ts';

/** What a format is called, in the language the page is set to. */
export function formatLabel(slug: FormatSlug): string {
  switch (slug) {
    case 'html':
      return msg('Web page');
    case 'accessible-pdf':
      return msg('Accessible PDF');
    case 'word':
      return msg('Word or OpenDocument');
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
    case 'accessible-pdf':
      return msg('A PDF that works with screen readers');
    case 'easy-read':
      return msg('Short sentences with pictures');
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
    case 'prefer-not-to-say':
      return msg('I prefer not to say');
  }
}

/** What the answers are called that belong to a format. */
export function choiceLabel(choice: (typeof CHOICES)[keyof typeof CHOICES][number]): string {
  switch (choice) {
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
      return msg('Phone, or Relay UK');
    case 'text':
      return msg('Text message');
    case 'post':
      return msg('Post');
  }
}

/** The label or legend of one of the form's fields, without the word "optional". */
export function fieldName(name: FieldName): string {
  switch (name) {
    case 'problem':
      return msg('Report a problem with this page or another: what does not work?');
    case 'document':
      return msg('Which documents do you need?');
    case 'document-other':
      return msg('Title or web address of the document');
    case 'format':
      return msg('Which formats would help you?');
    case 'large-print-size':
      return msg('Print size, for example 18 point');
    case 'large-print-notes':
      return msg('Typeface, bold, paper colour');
    case 'colour-name':
      return msg('Which colour?');
    case 'braille-grade':
      return msg('Which braille?');
    case 'audio-type':
      return msg('How should the audio reach you?');
    case 'language-name':
      return msg('Which language?');
    case 'format-other':
      return msg('What format do you need?');
    case 'at':
      return msg('Which assistive technology do you use?');
    case 'at-detail':
      return msg('Its name and version');
    case 'contact-by':
      return msg('How should we contact you?');
    case 'email':
      return msg('Email address');
    case 'phone':
      return msg('Phone number');
    case 'phone-notes':
      return msg('Relay UK, SignVideo or a good time to call');
    case 'address-line1':
      return msg('Address line 1');
    case 'address-line2':
      return msg('Address line 2');
    case 'town':
      return msg('Town or city');
    case 'postcode':
      return msg('Postcode');
    case 'name':
      return msg('Full name');
    case 'needed-by':
      return msg('When do you need it by?');
    case 'notes':
      return msg('Anything else that would help us');
    case 'standing':
      return msg('Use this for everything you send me');
  }
}

const REQUIRED: ReadonlySet<FieldName> = new Set([
  'document',
  'document-other',
  'format',
  'format-other',
  'contact-by',
  'email',
  'phone',
  'address-line1',
  'town',
  'postcode',
]);

/** The label or legend of one of the form's fields; it says which may be left empty. */
export function fieldLabel(name: FieldName): string {
  const label = fieldName(name);
  return REQUIRED.has(name) ? label : msg(str`${label} (optional)`);
}
