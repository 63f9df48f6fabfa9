import { warn } from '../element/warn.ts';

/** Where each element is that the page's own script does not hold: its tag, and what fetches its file. */
export type Registry = Readonly<Record<string, () => Promise<unknown>>>;

const WATCHED = { childList: true, subtree: true };

/**
 * Fetches the file of each element as soon as its tag is on the page, in the document or in an open
 * shadow root. Where the file cannot be had, what the author wrote stays, and the console says why.
 */
export function fetchElements(registry: Registry, page: Document = document): void {
  const missing = new Set(
    Object.keys(registry).filter((tag) => !page.defaultView?.customElements.get(tag)),
  );
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) look(node);
  });

  const meet = (element: Element): void => {
    const { localName, shadowRoot } = element;
    if (missing.delete(localName)) {
      registry[localName]?.().catch((reason: unknown) => {
        const { message } = reason as Error;
        warn(`${message}. What needs it stays as its author wrote it.`);
      });
      if (missing.size === 0) observer.disconnect();
    }
    if (shadowRoot) watch(shadowRoot);
    else if (localName.includes('-') && element.matches(':not(:defined)'))
      void page.defaultView?.customElements.whenDefined(localName).then(() => {
        if (element.shadowRoot) watch(element.shadowRoot);
      });
  };
  const look = (node: Node): void => {
    if (node instanceof Element) meet(node);
    if ('querySelectorAll' in node) (node as Element).querySelectorAll('*').forEach(meet);
  };
  const watch = (root: Document | ShadowRoot): void => {
    if (missing.size === 0) return;
    observer.observe(root, WATCHED);
    look(root);
  };
  watch(page);
}
