import { TEXT_FIELDS } from '../../format-request/schema/fields.ts';
import type { StoredRequest } from './store.ts';

const COLUMNS = [
  ...['reference', 'state', 'received', 'reply by', 'closed', 'documents', 'formats', 'contact by'],
  ...TEXT_FIELDS,
  ...['page', 'language', 'why in quarantine'],
];

/**
 * Writes one cell. A spreadsheet takes a text that begins with such a character for a formula, which
 * could send the sheet away; an apostrophe in front makes it a text again.
 */
function cell(value: string): string {
  const risky =
    /^[\s\u00A0]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) || /^[\t\r\n]/.test(value);
  return `"${(risky ? `'${value}` : value).replaceAll('"', '""')}"`;
}

function line(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** The first line: the columns' names, after the mark by which spreadsheets know UTF-8. */
export function csvHead(): string {
  return `\uFEFF${line(COLUMNS)}`;
}

/** One request as a line of RFC 4180 CSV, in which nothing typed can become a formula. */
export function csvLine(request: StoredRequest): string {
  const { documents, formats, answers } = request;
  return line([
    request.reference,
    request.state,
    request.receivedAt,
    request.replyBy ?? '',
    request.closedAt ?? '',
    documents.map(({ title, url }) => (url ? `${title} <${url}>` : title)).join('\n'),
    formats.join(' '),
    request.contactBy,
    ...TEXT_FIELDS.map((field) => answers[field] ?? ''),
    request.page ?? '',
    request.language ?? '',
    request.quarantine.join('; '),
  ]);
}
