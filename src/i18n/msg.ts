import { msg as pageMsg } from '@lit/localize';
import type { str } from '@lit/localize';

/** Gives words in a language: what `msg()` does, whatever it is asked for. */
export type Translator = (...asked: Parameters<typeof pageMsg>) => ReturnType<typeof pageMsg>;

/** An author's own words: each by the English sentence whose place they take, as docs/elements.md lists them. */
export type Texts = Readonly<Record<string, string>>;

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

/**
 * Draws something in an author's words where there are some, and in the words of today where not. What a
 * sentence has to say in its middle is `{1}`, `{2}` and so on, in its key and in the author's words.
 */
export function drawWithTexts<T>(texts: Texts | null | undefined, draw: () => T): T {
  if (!texts) return draw();
  const usual: Translator = translator ?? pageMsg;
  return drawWith((asked, options) => {
    const { strings = [asked as string], values = [] } = asked as Partial<ReturnType<typeof str>>;
    const own: unknown =
      texts[strings.reduce((key, part, index) => `${key}{${String(index)}}${part}`)];
    return typeof own === 'string' && own
      ? own.replace(
          /\{(\d)}/g,
          (mark, index: number) => (values[index - 1] as string | undefined) ?? mark,
        )
      : usual(asked, options);
  }, draw);
}
