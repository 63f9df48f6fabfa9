import { hash } from 'node:crypto';
import { documentsIn } from '../../format-request/schema/request.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';

/**
 * Tells whether two requests ask for the same: SHA-256 in hexadecimal of the cleaned answers. The
 * order in which documents or formats were chosen makes no difference.
 */
export function fingerprintOf(request: RequestAnswers): string {
  const { formats, contactBy, text } = request;
  const answers = {
    documents: documentsIn(request)
      .map(({ title, url = '' }) => JSON.stringify([url, title]))
      .sort(),
    formats: [...formats].sort(),
    contactBy,
    // Empty fields are left out, so that a field added in a later version changes no fingerprint.
    text: Object.entries(text)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  return hash('sha256', JSON.stringify(answers));
}
