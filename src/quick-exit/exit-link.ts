import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { LentAttributes } from '../element/lent-attributes.ts';

const CLASS = 'handrail-exit-link';

/** How the names that are ours begin, in this element or in the one that it is a copy of. */
const OURS = /^handrail-exit-\d+-/;

let exits = 0;

/**
 * What the exit makes of its author's link. The link is the page's: it gets attributes and no nodes,
 * which are set again where a framework writes its own over them, and go when the exit goes.
 */
export class ExitLink implements ReactiveController {
  /** The id of the words that stand before the link's own in its name. */
  readonly prefixId = `handrail-exit-${String((exits += 1))}-prefix`;
  readonly #linkId = this.prefixId.replace('prefix', 'link');
  readonly #lent = new LentAttributes();
  #link: Element | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Takes charge of a link, or looks after it again. */
  take(link: Element, lights: string): void {
    if (this.#link !== link) this.hostDisconnected();
    this.#link = link;
    if (!link.classList.contains(CLASS)) link.classList.add(CLASS);
    this.#lent.set(link, 'data-handrail-lights', lights);
    const name = link.getAttribute('aria-labelledby');
    if (name !== null && !OURS.test(name)) return;
    if (!link.id || (OURS.test(link.id) && link.id !== this.#linkId))
      this.#lent.set(link, 'id', this.#linkId);
    // Its own words as they are now: a framework may change them, and a browser translate them.
    this.#lent.set(link, 'aria-labelledby', `${this.prefixId} ${link.id}`);
  }

  hostDisconnected(): void {
    this.#link?.classList.remove(CLASS);
    if (this.#link?.classList.length === 0) this.#link.removeAttribute('class');
    this.#link = undefined;
    this.#lent.takeBack();
  }
}
