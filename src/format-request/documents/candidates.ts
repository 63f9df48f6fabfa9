import { clean } from '../schema/document-value.ts';
import { readAddress, typeNamed } from './kinds.ts';
import type { Address } from './kinds.ts';
import type { Pieces } from './page.ts';
import { nameOfFile, ownWords, wordsOf, wordsOfIds } from './titles.ts';
import {
  factsBehind,
  isNameless,
  isProse,
  kindWordIn,
  readWords,
  saysMedia,
  sizeIn,
  titleInProse,
} from './words.ts';
import type { Words } from './words.ts';

/** A link that may lead to a document, or to another format of one. */
export interface Candidate {
  readonly link: HTMLElement;
  readonly url: string;
  /** Its place among the pieces of the page. */
  readonly at: number;
  readonly address: Address;
  readonly words: Words;
  /** How well it names what is there: 0 where it does not. */
  readonly rank: number;
  /** The heading above it, and the same where that names something. */
  readonly above: string;
  readonly heading: string;
  /** Links with one key are formats of one document. */
  key: string;
  title: string;
  full: string;
  /** What the page says of kind and size. */
  facts: string;
  /** The kind of document; `undefined` where it is none. */
  kind: string | undefined;
}

const FILE_NAME = /^\S+\.\w{3,4}$|_\d*\.\w{3,4}$/;

/** Where a viewer or a download button has the document's own address. */
function addressOf(link: Element): URL | undefined {
  const { href, data, src, dataset } = link as Partial<HTMLAnchorElement & HTMLObjectElement> & {
    src?: string;
  };
  const given = dataset?.['downloadurl'] ?? href ?? data ?? src ?? '';
  if (!URL.canParse(given, document.baseURI)) return undefined;
  const url = new URL(given, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.hash = '';
  if (href !== undefined) return url;
  const inside = [...url.searchParams.values()].find((value) =>
    /^(https?:\/|\/|\.).*\.\w{3,4}$/.test(value),
  );
  return inside === undefined ? url : new URL(inside, url);
}

/** Reads each link of a page by itself. */
export function readCandidates({ pieces }: Pieces): Candidate[] {
  const found: Candidate[] = [];
  let above = '';
  let heading = '';
  for (const [at, { link, text, isHeading, isNameless: isFact }] of pieces.entries()) {
    if (isHeading && text) {
      above = text;
      if (!isFact) heading = readWords(text).title || heading;
    }
    const url = link && addressOf(link);
    if (!url) continue;
    const raw = ownWords(link);
    const words = readWords(raw);
    const isFile = FILE_NAME.test(raw);
    // A drawn heading's link is a heading too: what stands behind it is about it.
    if (isHeading && words.title) [above, heading] = [words.full, words.title];
    const isEmbedded = !link.matches('a,area');
    found.push({
      link: link as HTMLElement,
      url: url.href,
      at,
      address: readAddress(url, link.getAttribute('download')),
      words,
      rank: !words.title ? 0 : isFile ? 1 : isEmbedded ? 2 : 3,
      above,
      heading,
      key: url.href,
      title: isFile ? '' : words.title,
      full: words.full,
      facts: '',
      kind: undefined,
    });
  }
  return found;
}

const ROWS = 'tr,[role=row]';
const PARTS = `li,dd,article,figure,section,${ROWS}`;
const LINES = `p,td,th,dt,div,${PARTS}`;

/** The part of the page that is about one document alone: its list item, row or card. */
export function partOf({ link, key }: Candidate, owners: ReadonlyMap<Element, string>): Element {
  let part: Element = link;
  for (let up = part.parentElement; up && !part.matches(PARTS); up = up.parentElement) {
    if (owners.get(up) !== key || up.matches('main,form,body')) break;
    part = up;
  }
  return part;
}

/** Which document each element around the links is about; an empty text where it is about several. */
export function ownersOf(candidates: readonly Candidate[]): Map<Element, string> {
  const owners = new Map<Element, string>();
  for (const { link, key } of candidates) {
    for (let up = link.parentElement; up && owners.get(up) !== ''; up = up.parentElement) {
      owners.set(up, (owners.get(up) ?? key) === key ? key : '');
    }
  }
  return owners;
}

/** What the page says of kind and size: on the link, behind it, in its part of the page, before it. */
export function factsOf(candidate: Candidate, page: Pieces, part: Element): string[] {
  const { link, at, words } = candidate;
  const { pieces, spans } = page;
  const [, end = pieces.length] = spans.get(link.closest(PARTS) ?? link) ?? [];
  const behind: string[] = [];
  const last = Math.min(at + 9, Math.max(end, at + 4));
  for (const { text, link: next, isHeading, isNameless: isFact } of pieces.slice(at + 1, last)) {
    if (next || isHeading) break;
    if (isFact && !isProse(text)) behind.push(text);
    else {
      if (behind.length === 0) behind.push(factsBehind(text));
      break;
    }
  }
  const [from = 0, to = 0] = part === link ? [] : (spans.get(part) ?? []);
  const inPart = pieces
    .slice(from, to)
    .map(({ text, isNameless: isFact }) =>
      isFact && !isProse(text) ? text : readWords(text).tail,
    );
  const before: string[] = [];
  for (let index = at - 1; !candidate.words.title && index >= Math.max(0, at - 6); index--) {
    const piece = pieces[index];
    if (!piece || piece.link || !piece.isNameless) break;
    before.push(piece.text);
  }
  const wrapped = link.matches('a') && link.children.length > 0 ? clean(wordsOf(link)) : '';
  return [words.tail, behind.join(' '), sizeIn(wrapped), inPart.join(' '), before.join(' ')];
}

/** What attributes say of the size: `data-filesize="512000"`, `type="…; length=40211"`. */
export function attributeSize(link: Element, inWords: (bytes: number) => string): string {
  for (const { name, value } of link.attributes) {
    const length = name === 'type' ? /length=(\d+)/.exec(value)?.[1] : value;
    if (name !== 'type' && !/^data-.*(size|length)/.test(name)) continue;
    if (length && /^\d+$/.test(length)) return inWords(Number(length));
    if (length && sizeIn(length)) return sizeIn(length);
  }
  return '';
}

/** What attributes say of the kind: `type`, `data-file-type`, a class of the link or around it. */
export function attributeKind(link: Element): string {
  const said = [...link.attributes]
    .filter(({ name }) => /^data-.*(type|ext|mime|format)/.test(name))
    .map(({ value }) => typeNamed(value));
  const classes = `${link.className} ${link.parentElement?.className ?? ''}`;
  return (
    typeNamed(link.getAttribute('type') ?? '') ||
    said.find(Boolean) ||
    (/(?:^|[\s_-])(?:application-)?(pdf|docx|xlsx|pptx|odt|csv|msword)(?:$|[\s_-])/i.test(classes)
      ? typeNamed(/pdf|docx|xlsx|pptx|odt|csv|msword/i.exec(classes)?.[0] ?? '')
      : '')
  );
}

/** Decides whether a link leads to a document, and of which kind: empty where nothing says. */
export function kindOf(
  candidate: Candidate,
  facts: readonly string[],
  isNamed: boolean,
): string | undefined {
  const { link, address, words } = candidate;
  const said = link.getAttribute('data-handrail-document');
  const near = facts.slice(0, 2).join(' ');
  const written = facts.map((text) => typeNamed(kindWordIn(text))).find(Boolean) ?? '';
  const kind =
    typeNamed(said ?? '') || typeNamed(link.getAttribute('type') ?? '') || address.kind || '';
  if (isNamed || said !== null || kind) return kind || said || written || attributeKind(link);
  if (address.isMedia) return undefined;
  const found = written || attributeKind(link);
  if (found) return found;
  const isFile = address.kind !== undefined || (sizeIn(near) !== '' && !words.format);
  return isFile && !saysMedia(near) ? '' : undefined;
}

/** What a row begins with, a date too; the heading above where there is no row. */
export function placeOf({ link, above }: Candidate): string {
  const first = link.closest(ROWS)?.firstElementChild;
  return first && !first.contains(link) ? clean(wordsOf(first)) : above;
}

const NAMING = /title|document|name|leaflet|report|paper|policy|description/i;

/** The words of the row's cell that names the document. */
function rowTitle(link: Element): string {
  const row = link.closest<HTMLTableRowElement>(ROWS);
  if (!row) return '';
  const cells = [...row.children];
  const headers = [...(row.closest('table')?.rows[0]?.cells ?? [])].map((cell) => wordsOf(cell));
  const named = cells
    .map((cell, index) => ({ cell, header: headers[index] ?? '', text: clean(wordsOf(cell)) }))
    .filter(({ cell, header, text }) => {
      const isFact = /type|format|size|date|number|\bref/i.test(header);
      return !cell.contains(link) && !isFact && text && !isNameless(text, true);
    });
  const best =
    named.find(({ header }) => NAMING.test(header)) ??
    named.find(({ cell }) => cell.matches('th,[role=rowheader]')) ??
    named.find(({ cell }) => !cell.querySelector('a')) ??
    named[0];
  return readWords(best?.text ?? '').title;
}

const isSentence = (text: string): boolean => text.length > 150 || /[.!?]$/.test(text);

/** What around a link names its document, where its own words do not. */
export function titleAround(candidate: Candidate, page: Pieces, part: Element): string {
  const { link, at, words, heading, url, rank } = candidate;
  const { pieces, spans } = page;
  const title = (text: string): string => (isNameless(text, true) ? '' : readWords(text).title);
  const described = title(clean(link.title)) || title(wordsOfIds(link, 'aria-describedby'));
  const row = described || rowTitle(link);
  if (row) return row;
  const line = link.closest(LINES);
  let before = '';
  for (let index = at - 1; index >= 0 && index > at - 9; index--) {
    const { text = '', link: other, within, isHeading } = pieces[index] ?? {};
    if (other || isHeading || within?.closest(LINES) !== line) break;
    if (title(text)) {
      before = text;
      break;
    }
  }
  const behind = pieces[at + 1];
  const isBehind = behind && !behind.link && behind.within?.closest(LINES) === line;
  const prose =
    (/[:–—(-]\s*$/.test(before) ? before.replace(/[\s:–—(-]+$/, '') : titleInProse(before)) ||
    (isBehind ? (/^\W*(?:to|for) [^.(]+/i.exec(behind.text)?.[0] ?? '') : '');
  const [from = 0, to = 0] = spans.get(part) ?? [];
  const inPart =
    part === link ? [] : pieces.slice(from, to).filter((one) => !one.isNameless && title(one.text));
  const ownName = isNameless(words.full) ? '' : words.full.replace(/_+/g, ' ');
  return (
    (rank > 0 ? '' : title(titleInProse(prose) || prose)) ||
    title(inPart.find(({ isHeading }) => isHeading)?.text ?? '') ||
    (isSentence(before) ? '' : title(before)) ||
    title(inPart.find(({ text }) => !isSentence(text))?.text ?? '') ||
    (rank > 0 && ownName) ||
    heading ||
    ownName ||
    nameOfFile(new URL(url))
  );
}
