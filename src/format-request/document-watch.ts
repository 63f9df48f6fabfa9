import { warn } from '../element/warn.ts';
import { findDocuments } from './documents.ts';
import type { FoundDocument } from './documents.ts';

/** How long a page may go on changing before it is looked at again, in milliseconds. */
const SETTLING = 100;

/** What a change of makes a link another document. */
const ATTRIBUTES = ['href', 'type', 'download', 'data-handrail-document'];

/** Where to look for documents: what a selector names, or else the page and the element's own root. */
function scopesFor(element: Element, selector: string): readonly ParentNode[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const roots = root === document ? [document] : [root, document];
  if (!selector) return roots;
  try {
    const named = roots.flatMap((each) => [...each.querySelectorAll(selector)]);
    if (named.length > 0) return named;
  } catch {
    // Not a selector: said below.
  }
  warn(`<handrail-format-request documents="${selector}"> names nothing on this page.`);
  return roots;
}

/**
 * Looks for documents now, and again whenever the page changes.
 *
 * @param element - the form's element; changes inside it do not count.
 * @param selector - the part of the page that counts; the whole page where it is empty.
 * @param tell - takes every finding.
 * @returns what ends the watch.
 */
export function watchDocuments(
  element: Element,
  selector: string,
  tell: (found: readonly FoundDocument[]) => void,
): () => void {
  const scopes = scopesFor(element, selector);
  const look = (): void => {
    const found = scopes.flatMap((scope) => findDocuments(scope));
    // Of two links to one document in two scopes, the first counts.
    tell(found.filter(({ url }, index) => found.findIndex((one) => one.url === url) === index));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((changes) => {
    if (changes.every(({ target }) => element.contains(target))) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SETTLING);
  });
  for (const scope of scopes) {
    observer.observe(scope, { subtree: true, childList: true, attributeFilter: ATTRIBUTES });
  }
  look();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
