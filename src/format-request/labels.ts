import { msg } from '@lit/localize';
import type { ContactWay, FieldName, FormatSlug } from './request.ts';

/** What a format is called, in the language the page is set to. */
export function formatLabel(slug: FormatSlug): string {
  switch (slug) {
    case 'html':
      return msg('Web page');
    case 'accessible-pdf':
      return msg('Accessible PDF');
    case 'word':
      return msg('Word or OpenDocument');
    case 'large-print':
      return msg('Large print');
    case 'easy-read':
      return msg('Easy Read');
    case 'braille':
      return msg('Braille');
    case 'audio':
      return msg('Audio');
    case 'bsl':
      return msg('British Sign Language video');
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

/** The label or legend of one of the form's fields. */
export function fieldLabel(name: FieldName): string {
  switch (name) {
    case 'document':
      return msg('Which documents do you need?');
    case 'document-other':
      return msg('Title or web address of the document');
    case 'format':
      return msg('Which formats would help you?');
    case 'large-print-size':
      return msg('Print size, for example 18 point (optional)');
    case 'braille-grade':
      return msg('Contracted (grade 2) or uncontracted (grade 1) braille (optional)');
    case 'audio-type':
      return msg('Download, CD, USB stick or DAISY (optional)');
    case 'format-other':
      return msg('What format do you need?');
    case 'contact-by':
      return msg('How should we contact you?');
    case 'email':
      return msg('Email address');
    case 'phone':
      return msg('Phone number');
    case 'address-line1':
      return msg('Address line 1');
    case 'address-line2':
      return msg('Address line 2 (optional)');
    case 'town':
      return msg('Town or city');
    case 'postcode':
      return msg('Postcode');
    case 'name':
      return msg('Full name (optional)');
    case 'notes':
      return msg('Anything else that would help us, such as the software you use (optional)');
  }
}
