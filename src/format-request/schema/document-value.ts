import { LONGEST_ADDRESS } from './fields.ts';

/** A document that somebody needs in another format. */
export interface RequestedDocument {
  /** Its title as the page gives it, or what the person typed. */
  readonly title: string;
  /** Its `http` or `https` address, where one is known. Text only: nobody fetches it. */
  readonly url?: string;
}

/**
 * Takes out what dictation, copying and phone keyboards leave behind, and the characters that turn
 * the direction of whatever text comes after them.
 */
export function clean(text: string, multiline = false): string {
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0009\u000B-\u001F\u007F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g,
      (at) => (at === '\t' ? ' ' : ''),
    )
    .replace(/\u00A0/g, ' ');
  return (multiline ? visible : visible.replace(/\s+/g, ' ')).trim();
}

/**
 * Writes a document as the value of the field `document`; `readRequest` reads it back. An address that
 * is too long for a request is left out: nobody could shorten it.
 */
export function documentValue({ title, url }: RequestedDocument): string {
  return url === undefined || url === title || url.length > LONGEST_ADDRESS
    ? title
    : `${url} ${title}`;
}
