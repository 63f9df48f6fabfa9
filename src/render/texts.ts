import { warn } from '../element/warn.ts';
import { drawWithTexts } from '../i18n/msg.ts';
import type { Texts } from '../i18n/msg.ts';
import { textProblems } from '../i18n/text-problems.ts';
import { inLanguage } from './language.ts';

/** Whose words something is drawn in. */
export interface Wording {
  readonly language?: string | undefined;
  readonly texts?: Texts | undefined;
}

/**
 * Draws something in a language, and in an author's own words where there are some. What is wrong with
 * those is said on the console, once.
 *
 * @param owner - an element's name, or `receipt`: whose sentences the words replace.
 */
export function inTexts<T>(owner: string, { language, texts }: Wording, draw: () => T): T {
  if (texts) for (const problem of textProblems(texts, owner)) warn(`the ${owner} ${problem}`);
  return inLanguage(language, () => drawWithTexts(texts, draw));
}
