import { clean } from '../schema/document-value.ts';

/** A link to a document as it stands in a page, or the same behind an area of a picture. */
export type DocumentLink = HTMLAnchorElement;

/** Names that mean a document wherever they stand, and names that are words too. */
const PLAIN_KIND = 'pdf|docx?|xlsx?|pptx?|od[tsp]|opendocument|epub|csv|rtf';
const KIND = `(?:${PLAIN_KIND}|word|excel|powerpoint|html|web ?page)`;
const SIZE = String.raw`[\d.,]*\d\s*(?:[kmg]i?b|(?:kilo|mega)?bytes)\b`;
const NOUN = '(?: (?:document|file|version|format))?';
const GAP = String.raw`[\s,:;|–—-]`;

/** What stands behind a title and is none of it. One at a time, from the end. */
const TAIL = new RegExp(
  `(?:${[
    String.raw`\s*[([](?:\W*(?:(?:ms|microsoft|file|size)\W+)*(?:${KIND}\b|${SIZE})|[^()[\]]*\b(?:new (?:\w+ )?(?:tab|window)|(?:tab|ffenestr) newydd)\b)[^()[\]]*[)\]]`,
    String.raw`${GAP}+(?:opens (?:in )?|in )(?:a )?new (?:tab|window)`,
    String.raw`\s*[|,–—-]\s*${KIND}${NOUN}`,
    String.raw`(?:^|[\s.:]+)(?:${PLAIN_KIND})${NOUN}`,
    String.raw`${GAP}+(?:${SIZE}|\d+ pages?)`,
  ].join('|')})[\\s.]*$`,
  'i',
);
const SIZE_INSIDE = new RegExp(SIZE, 'i');

/** What the page says right behind a link: something in brackets, or a kind and a size. */
const BEHIND = new RegExp(String.raw`^\s*[([][^()[\]]*[)\]]|^\W*(?:${KIND}\W+)?${SIZE}`, 'i');

/** Words on a link that name no document. */
const NAMELESS = new RegExp(
  String.raw`^(?:(?:please )?(?:click |tap )?(?:${KIND}|here|download|view|open|read|more|this|the|full|as|a|now|document|file|report|attachment|link|version|format|spreadsheet|in|icon|logo|adobe|acrobat)\b\W*)*$`,
  'i',
);

/** What no title ends in: "How to save a PDF" is a whole one. */
const UNFINISHED = /\b(?:an?|the|in|to|as|your)$/;

/** Elements in the middle of whose words nothing begins. Around all others there is a gap. */
const INLINE = /^(a|abbr|b|em|i|mark|strong|su[bp]|u)$/i;

/** What nobody reads there: a drawing, letters that stand for one, and what is no text at all. */
const UNREAD = 'svg, noscript, style, script, [aria-hidden=true]:not(a)';

/** What is written on a link. */
function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (!(node instanceof Element) || node.matches(UNREAD)) return '';
  const words = [...node.childNodes].map(wordsOf).join('');
  return INLINE.test(node.nodeName) ? words : ` ${words} `;
}

/** What names a link in the place of its own words. */
function labelOf(link: DocumentLink): string {
  const ids = (link.getAttribute('aria-labelledby') ?? '').split(' ');
  const root = link.getRootNode() as Document | ShadowRoot;
  const others = ids.map((id) => root.getElementById(id)).filter((one) => one !== null);
  return others.map(wordsOf).join(' ').trim() || (link.getAttribute('aria-label') ?? '');
}

/** What is written right behind a link, up to the next one. What Handrail has put there does not count. */
function wordsBehind(link: Node): string {
  let words = '';
  for (let next = link.nextSibling; next && words.length < 60; next = next.nextSibling) {
    if (next instanceof Element) {
      if (next.matches('[data-handrail-ask]')) continue;
      if (next.matches('a') || next.querySelector('a')) break;
    }
    words += wordsOf(next);
  }
  return words;
}

/** Takes kind and size off a title's end. */
function split(whole: string): { title: string; tail: string } {
  let title = whole;
  let at = title.search(TAIL);
  while (at >= 0 && !UNFINISHED.test(title.slice(0, at))) {
    title = title.slice(0, at);
    at = title.search(TAIL);
  }
  return { title, tail: whole.slice(title.length) };
}

/** "annual-report_2026.pdf" is "annual report 2026". */
export function nameOfFile({ pathname }: DocumentLink): string {
  const file = pathname.split('/').pop() ?? '';
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // A stray percent sign: the address is shown as it is.
  }
  return name.replace(/\.\w+$/, '').replace(/[-_+\s]+/g, ' ') || pathname;
}

/**
 * Reads a document's title and what the page says beside it: "Annual report (PDF, 1.2MB)" is the title
 * "Annual report", the size "1.2MB" and something about a PDF.
 */
export function readTitle(link: DocumentLink): { title: string; size: string; tail: string } {
  const images = [link, ...link.querySelectorAll('img')].map((one) => one.getAttribute('alt'));
  const { title, tail } = split(clean(labelOf(link) || wordsOf(link).trim() || images.join(' ')));
  const beside = BEHIND.exec(clean(wordsBehind(link)))?.[0] ?? '';
  return {
    title: NAMELESS.test(title) ? split(clean(link.title)).title || nameOfFile(link) : title,
    size: SIZE_INSIDE.exec(`${tail} ${beside}`)?.[0] ?? '',
    tail: `${tail} ${beside}`,
  };
}
