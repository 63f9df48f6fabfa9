import { msg as pageMsg } from '@lit/localize';

/** Gives words in a language: what `msg()` does, whatever it is asked for. */
export type Translator = (...asked: Parameters<typeof pageMsg>) => ReturnType<typeof pageMsg>;

/** Who translates while something is drawn for somebody: nobody, on a page. */
let translator: Translator | undefined;

/**
 * `msg()` of `@lit/localize`, for words that a server writes too. A page has one language, which
 * `@lit/localize` keeps for it; a server answers people in several.
 */
export const msg = ((...asked) => {
  const translate: Translator = translator ?? pageMsg;
  return translate(...asked);
}) as typeof pageMsg;

/**
 * Draws something in a translator's words. Nothing is waited for meanwhile, so nobody else gets them,
 * and they are gone afterwards, also where drawing throws.
 */
export function drawWith<T>(words: Translator, draw: () => T): T {
  const before = translator;
  translator = words;
  try {
    return draw();
  } finally {
    translator = before;
  }
}
