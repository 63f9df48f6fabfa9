import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

/** Everything about an author's node that can change what is read from it. */
const ALL = { attributes: true, characterData: true, childList: true, subtree: true };

/**
 * What stands between an element's tags and is not the element's own. It belongs to the page, and to
 * the framework that wrote it: no node of it is removed, moved or written into.
 */
export class Authored implements ReactiveController {
  protected readonly host: ReactiveControllerHost & HTMLElement;
  /** The element's own node, behind the author's. */
  protected own: HTMLElement | undefined;
  readonly #changed: (records: readonly MutationRecord[]) => void;
  #observer: MutationObserver | undefined;

  /**
   * @param host - the element.
   * @param changed - is called for every change of the author's nodes, once for all that come together.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    changed: (records: readonly MutationRecord[]) => void,
  ) {
    this.host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** The author's nodes, in their order. */
  get nodes(): ChildNode[] {
    return [...this.host.childNodes].filter((node) => node !== this.own);
  }

  /** Every element among the author's nodes that a selector names, in their order. */
  all<E extends Element = Element>(selector: string): E[] {
    return [...this.host.querySelectorAll<E>(selector)].filter(
      (found) => !this.own?.contains(found),
    );
  }

  /** Puts the element's own node behind the author's, if it is not there, and watches those from now on. */
  add(own: HTMLElement): void {
    this.own = own;
    if (own.parentNode !== this.host) this.host.append(own);
    if (this.host.isConnected) this.#observe();
  }

  hostConnected(): void {
    if (!this.own) return;
    this.settle();
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /**
   * A page that writes all of its own markup again takes ours away with it, and one that adds to it may do
   * so behind ours.
   */
  protected settle(): void {
    const { own, host } = this;
    if (own && !(own.parentNode === host && this.isPlaced(own))) host.append(own);
  }

  /** Whether the element's own node, which is a child of the host, is shown where it belongs. */
  protected isPlaced(own: HTMLElement): boolean {
    return !own.nextElementSibling;
  }

  #observe(): void {
    const { host } = this;
    this.#observer ??= new MutationObserver((records) => {
      const theirs = records.filter(
        ({ target, addedNodes, removedNodes }) =>
          target !== host || [...addedNodes, ...removedNodes].some((node) => node !== this.own),
      );
      if (theirs.length === 0 && this.own?.parentNode === host) return;
      this.settle();
      this.#observe();
      this.#changed(theirs);
    });
    this.#observer.disconnect();
    this.#observer.observe(host, { childList: true });
    for (const node of this.nodes) this.#observer.observe(node, ALL);
  }
}
