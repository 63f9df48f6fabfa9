import { clean } from '../schema/document-value.ts';
import { LEFT_OUT } from './listed.ts';
import { HEADINGS, INLINE, UNREAD } from './titles.ts';
import { isNameless } from './words.ts';

/** What can lead to a document: a link inside a drawing has another interface and no place beside it. */
export const LINKS = ':is(a,area)[href]:not(svg *),object[data],embed[src],iframe[src]';

/** A piece of a page in the order of reading: words, or a link. */
export interface Piece {
  text: string;
  readonly link?: Element;
  /** The element that the words begin in. */
  readonly within: Element | undefined;
  /** Whether the words name nothing: "PDF, 2MB", "Updated 3 May 2026". */
  isNameless: boolean;
  /** Whether the words are a heading's. */
  readonly isHeading: boolean;
}

/** A page as pieces, and which of them each element holds: from, and up to. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly spans: ReadonlyMap<Element, readonly [from: number, to: number]>;
}

/** Editors that have no headings write bold lines. */
function isBoldLine(node: Element): boolean {
  const line = node.parentElement;
  return (
    node.matches('strong,b') &&
    line?.matches('p,div,td,font') === true &&
    line.textContent.trim() === node.textContent.trim()
  );
}

/**
 * Reads a page once, in the order of reading.
 *
 * @param roots - documents, shadow roots or what is in none.
 * @param isLink - which links count; the others are passed over with their words.
 */
export function readPieces(roots: Iterable<Node>, isLink: (link: Element) => boolean): Pieces {
  const pieces: Piece[] = [];
  const spans = new Map<Element, readonly [number, number]>();
  let gap = true;
  const walk = (node: Node, heading: boolean, mute: boolean): void => {
    if (node.nodeType === 3) {
      if (mute) return;
      const { data, parentElement } = node as Text;
      const last = pieces.at(-1);
      if (!gap && last && !last.link) last.text += data;
      else if (data.trim()) {
        pieces.push({
          text: data,
          isNameless: false,
          within: parentElement ?? undefined,
          isHeading: heading,
        });
        gap = false;
      }
      return;
    }
    if (!(node instanceof Element)) {
      node.childNodes.forEach((one) => walk(one, heading, mute));
      return;
    }
    const from = pieces.length;
    const isInline = INLINE.test(node.nodeName);
    gap ||= !isInline;
    if (node.matches(LINKS)) {
      if (isLink(node))
        pieces.push({ text: '', isNameless: true, link: node, within: node, isHeading: heading });
      gap = true;
      // What stands in an object is for browsers that cannot show it.
      if (node.localName === 'object') for (const one of node.children) walk(one, heading, mute);
    } else if (!node.matches(LEFT_OUT)) {
      const inHeading = heading || node.matches(HEADINGS) || isBoldLine(node);
      const unread = mute || node.matches(UNREAD);
      node.childNodes.forEach((one) => walk(one, inHeading, unread));
    }
    gap ||= !isInline;
    spans.set(node, [from, pieces.length]);
  };
  for (const root of roots) walk(root, false, false);
  for (const piece of pieces) {
    piece.text = clean(piece.text);
    piece.isNameless = isNameless(piece.text, true);
  }
  return { pieces, spans };
}
