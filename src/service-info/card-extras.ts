/**
 * What not every card needs: a number to keep, languages by their own names, text with markup in it, and
 * JSON-LD. It is a
 * file of its own beside the script, fetched by the cards that need it.
 */
export { keepView } from './card-keep.ts';
export { languageName } from './card-languages.ts';
export { readJsonLd } from './json-ld.ts';
export { safeText } from './safe-text.ts';
export { toJsonLd } from './to-json-ld.ts';
