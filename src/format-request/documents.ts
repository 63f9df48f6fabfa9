import type { RequestedDocument } from './request.ts';

/** A document that a page links to. */
export interface FoundDocument extends RequestedDocument {
  readonly url: string;
  /** "PDF", "Word" and so on. */
  readonly type: string;
  /** As the page writes it, such as "1.2MB"; empty where the page does not say. */
  readonly size: string;
}

/** What each file extension is called where people read it. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  odt: 'OpenDocument',
  ods: 'OpenDocument',
  odp: 'OpenDocument',
  epub: 'EPUB',
  csv: 'CSV',
  rtf: 'RTF',
};

const KIND = 'pdf|word|docx?|excel|xlsx?|powerpoint|pptx?|od[tsp]|opendocument|epub|csv|rtf';
const SIZE = String.raw`[\d.,]+\s*(?:bytes|[kmg]i?b)`;
const TAIL = new RegExp(
  String.raw`\s*[([]?\s*\b(?:${KIND})\b(?:[\s,:;–-]*(${SIZE}))?[^()[\]]*[)\]]?\s*$`,
  'i',
);

/** The type a link's address shows by its extension; a query and a fragment do not count. */
function typeOf(link: HTMLAnchorElement): string | undefined {
  const named = link.download || link.pathname;
  return TYPES[/\.([a-z]+)$/i.exec(named)?.[1]?.toLowerCase() ?? ''];
}

/** "Annual report (PDF, 1.2MB)" is the title "Annual report" and the size "1.2MB". */
function readTitle(text: string): { title: string; size: string } {
  const whole = text.replace(/\s+/g, ' ').trim();
  const tail = TAIL.exec(whole);
  const title = tail ? whole.slice(0, tail.index).trim() : whole;
  return { title: title || whole, size: tail?.[1] ?? '' };
}

/**
 * Finds the documents that a page links to, in the order of the page, each address once.
 *
 * @param scope - where to look. Links inside Handrail's own elements are left out.
 */
export function findDocuments(scope: ParentNode): FoundDocument[] {
  const found = new Map<string, FoundDocument>();
  for (const link of scope.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const type = typeOf(link);
    if (type === undefined || !/^https?:$/.test(link.protocol)) continue;
    if (link.closest('handrail-format-request, handrail-service-card')) continue;
    const url = link.href.replace(/#.*$/, '');
    const { title, size } = readTitle(link.textContent);
    if (!found.has(url)) found.set(url, { url, type, size, title: title || link.pathname });
  }
  return [...found.values()];
}
