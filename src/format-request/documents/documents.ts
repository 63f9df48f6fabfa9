import { nameOfFile, readTitle } from './titles.ts';
import type { DocumentLink } from './titles.ts';
import { codePoints } from '../schema/code-points.ts';
import { documentValue } from '../schema/document-value.ts';
import type { RequestedDocument } from '../schema/document-value.ts';

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
  /** The language of its title: a BCP 47 tag, empty where the page does not say. */
  readonly lang: string;
  /** The first link to it that names it. */
  readonly link: DocumentLink;
}

/** A document's box as it is among the ticked ones. */
export function documentKey(document: FoundDocument): string {
  return `document=${documentValue(document)}`;
}

/** What an extension, a media type such as `application/vnd.ms-excel` or an author's word is called. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bpdf\b/, 'PDF'],
  [/\b(ms)?word(proc|\b)|^do[ct][xm]?$/, 'Word'],
  [/excel|spreadsheetml|^xl[st][xmb]?$/, 'Excel'],
  [/powerpoint|presentationml|^pp[ts][xm]?$/, 'PowerPoint'],
  [/opendocument|^od[tsp]$/, 'OpenDocument'],
  [/\bepub\b/, 'EPUB'],
  [/\bcsv\b/, 'CSV'],
  [/\brtf\b/, 'RTF'],
];

/** What a document can have beside it that more people can read. */
const EASIER = ['HTML', 'Word', 'OpenDocument'];

/** The longest title that is shown; the page itself has the rest. */
const LONGEST = 250;

/** How much of its address tells a document from one of the same title: the end, which differs most. */
const LONGEST_PLACE = 100;

/** What a document of this extension or media type is called; empty where it is no document's. */
export function typeNamed(text: string): string {
  return TYPES.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1] ?? '';
}

/** A size in bytes as people write it: "1.2MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1e6 ? `${String(Math.ceil(bytes / 1e3))}KB` : `${(bytes / 1e6).toFixed(1)}MB`;
}

function extensionOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1] ?? '';
}

/**
 * What kind of document a link leads to: by what its author says, its `type`, its `download` or its
 * address, where a query and a fragment do not count.
 *
 * @returns `undefined` where it leads to none, and an empty text where only that is known.
 */
function typeOf(link: DocumentLink): string | undefined {
  const said = link.getAttribute('data-handrail-document');
  if (!/^https?:$/.test(link.protocol)) return undefined;
  const extensions = [extensionOf(link.download), extensionOf(link.pathname)];
  const type = [said, link.getAttribute('type'), ...extensions]
    .map((text) => typeNamed(text ?? ''))
    .find(Boolean);
  // What is there to be saved, and is nothing else by its name, is a document.
  const unnamed = link.hasAttribute('download') && !extensions.some(Boolean) ? '' : undefined;
  return type ?? said ?? unnamed;
}

function shorten(title: string): string {
  const letters = codePoints(title);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : title;
}

/** Links that are no document of the page's: Handrail's own, and those that an author took out. */
const LEFT_OUT =
  'handrail-format-request, handrail-service-card, [data-handrail-ask], [data-handrail-document=off]';

/** What a page's address ends in. A picture, a recording or an archive is none. */
const PAGE = /^\d*$|htm|asp|php|jsp|cfm/i;

/** What can lead to a document: a link inside a drawing has another interface and no place beside it. */
const LINKS = ':is(a, area)[href]:not(svg *)';

/** An address without what does not change the document: its fragment. */
function addressOf({ href }: { readonly href: string }): string {
  return href.replace(/#.*$/, '');
}

/** An address but for its extension: a query may be all that tells one document from another. */
function stemOf(address: string): string {
  return address.replace(/\.\w+(?=\?|$)/, '');
}

/**
 * Finds the documents that a page links to, in the order of the page, each address once.
 *
 * @param scopes - where to look: links, or what holds them. Links inside Handrail's own elements are
 *   left out, and so is every link with `data-handrail-document="off"`.
 */
export function findDocuments(...scopes: readonly ParentNode[]): FoundDocument[] {
  const found = new Map<string, FoundDocument>();
  /** What is easier to read, by its title and by its address. */
  const easier = new Map<string, Alternative[]>();
  const here = addressOf(location);
  const links = scopes.flatMap((scope) => [
    ...(scope instanceof Element && scope.matches(LINKS) ? [scope as DocumentLink] : []),
    ...scope.querySelectorAll<DocumentLink>(LINKS),
  ]);
  for (const link of new Set(links)) {
    if (link.closest(LEFT_OUT)) continue;
    const url = addressOf(link);
    const type = typeOf(link);
    const { title, size, tail } = readTitle(link);
    const earlier = found.get(url);
    // A picture that links to the same file comes first on many pages, and names nothing.
    const named = earlier && earlier.title !== nameOfFile(earlier.link) ? earlier.title : title;
    if (type !== undefined) {
      found.set(url, {
        link: earlier?.title === named ? earlier.link : link,
        url,
        type: earlier?.type || type || typeNamed(tail),
        size: earlier?.size || size,
        title: shorten(named),
        lang: link.closest<HTMLElement>('[lang]')?.lang ?? '',
        alternatives: [],
      });
    }
    const kind = type ?? (PAGE.test(extensionOf(link.pathname)) ? 'HTML' : '');
    if (/^http/.test(url) && url !== here && EASIER.includes(kind)) {
      for (const key of [title.toLowerCase(), stemOf(url)]) {
        easier.set(key, [...(easier.get(key) ?? []), { url, type: kind }]);
      }
    }
  }
  const all = [...found.values()];
  return all.map((document) => {
    const { title, type, link } = document;
    const namesakes = all.filter((other) => other.title === title && other.type === type);
    const isOnly = namesakes.length === 1;
    return {
      ...document,
      // "Minutes" of May and of June: who chooses, and who answers, has to know which.
      title: isOnly ? title : `${title} (${(link.pathname + link.search).slice(-LONGEST_PLACE)})`,
      alternatives: alternativesTo(document, easier, isOnly),
    };
  });
}

/**
 * What the page offers at the same address but for its extension, or under the same title where that
 * title means one document only.
 */
function alternativesTo(
  { url, title, type }: FoundDocument,
  easier: ReadonlyMap<string, readonly Alternative[]>,
  isOnly: boolean,
): Alternative[] {
  const same = [isOnly ? title.toLowerCase() : '', stemOf(url)]
    .flatMap((key) => easier.get(key) ?? [])
    .filter((other) => other.type !== type);
  return [...new Map(same.map((other) => [other.type, other])).values()];
}
