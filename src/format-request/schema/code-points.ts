/**
 * The letters of a text, as people count them but for combined ones: its code points. MooTools and
 * Prototype put an `Array.from` of their own in the place of the browser's, which tells none apart.
 */
export function codePoints(text: string): readonly string[] {
  return text.match(/./gsu) ?? [];
}
