import { readRequest } from '../../format-request/schema/request.ts';
import type { FormatRequest, RequestedDocument } from '../../format-request/schema/request.ts';

/**
 * The documents that were chosen from a list. One that was typed is the last of a request's
 * documents, and is kept with the other things that a person typed.
 */
export function listedDocuments({ documents, text }: FormatRequest): readonly RequestedDocument[] {
  const [typed] = readRequest([['document-other', text['document-other']]]).documents;
  const last = documents.at(-1);
  // One that was also on the list is there once, in its place.
  const isTyped = typed !== undefined && last?.title === typed.title && last.url === typed.url;
  return isTyped ? documents.slice(0, -1) : documents;
}
