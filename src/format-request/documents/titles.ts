import { clean } from '../schema/document-value.ts';

/** What names the part of a page that it begins, or stands under. */
export const HEADINGS =
  'h1,h2,h3,h4,h5,h6,[role=heading],dt,caption,figcaption,legend,summary,[class*=title],[class*=Title]';

/** Elements in the middle of whose words nothing begins. Around all others there is a gap. */
export const INLINE = /^(a|abbr|b|em|i|mark|strong|su[bp]|u)$/i;

/** What nobody reads there: a drawing, letters that stand for one, and what is no text at all. */
export const UNREAD = 'svg,noscript,style,script,template,[aria-hidden=true]:not(a)';

/** What is written in an element. */
export function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (!(node instanceof Element) || node.matches(UNREAD)) return '';
  const words = [...node.childNodes].map(wordsOf).join('');
  return INLINE.test(node.nodeName) ? words : ` ${words} `;
}

/** What the elements say whose ids an attribute lists. */
export function wordsOfIds(link: Element, attribute: string): string {
  const ids = (link.getAttribute(attribute) ?? '').split(' ');
  const root = link.getRootNode() as Document | ShadowRoot;
  const others = ids.map((id) => root.getElementById(id)).filter((one) => one !== null);
  return clean(others.map(wordsOf).join(' '));
}

/** What a link is called: by its label, a heading in it, its words or its pictures. */
export function ownWords(link: Element): string {
  const label = wordsOfIds(link, 'aria-labelledby') || clean(link.getAttribute('aria-label') ?? '');
  if (label || !link.matches('a,area')) return label || (link.getAttribute('title') ?? '');
  const heading = link.querySelector(HEADINGS);
  const images = [link, ...link.querySelectorAll('img')].map((one) => one.getAttribute('alt'));
  return clean(heading ? wordsOf(heading) : '') || clean(wordsOf(link)) || clean(images.join(' '));
}

/** "annual-report_2026.pdf" is "annual report 2026". */
export function nameOfFile({ pathname }: URL): string {
  const file = pathname.split('/').pop() ?? '';
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // A stray percent sign: the address is shown as it is.
  }
  return name.replace(/\.\w+$/, '').replace(/[-_+\s]+/g, ' ') || pathname;
}
