/** The most documents that one request can name. */
export const MOST_DOCUMENTS = 50;

/** The longest title of a document, in characters. */
export const LONGEST_TITLE = 500;

/** The longest address of a document, in characters. */
export const LONGEST_ADDRESS = 2048;

/** A document that somebody needs in another format. */
export interface RequestedDocument {
  /** Its title as the page gives it, or what the person typed. */
  readonly title: string;
  /** Its `http` or `https` address, where one is known. Text only: nobody fetches it. */
  readonly url?: string;
}

/**
 * Removes what dictation, copying and phone keyboards leave behind, and the characters that set the
 * direction of whatever text comes after them.
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
 * Writes a document as the value of the field `document`; `readDocument` reads it back. An address that
 * is too long for a request is left out: nobody could shorten it.
 */
export function documentValue({ title, url }: RequestedDocument): string {
  return url === undefined || url === title || url.length > LONGEST_ADDRESS
    ? title
    : `${url} ${title}`;
}

/** Reads `https://a.example/b.pdf The title`, `https://…` alone, or a title alone. */
export function readDocument(value: string): RequestedDocument | undefined {
  const [, address, rest] = /^(https?:\/\/\S+)\s*(.*)$/is.exec(value) ?? [];
  if (address !== undefined && URL.canParse(address)) {
    return { title: rest || address, url: new URL(address).href };
  }
  return value === '' ? undefined : { title: value };
}

/** Each document once: by its address, or by its title where that is all there is. */
export function readDocuments(
  documents: readonly (RequestedDocument | undefined)[],
): RequestedDocument[] {
  const found = new Map<string, RequestedDocument>();
  for (const document of documents) {
    const same = document && (document.url ?? document.title.toLowerCase());
    if (same && !found.has(same)) found.set(same, document);
  }
  return [...found.values()];
}
