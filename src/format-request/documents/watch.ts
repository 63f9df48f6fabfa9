import { warn } from '../../element/warn.ts';
import { findDocuments } from './documents.ts';
import type { FoundDocument } from './found.ts';

/** How long a page may go on changing before it is looked at again, in milliseconds. */
const SETTLING = 100;

/** What a change of makes a link another document. */
const ATTRIBUTES = ['href', 'type', 'download', 'data-handrail-document'];

const LINK = 'a, area';

/** Whether a change can be about a link. A page's clock is not. */
function concernsLinks({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  const within = target instanceof Element ? target : target.parentElement;
  return type === 'attributes' || within?.closest(LINK)
    ? true
    : [...addedNodes, ...removedNodes].some(
        (node) => node instanceof Element && (node.matches(LINK) || node.querySelector(LINK)),
      );
}

/** Where to look for documents: what a selector names, or else the page and what the element stands in. */
function scopesIn(roots: readonly ParentNode[], selector: string): readonly ParentNode[] {
  if (!selector) return roots;
  try {
    const named = roots.flatMap((each) => [...each.querySelectorAll(selector)]);
    if (named.length > 0) return named;
  } catch {
    // Not a selector: said below.
  }
  warn(`<handrail-format-request documents-selector="${selector}"> names nothing on this page.`);
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
  const roots = new Set<Document | ShadowRoot>();
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode() as ShadowRoot;
    roots.add(root);
    at = (root as Partial<ShadowRoot>).host;
  }
  roots.add(document);
  const look = (): void => tell(findDocuments(...scopesIn([...roots], selector)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((changes) => {
    if (!changes.some((change) => !element.contains(change.target) && concernsLinks(change)))
      return;
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, SETTLING);
  });
  for (const each of roots) {
    observer.observe(each, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
  }
  look();
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
