/**
 * What not every card needs: a number to keep, languages by their own names, text with markup in it, and
 * JSON-LD. It is a
 * file of its own beside the script, fetched by the cards that need it.
 */
export { keepView } from './keep.ts';
export { languageName } from './view/languages.ts';
export { readJsonLd } from '../service/json-ld.ts';
export { safeText } from '../service/safe-text.ts';
export { toJsonLd } from '../service/to-json-ld.ts';
