import type { FormatRequest, RequestedDocument } from '../format-request/request.ts';

/**
 * The documents that were chosen from a list. One that was typed is the last of a request's
 * documents, and is kept with the other things that a person typed.
 */
export function listedDocuments({ documents, text }: FormatRequest): readonly RequestedDocument[] {
  return text['document-other'] === '' ? documents : documents.slice(0, -1);
}
