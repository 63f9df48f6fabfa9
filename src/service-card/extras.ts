/**
 * What few cards need: a number to keep, text with markup in it, and JSON-LD to write. It is a file of its own
 * beside the script, fetched by the cards that need it.
 */
export { keepView } from './keep.ts';
export { safeText } from '../service/safe-text.ts';
export { toJsonLd } from '../service/to-json-ld.ts';
