import { warn } from '../../element/warn.ts';
import { findDocuments } from './documents.ts';
import type { FoundDocument } from './found.ts';

/** How long a page may go on changing before it is looked at again, in milliseconds. */
const SETTLING = 100;

/** What a change of makes a link another document. */
const ATTRIBUTES = ['href', 'type', 'download', 'data-handrail-document', 'hidden', 'aria-hidden'];

/** How long documents may take to arrive in what a selector names, once the page has loaded. */
const ARRIVING = 3000;

const LINK = 'a, area, object, embed, iframe';

/** Whether a change can be about a link. A page's clock is not. */
function concernsLinks({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  const within = target instanceof Element ? target : target.parentElement;
  return type === 'attributes' || within?.closest(LINK)
    ? true
    : [...addedNodes, ...removedNodes].some(
        (node) => node instanceof Element && (node.matches(LINK) || node.querySelector(LINK)),
      );
}

/** What a selector names; nothing where it is no selector. */
function namedIn(roots: readonly ParentNode[], selector: string): readonly ParentNode[] {
  try {
    return roots.flatMap((each) => [...each.querySelectorAll(selector)]);
  } catch {
    return [];
  }
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
  const complain = (what: string): void =>
    warn(`<handrail-format-request documents-selector="${selector}"> names ${what}`);
  let judging: ReturnType<typeof setTimeout> | undefined;
  let hasFound = false;
  // What a page fetches comes after it has loaded: a part that is there and empty is given time.
  const judge = (isEmpty: boolean, isLate: boolean): void => {
    const isLoaded = document.readyState === 'complete';
    if (isLoaded && isEmpty) complain('nothing on this page.');
    else if (isLoaded && isLate) complain('no document. Name the links themselves.');
    else {
      judging ??= setTimeout(() => {
        judging = undefined;
        look(isLoaded);
      }, ARRIVING);
    }
  };
  const look = (isLate = false): void => {
    const named = selector ? namedIn([...roots], selector) : [];
    const found = findDocuments(...(named.length > 0 ? named : roots));
    hasFound ||= named.length > 0 && found.length > 0;
    if (selector && !hasFound) judge(named.length === 0, isLate);
    tell(found);
  };
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
    clearTimeout(judging);
  };
}
