import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { sizeObserver } from '../element/sizes.ts';

/** Below this many of the page's rem the link takes the whole width of the bar. */
const NARROW = 30;

/**
 * Tells the exit's style sheet about its room: `data-handrail-narrow` where the bar has little, and its
 * width in `--_room`. A container query would need a bar whose width does not come from its words, which
 * inside a page's own flex row it does.
 */
export class Room implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  // A change of the bar's height inside the observer's own turn would be an error on the page.
  readonly #sizes = sizeObserver(() => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#measure());
  });
  #frame = 0;
  #drawn = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#drawn) this.#sizes?.observe(this.#host);
  }

  /** Until it draws, nothing of the element is touched. The observer's first word comes after a frame. */
  hostUpdate(): void {
    if (!this.#drawn) this.#sizes?.observe(this.#host);
    this.#drawn = true;
    if (!this.#host.style.getPropertyValue('--_room')) this.#measure();
  }

  hostDisconnected(): void {
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #measure(): void {
    const host = this.#host;
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(host);
    const { fontSize } = getComputedStyle(document.documentElement);
    const width = host.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    host.toggleAttribute('data-handrail-narrow', width < NARROW * parseFloat(fontSize));
    host.style.setProperty('--_room', `${String(width)}px`);
    // The link's place has the link's new size at once, or the bar's height would change twice.
    const link = host.querySelector('a');
    if (link) host.style.setProperty('--_link-width', `${String(link.offsetWidth)}px`);
  }
}
