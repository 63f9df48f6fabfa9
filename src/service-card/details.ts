/**
 * What not every service says: how people come to it and how long they wait, prices, languages, and other
 * services. It is a file of its own beside the script, fetched by the cards whose services say any of it.
 */
export { costLine, details, worksWith } from './view/details.ts';
export { languageNames } from './view/languages.ts';
