import { SENTENCES } from '../locales/generated/sentences.ts';

/** The pairs of letters in a text, in which texts that are much alike are alike. */
function pairs(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.toLowerCase(), (letter, at) => letter + (text[at + 1] ?? '')));
}

/** The sentence that is most like a text. */
function nearest(text: string, sentences: readonly string[]): string | undefined {
  const wanted = pairs(text);
  const likeness = (sentence: string): number => {
    const own = pairs(sentence);
    return [...own].filter((pair) => wanted.has(pair)).length / (wanted.size + own.size);
  };
  return [...sentences].sort((a, b) => likeness(b) - likeness(a))[0];
}

/**
 * What is wrong with an author's `texts`, each in a sentence that goes on after whose they are.
 *
 * @param texts - an object, as its author wrote it.
 * @param owner - an element's name, or `receipt` or `receiver`.
 */
export function textProblems(texts: unknown, owner: string): readonly string[] {
  const sentences = SENTENCES[owner] ?? [];
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts))
    return ['takes texts as an object that has your words by our English sentences.'];
  return Object.entries(texts).flatMap(([key, words]) => {
    if (!sentences.includes(key))
      return `has no sentence "${key}" for texts to replace. Is it "${String(nearest(key, sentences))}"?`;
    return typeof words === 'string' ? [] : `needs text in texts for "${key}".`;
  });
}
