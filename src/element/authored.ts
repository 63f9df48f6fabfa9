import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

/** Everything about an author's node that can change what is read from it. */
const ALL = { attributes: true, characterData: true, childList: true, subtree: true };

/** Whether this browser can show some of an element's children and not others. */
export function canCover(): boolean {
  return typeof HTMLSlotElement === 'function' && 'assign' in HTMLSlotElement.prototype;
}

/**
 * What stands between an element's tags and is not the element's own. It belongs to the page, and to
 * the framework that wrote it: no node of it is removed, moved or written into. A shadow root with one
 * slot shows the element's own nodes in the place of those that they stand for; all of them are light DOM.
 */
export class Authored implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: (records: readonly MutationRecord[]) => void;
  #observer: MutationObserver | undefined;
  #own: HTMLElement | undefined;
  #covers: (node: ChildNode) => boolean = () => false;
  #after: ChildNode | undefined;
  #withdrawn = false;
  #slot: HTMLSlotElement | undefined;
  /** What in the element's own node has the focus. */
  #focused: HTMLElement | undefined;

  /**
   * @param host - the element.
   * @param changed - is told of every change of the author's nodes, once for all that come together.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    changed: (records: readonly MutationRecord[]) => void,
  ) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** The author's nodes, in their order. */
  get nodes(): ChildNode[] {
    return [...this.#host.childNodes].filter((node) => node !== this.#own);
  }

  /** Every element among the author's nodes that a selector names, in their order. */
  all<E extends Element = Element>(selector: string): E[] {
    return [...this.#host.querySelectorAll<E>(selector)].filter(
      (found) => !this.#own?.contains(found),
    );
  }

  /** Puts the element's own node behind the author's, and watches those from now on. */
  add(own: HTMLElement): void {
    this.#own = own;
    this.#host.append(own);
    own.addEventListener('focusin', ({ target }) => (this.#focused = target as HTMLElement));
    // A page that takes ours away takes the focus too: that is no leaving of it.
    own.addEventListener('focusout', () =>
      queueMicrotask(() => {
        if (own.isConnected && !own.querySelector(':focus')) this.#focused = undefined;
      }),
    );
    if (this.#host.isConnected) this.#observe();
  }

  /**
   * Shows the element's own node in the place of those of the author's that it stands for.
   *
   * @param covers - which those are.
   * @param after - the node that ours comes after, where it is to come in the middle.
   */
  cover(covers: (node: ChildNode) => boolean, after?: ChildNode): void {
    this.#covers = covers;
    this.#after = after;
    this.#withdrawn = false;
    this.#assign();
  }

  /** Shows all that the author wrote, and nothing of the element's own. */
  withdraw(): void {
    this.#covers = () => false;
    this.#withdrawn = true;
    this.#assign();
  }

  hostConnected(): void {
    if (!this.#own) return;
    this.#settle();
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #observe(): void {
    this.#observer ??= new MutationObserver((records) => {
      const theirs = records.filter(
        ({ target, addedNodes, removedNodes }) =>
          target !== this.#host ||
          [...addedNodes, ...removedNodes].some((node) => node !== this.#own),
      );
      if (theirs.length === 0 && this.#own?.parentNode === this.#host) return;
      this.#settle();
      this.#observe();
      this.#changed(theirs);
    });
    this.#observer.disconnect();
    this.#observer.observe(this.#host, { childList: true });
    for (const node of this.nodes) this.#observer.observe(node, ALL);
  }

  /**
   * A page that writes all of its own markup again takes ours away with it, and one that adds to it may do
   * so behind ours. A slot has an order of its own.
   */
  #settle(): void {
    const own = this.#own;
    const isLast = own?.parentNode === this.#host && (this.#slot ?? !own.nextElementSibling);
    const focused = this.#focused;
    if (own && !isLast) this.#host.append(own);
    this.#assign();
    if (!isLast && focused?.isConnected && !focused.matches(':focus'))
      focused.focus({ preventScroll: true });
  }

  #assign(): void {
    const own = this.#own;
    const { nodes } = this;
    const after = this.#after;
    if (
      !own ||
      !canCover() ||
      !(this.#slot ?? after ?? (this.#withdrawn || nodes.some(this.#covers)))
    )
      return;
    if (!this.#slot) {
      this.#slot = document.createElement('slot');
      this.#host.attachShadow({ mode: 'open', slotAssignment: 'manual' }).append(this.#slot);
    }
    const place = nodes.findIndex((node) => node === after || this.#covers(node));
    if (!this.#withdrawn) nodes.splice(place < 0 ? nodes.length : place + 1, 0, own);
    const slotted = nodes.filter(
      (node): node is (Element & ChildNode) | Text =>
        (node instanceof Element || node instanceof Text) && (node === own || !this.#covers(node)),
    );
    const before = this.#slot.assignedNodes();
    if (slotted.length !== before.length || slotted.some((node, index) => node !== before[index]))
      this.#slot.assign(...slotted);
  }
}
