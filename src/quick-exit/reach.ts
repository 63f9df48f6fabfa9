import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { activates, isWithin } from './press.ts';

/**
 * Tells the guard of presses on the exit's link that its own listeners, on the window, cannot take for
 * such: in a closed shadow root they see the root's host alone, a modal dialog takes the presses on what
 * is painted above it, and a view transition takes all.
 */
export class Reach implements ReactiveController {
  #link: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Takes charge of the link. A second call for the same link does nothing. */
  take(link: HTMLElement): void {
    if (this.#link === link) return;
    this.hostDisconnected();
    this.#link = link;
    this.#listen(link, 'addEventListener');
  }

  hostDisconnected(): void {
    if (this.#link) this.#listen(this.#link, 'removeEventListener');
    this.#link = undefined;
  }

  handleEvent(event: Event): void {
    const link = this.#link;
    const guard = window.handrailGuard;
    if (!link || !guard) return;
    if (event.type === 'pointerdown') {
      const seen = event.currentTarget === link || this.#isSeenAt(link, event as PointerEvent);
      if (seen) guard.hold(link, event as PointerEvent);
    } else if (activates(event)) {
      event.preventDefault();
      if (!(event as KeyboardEvent).repeat) guard.leave(link);
    }
  }

  #isSeenAt(link: HTMLElement, event: PointerEvent): boolean {
    return (
      isWithin(link.getBoundingClientRect(), event) &&
      (event.target === document.documentElement ||
        ('popover' in link && link.matches(':popover-open')))
    );
  }

  #listen(link: HTMLElement, change: 'addEventListener' | 'removeEventListener'): void {
    for (const type of ['pointerdown', 'keydown', 'click']) link[change](type, this);
    window[change]('pointerdown', this, true);
  }
}
