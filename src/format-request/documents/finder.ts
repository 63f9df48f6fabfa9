/**
 * What finds the page's documents: one file, which is fetched as soon as a form is on the page. The form
 * is drawn without waiting for it, and asks for titles until it is there.
 */
export { findDocuments, sizeInWords, typeNamed } from './documents.ts';
export { watchDocuments } from './watch.ts';
