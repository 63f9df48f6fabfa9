import { SENTENCES } from '../../src/locales/generated/sentences.ts';
import type { Texts } from '../../src/i18n/msg.ts';

/** Stands for every sentence that an author has replaced. */
export const MARK = '◆';

/** Words that have to keep their form: a language, a direction, a status, and lists of names. */
const FORMS: Readonly<Record<string, string>> = { 'en-GB': 'fr', ltr: 'ltr', reviewed: 'draft' };

/** Texts that replace whatever is asked for, and note what that was. */
export class Replaced {
  readonly asked = new Set<string>();
  readonly texts: Texts = new Proxy<Texts>(
    {},
    {
      get: (_, key) => {
        this.asked.add(String(key));
        return this.#words(String(key));
      },
    },
  );

  /** What was asked for that the generated list does not have: an author could not know of it. */
  unlisted(owner: string): string[] {
    return [...this.asked].filter((key) => !SENTENCES[owner]?.includes(key));
  }

  #words(key: string): string {
    if (FORMS[key]) return FORMS[key];
    if (/^(January|Monday) /.test(key)) return key.replace(/\w+/g, MARK);
    return `${MARK}${(key.match(/\{\w+\}/g) ?? []).join('')}`;
  }
}

/** Attributes that are read out or shown. */
const SPOKEN = ['aria-label', 'title', 'alt', 'placeholder'];

/** Each word in Latin letters that stands in, or is said of, what we have drawn. Addresses are none. */
export function latinWords(...roots: readonly (Element | null | undefined)[]): string[] {
  const texts = roots.flatMap((root) => {
    if (!root) throw new Error('Nothing was drawn to be read.');
    // The name of a language is in that language.
    const own = ':not(script, [lang]:not([lang=fr]))';
    return [root, ...root.querySelectorAll(own)].flatMap((each) => [
      ...[...each.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
      ...SPOKEN.map((name) => each.getAttribute(name) ?? ''),
      each instanceof HTMLTextAreaElement && each.readOnly ? each.value : '',
      // What a mail says that a link begins.
      each.getAttribute('href')?.startsWith('mailto:')
        ? decodeURIComponent(
            each
              .getAttribute('href')
              ?.split(/[?&](?:subject|body)=/)
              .slice(1)
              .join(' ') ?? '',
          )
        : '',
    ]);
  });
  return texts.flatMap((text) => text.replace(/\S+[@.]\S*\w/g, '').match(/[A-Za-z]{2,}/g) ?? []);
}
