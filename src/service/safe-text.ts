import { decodeEntities } from './entities.ts';
import { safeHref } from './safe-href.ts';

/** An element that free text may hold, and what is in it. */
export interface SafeElement {
  readonly tag: 'p' | 'br' | 'ul' | 'ol' | 'li' | 'strong' | 'em' | 'a';
  /** Of a link: an absolute `http:`, `https:`, `mailto:` or `tel:` address. */
  readonly href?: string;
  readonly children: readonly SafeNode[];
}

/** A piece of free text: characters to show as they are, or an element. */
export type SafeNode = string | SafeElement;

type Tag = SafeElement['tag'];
type Building = SafeElement & { readonly children: SafeNode[] };

/** Comments, and elements whose content is not for reading: it goes with them. */
const UNREAD =
  /<(script|style|template|iframe|object|svg|math|title|textarea|select|noscript)\b[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)/gi;
/** A tag has its name and then a space, a slash or its end: `<pat@example.org>` is none. */
const TAG = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
const HREF = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i;
const BLOCK = /^(?:p|div|h[1-6]|li|[uod]l|d[dt]|t[rdh]|table|section|article|blockquote|pre)$/;
const INLINE = new Map<string, Tag>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['a', 'a'],
]);
/** Nobody means a list in a list in a list: past this the words go on without more elements. */
const DEEPEST = 8;

/** Text without block tags: its lines are lines, its empty lines part paragraphs, its dashes are lists. */
function fromPlain(text: string): string {
  const line = (words: string): string => {
    const item = /^\s*[-*•]\s+(.*)$/.exec(words)?.[1];
    if (item !== undefined) return `<li>${item}</li>`;
    return words.trim() === '' ? '<p>' : `${words}<br>`;
  };
  return text.split('\n').map(line).join('');
}

const isBreak = (node: SafeNode | undefined): boolean =>
  typeof node === 'string' ? node.trim() === '' : node?.tag === 'br';

/** Takes out empty elements, and line breaks at the edges of a block. */
function tidy(nodes: readonly SafeNode[], block: boolean): SafeNode[] {
  const kept = nodes
    .map((node) =>
      typeof node === 'string'
        ? node
        : { ...node, children: tidy(node.children, !['strong', 'em', 'a'].includes(node.tag)) },
    )
    .filter((node) => typeof node === 'string' || node.tag === 'br' || node.children.length > 0);
  while (block && isBreak(kept[0])) kept.shift();
  while (block && isBreak(kept.at(-1))) kept.pop();
  return kept;
}

/**
 * Reads free text that came from outside, which may be plain, HTML or broken HTML, as elements that
 * are safe to show: paragraphs, line breaks, lists, strong and emphasised words, and links. Other
 * tags go and their words stay; scripts, styles and their like go whole.
 *
 * It reads characters and makes no element, so that nothing runs and nothing is fetched, and it
 * needs no Trusted Types policy.
 *
 * @returns blocks: `p`, `ul` and `ol`. None where there is nothing to read.
 */
export function safeText(text: string): readonly SafeNode[] {
  let source = text.replace(/\r\n?/g, '\n').replace(UNREAD, '');
  const tags = [...source.matchAll(TAG)].map(([, , name = '']) => name.toLowerCase());
  if (!tags.some((name) => name === 'br' || BLOCK.test(name))) source = fromPlain(source);

  const root: SafeNode[] = [];
  const open: Building[] = [];
  const last = (...wanted: Tag[]): number => open.findLastIndex(({ tag }) => wanted.includes(tag));
  const start = (tag: Tag, href?: string): void => {
    if (open.length >= DEEPEST) return;
    const node: Building = { tag, ...(href !== undefined && { href }), children: [] };
    (open.at(-1)?.children ?? root).push(node);
    open.push(node);
  };
  /** Back to where words may stand: an item of a list, or else a paragraph. */
  const block = (): void => {
    open.length = last('li') + 1;
    if (open.length === 0) start('p');
  };
  const words = (node: SafeNode): void => {
    if (node === '') return;
    if (open.length === 0 || /^[uo]l$/.test(open.at(-1)?.tag ?? '')) {
      if (isBreak(node)) return;
      block();
    }
    (open.at(-1)?.children ?? root).push(node);
  };
  const tag = (name: string, closing: boolean, attributes: string): void => {
    const inline = INLINE.get(name);
    if (name === 'br') words({ tag: 'br', children: [] });
    else if (inline !== undefined) {
      const before = last(inline);
      if (before >= 0) open.length = before;
      if (closing) return;
      const [, a, b, c] = HREF.exec(attributes) ?? [];
      const href = safeHref(decodeEntities(a ?? b ?? c ?? ''));
      if (inline === 'a' && href === undefined) return;
      if (last('p', 'li') < last('ul', 'ol') || open.length === 0) block();
      start(inline, inline === 'a' ? href : undefined);
    } else if (!BLOCK.test(name)) return;
    else if (name === 'ul' || name === 'ol') {
      open.length = closing ? Math.max(last('ul', 'ol'), 0) : last('li') + 1;
      if (!closing) start(name);
    } else if (name === 'li') {
      open.length = last('ul', 'ol') + 1;
      if (closing) return;
      if (open.length === 0) start('ul');
      start('li');
    } else {
      open.length = last('li') + 1;
      if (open.length > 0) words({ tag: 'br', children: [] });
    }
  };

  let from = 0;
  for (const match of source.matchAll(TAG)) {
    words(decodeEntities(source.slice(from, match.index).replace(/\s+/g, ' ')));
    const [whole, slash, name = '', attributes = ''] = match;
    tag(name.toLowerCase(), slash === '/', attributes);
    from = match.index + whole.length;
  }
  words(decodeEntities(source.slice(from).replace(/\s+/g, ' ')));
  return tidy(root, true);
}

/** The words of free text without its elements: a line for each block, item and line break. */
export function plainText(text: string): string {
  const write = (node: SafeNode): string => {
    if (typeof node === 'string') return node;
    const inside = node.children.map(write).join('');
    return ['strong', 'em', 'a'].includes(node.tag) ? inside : `\n${inside}\n`;
  };
  return safeText(text)
    .map(write)
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
