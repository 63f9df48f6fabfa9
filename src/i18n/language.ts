import { msg } from './msg.ts';

/** The language that Handrail speaks: a BCP 47 tag. */
export function spokenLanguage(): string {
  return msg('en-GB', { id: 'language', desc: 'The BCP 47 tag of this translation, such as cy' });
}

/** The direction in which that language is written: `ltr` or `rtl`. */
export function writingDirection(): string {
  return msg('ltr', { id: 'direction', desc: 'ltr, or rtl for a right-to-left script' });
}

/** What marks Handrail's own words with their language. */
export function ownLanguage(): { lang: string; dir: string } {
  return { lang: spokenLanguage(), dir: writingDirection() };
}

/** A sentence to show beside words whose translation nobody has reviewed; empty otherwise. */
export function translationNotice(): string {
  const status = msg('reviewed', {
    id: 'status',
    desc: 'Write draft until a person has reviewed it',
  });
  return status === 'draft' ? msg('This translation is a draft. Nobody has reviewed it yet.') : '';
}
