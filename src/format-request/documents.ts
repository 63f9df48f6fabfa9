import { clean, documentValue } from './request.ts';
import type { RequestedDocument } from './request.ts';

/** Another form of a document that the page has already. */
export interface Alternative {
  readonly url: string;
  /** "HTML", "Word" or "OpenDocument". */
  readonly type: string;
}

/** A document that a page links to. */
export interface FoundDocument extends RequestedDocument {
  readonly url: string;
  /** "PDF", "Word" and so on; empty where nothing on the page says. */
  readonly type: string;
  /** As the page writes it, such as "1.2MB"; empty where the page does not say. */
  readonly size: string;
  /** What the page already offers beside it that is easier to read. */
  readonly alternatives: readonly Alternative[];
  /** The first link to it. */
  readonly link: HTMLAnchorElement;
}

/** A document's box as it is among the ticked ones. */
export function tickOf(document: FoundDocument): string {
  return `document=${documentValue(document)}`;
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

/** What a media type says of itself, such as `application/vnd.ms-excel`, and what it is called. */
const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/pdf/, 'PDF'],
  [/word/, 'Word'],
  [/excel|spreadsheetml/, 'Excel'],
  [/powerpoint|presentationml/, 'PowerPoint'],
  [/opendocument/, 'OpenDocument'],
  [/epub/, 'EPUB'],
  [/csv/, 'CSV'],
  [/rtf/, 'RTF'],
];

/** What a document can have beside it that more people can read. */
const EASIER = ['HTML', 'Word', 'OpenDocument'];

const KIND =
  'pdf|word|docx?|excel|xlsx?|powerpoint|pptx?|od[tsp]|opendocument|epub|csv|rtf|html|web ?page';
const SIZE = String.raw`[\d.,]+\s*(?:bytes|[kmg]i?b)`;
const TAIL = new RegExp(
  String.raw`\s*(?:[([]\s*(?:${KIND})\b[^()[\]]*[)\]]|[([]\s*${SIZE}[^()[\]]*[)\]]|[-–—:,]?\s*\b(?:${KIND})\b(?:[\s,:;–-]*${SIZE})?)\s*$`,
  'i',
);
const SIZE_IN_TAIL = new RegExp(SIZE, 'i');

/** Words on a link that name no document. */
const NAMELESS =
  /^(?:(?:please )?(?:click |tap )?(?:here|download|view|open|read|more|this|the|full|as|a|now|document|file|report|attachment|link)\b\W*)*$/i;

/** The longest title that is shown; the page itself has the rest. */
const LONGEST = 250;

/** The name of a media type, empty where it is no document's. */
export function typeOfMedia(media: string): string {
  return MEDIA.find(([pattern]) => pattern.test(media))?.[1] ?? '';
}

/** A size in bytes as people write it: "1.2MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? `${String(Math.ceil(bytes / 1e3))}KB` : `${(bytes / 1e6).toFixed(1)}MB`;
}

function extensionOf(name: string): string {
  return /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What kind of document a link leads to: by what its author says, its `type`, its `download` or its
 * address, where a query and a fragment do not count.
 *
 * @returns `undefined` where it leads to none, and an empty text where only that is known.
 */
function typeOf(link: HTMLAnchorElement): string | undefined {
  const said = link.getAttribute('data-handrail-document');
  if (said === 'off' || !/^https?:$/.test(link.protocol)) return undefined;
  return (
    TYPES[said?.toLowerCase() ?? ''] ??
    (typeOfMedia(link.type) || undefined) ??
    TYPES[extensionOf(link.download)] ??
    TYPES[extensionOf(link.pathname)] ??
    said ??
    undefined
  );
}

/** "annual-report_2026.pdf" is "annual report 2026". */
function nameOfFile({ pathname }: HTMLAnchorElement): string {
  const file = pathname.split('/').pop() ?? '';
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // A stray percent sign: the address is shown as it is.
  }
  return name.replace(/\.\w+$/, '').replace(/[-_+\s]+/g, ' ') || pathname;
}

/** "Annual report (PDF, 1.2MB)" is the title "Annual report" and the size "1.2MB". */
function readTitle(link: HTMLAnchorElement): { title: string; size: string } {
  const images = [...link.querySelectorAll('img')].map(({ alt }) => alt);
  const named = link.getAttribute('aria-label') ?? '';
  const whole = clean(named || link.textContent.trim() || images.join(' '));
  const tail = TAIL.exec(whole)?.[0] ?? '';
  const text = whole.slice(0, whole.length - tail.length);
  const title = NAMELESS.test(text) ? clean(link.title) || nameOfFile(link) : text;
  // The size may also stand right behind the link.
  const behind = link.nextSibling?.nodeType === 3 ? (link.nextSibling.textContent ?? '') : '';
  const beside = /^\s*[([][^()[\]]*[)\]]/.exec(behind)?.[0] ?? '';
  return { title, size: SIZE_IN_TAIL.exec(`${tail} ${beside}`)?.[0] ?? '' };
}

function shorten(title: string): string {
  const letters = Array.from(title);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : title;
}

/** An address without what does not change the document: its fragment. */
function addressOf({ href }: HTMLAnchorElement): string {
  return href.replace(/#.*$/, '');
}

/**
 * Finds the documents that a page links to, in the order of the page, each address once.
 *
 * @param scope - where to look. Links inside Handrail's own elements are left out, and so is every
 *   link with `data-handrail-document="off"`.
 */
export function findDocuments(scope: ParentNode): FoundDocument[] {
  const found = new Map<string, FoundDocument>();
  const others: { title: string; url: string; type: string }[] = [];
  for (const link of scope.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.closest('handrail-format-request, handrail-service-card, [data-handrail-ask]'))
      continue;
    const url = addressOf(link);
    const type = typeOf(link);
    const { title, size } = readTitle(link);
    const earlier = found.get(url);
    // A picture that links to the same file comes first on many pages, and names nothing.
    const named = earlier && earlier.title !== nameOfFile(earlier.link) ? earlier.title : title;
    if (type !== undefined) {
      found.set(url, {
        link: earlier?.link ?? link,
        url,
        type: earlier?.type || type,
        size: earlier?.size || size,
        title: shorten(named),
        alternatives: [],
      });
    }
    if (type === undefined || EASIER.includes(type)) {
      others.push({ url, title, type: type ?? 'HTML' });
    }
  }
  return [...found.values()].map((document) => ({
    ...document,
    alternatives: alternativesTo(document, others),
  }));
}

/** What the page offers under the same title, or at the same address but for its extension. */
function alternativesTo(
  { url, title, type }: FoundDocument,
  others: readonly { title: string; url: string; type: string }[],
): Alternative[] {
  if (EASIER.includes(type)) return [];
  const stem = (address: string): string => address.replace(/\.\w+(\?.*)?$/, '');
  const same = others.filter(
    (other) =>
      /^https?:/.test(other.url) &&
      other.url !== url &&
      (other.title.toLowerCase() === title.toLowerCase() || stem(other.url) === stem(url)),
  );
  return [
    ...new Map(same.map((other) => [other.type, { url: other.url, type: other.type }])).values(),
  ];
}
