import { Authored } from './authored.ts';
import { LentAttributes } from './lent-attributes.ts';

/** Whether this browser can show some of an element's children and not others. */
export function canCover(): boolean {
  return typeof HTMLSlotElement === 'function' && 'assign' in HTMLSlotElement.prototype;
}

/**
 * What an author wrote, where the element's own node can take the place of some of it. A shadow root with
 * one slot shows the element's own in the place of the nodes that it stands for; all of them are light DOM.
 */
export class Covered extends Authored {
  #covers: (node: ChildNode) => boolean = () => false;
  #after: ChildNode | undefined;
  #withdrawn = false;
  #slot: HTMLSlotElement | undefined;
  /** Checkers and reader modes that do not know of slots take what is covered for what is shown. */
  readonly #hidden = new LentAttributes();
  /** What in the element's own node has the focus. */
  #focused: HTMLElement | undefined;

  override add(own: HTMLElement): void {
    super.add(own);
    own.addEventListener('focusin', ({ target }) => (this.#focused = target as HTMLElement));
    // A page that takes ours away takes the focus too: that is no leaving of it.
    own.addEventListener('focusout', () =>
      queueMicrotask(() => {
        if (own.isConnected && !own.querySelector(':focus')) this.#focused = undefined;
      }),
    );
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

  protected override settle(): void {
    const { own } = this;
    const focused = this.#focused;
    super.settle();
    this.#assign();
    if (own && focused?.isConnected && !focused.matches(':focus') && !own.querySelector(':focus'))
      focused.focus({ preventScroll: true });
  }

  /** A slot has an order of its own. */
  protected override isPlaced(own: HTMLElement): boolean {
    return !!this.#slot || super.isPlaced(own);
  }

  #assign(): void {
    const { own, nodes } = this;
    const after = this.#after;
    const isNeeded = this.#slot ?? after ?? (this.#withdrawn || nodes.some(this.#covers));
    if (!own || !canCover() || !isNeeded) return;
    if (!this.#slot) {
      this.#slot = document.createElement('slot');
      this.host.attachShadow({ mode: 'open', slotAssignment: 'manual' }).append(this.#slot);
    }
    const place = nodes.findIndex((node) => node === after || this.#covers(node));
    if (!this.#withdrawn) nodes.splice(place < 0 ? nodes.length : place + 1, 0, own);
    const slotted = nodes.filter(
      (node): node is (Element & ChildNode) | Text =>
        (node instanceof Element || node instanceof Text) && (node === own || !this.#covers(node)),
    );
    for (const node of nodes.filter((each) => each instanceof Element)) {
      if (slotted.includes(node)) this.#hidden.takeBack(node);
      else this.#hidden.set(node, 'hidden', '');
    }
    const before = this.#slot.assignedNodes();
    if (slotted.length !== before.length || slotted.some((node, index) => node !== before[index]))
      this.#slot.assign(...slotted);
  }
}
