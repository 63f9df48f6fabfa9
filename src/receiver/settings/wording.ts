import { drawWithTexts } from '../../i18n/msg.ts';
import type { Texts } from '../../i18n/msg.ts';
import { textProblems } from '../../i18n/text-problems.ts';
import { inLanguage, translationFor } from '../../render/language.ts';

/** An organisation's own words in the place of Handrail's, by the language that they are in: `en`, `cy` or `ar`. */
export type TextsByLanguage = Readonly<Record<string, Texts>>;

/** Draws a page or writes a message in the language of a tag, and in the organisation's words where it has some. */
export function inOwnWords<T>(
  texts: TextsByLanguage | undefined,
  language: string | null | undefined,
  draw: () => T,
): T {
  const own = texts?.[translationFor(language ?? '') ?? 'en'];
  return inLanguage(language, () => drawWithTexts(own, draw));
}

/** Says what is wrong with an organisation's words. The usual ones stand in for it. */
export function checkTexts(
  texts: TextsByLanguage = {},
  warn: (sentence: string) => void = (sentence) => console.warn(sentence),
): void {
  for (const [language, own] of Object.entries(texts)) {
    const known = language === 'en' || translationFor(language) === language;
    const problems = known
      ? textProblems(own, 'receiver')
      : [`answers in en, ar and cy: texts for "${language}" are shown to nobody.`];
    for (const problem of problems) warn(`Handrail: the receiver ${problem}`);
  }
}
