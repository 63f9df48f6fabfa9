/** Attributes that an element sets on nodes that are not its own, and takes back. */
export class LentAttributes {
  readonly #lent = new Map<Element, Map<string, readonly [before: string | null, now: string]>>();

  /** Sets an attribute; does nothing where it is set already. */
  set(element: Element, name: string, value: string): void {
    const current = element.getAttribute(name);
    if (current === value) return;
    const lent = this.#lent.get(element) ?? new Map<string, readonly [string | null, string]>();
    const [before, now] = lent.get(name) ?? [];
    // What a framework has written over ours is what the node gets back.
    lent.set(name, [before !== undefined && current === now ? before : current, value]);
    this.#lent.set(element, lent);
    element.setAttribute(name, value);
  }

  /**
   * Puts every attribute back as it was, unless somebody else has set it since.
   *
   * @param only - the element whose attributes these are; all elements where it is left out.
   */
  takeBack(only?: Element): void {
    for (const [element, attributes] of this.#lent) {
      if (only && only !== element) continue;
      for (const [name, [before, now]] of attributes) {
        if (element.getAttribute(name) !== now) continue;
        if (before === null) element.removeAttribute(name);
        else element.setAttribute(name, before);
      }
      this.#lent.delete(element);
    }
  }
}
