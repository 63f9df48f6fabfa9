import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placement } from './placement.ts';

/** Where something may happen that moves the link's place or covers the link. */
const EVENTS = ['scroll', 'resize', 'focusin', 'focusout', 'toggle', 'click'];

const isLayer = (node: EventTarget): node is Element =>
  node instanceof Element && node.matches(':modal,:popover-open');

/**
 * Keeps the exit's link in view and on top of everything: in the top layer, which no z-index, overflow
 * or transform of the page reaches. Where there is no popover, the bar's own `position: sticky` has to do.
 */
export class Float implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sizes = new ResizeObserver(() => this.#place());
  #link: HTMLElement | undefined;
  #under: Element | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Takes charge of the link. A second call for the same link does nothing. */
  lift(link: HTMLElement): void {
    if (this.#link === link || !('popover' in link)) return;
    this.#link = link;
    link.popover = 'manual';
    this.#host.setAttribute('data-handrail-afloat', '');
    link.showPopover();
    this.#place();
    this.#sizes.observe(this.#host);
    this.#sizes.observe(link);
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    this.#link?.removeAttribute('popover');
    this.#host.removeAttribute('data-handrail-afloat');
    this.#link = undefined;
    this.#sizes.disconnect();
    this.#listen('removeEventListener');
  }

  handleEvent(event: Event): void {
    const link = this.#link;
    if (!link || event.target === link) return;
    if (event instanceof MouseEvent) {
      this.#clickThrough(event, link);
    } else if (/toggle|focusin/.test(event.type)) {
      const layer = event.composedPath().find(isLayer);
      if (layer && layer !== this.#under && layer !== link) {
        // The last to come into the top layer is uppermost.
        link.hidePopover();
        link.showPopover();
      }
      this.#under = layer;
    }
    this.#place();
  }

  /** A modal dialog takes every click on the page, also one on the link that is seen above it. */
  #clickThrough({ clientX, clientY, detail }: MouseEvent, link: HTMLElement): void {
    const { left, top, right, bottom } = link.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (detail && inside && this.#under?.matches(':modal')) link.click();
  }

  #listen(change: 'addEventListener' | 'removeEventListener'): void {
    for (const type of EVENTS) {
      window[change](type, this, true);
      visualViewport?.[change](type, this, true);
    }
  }

  #place(): void {
    const link = this.#link;
    if (!link) return;
    const { offsetWidth: width, offsetHeight: height } = link;
    const { paddingInlineEnd, paddingBlockStart, direction } = getComputedStyle(this.#host);
    const bar = this.#host.getBoundingClientRect();
    const end = parseFloat(paddingInlineEnd);
    const rtl = direction === 'rtl';
    const { clientWidth, clientHeight } = document.documentElement;
    const { offsetLeft, offsetTop } = visualViewport ?? { offsetLeft: 0, offsetTop: 0 };
    const focused = document.activeElement;
    const { left, top } = placement({
      home: {
        left: rtl ? bar.left + end : bar.right - end - width,
        top: bar.top + parseFloat(paddingBlockStart),
      },
      width,
      height,
      view: {
        left: offsetLeft,
        top: offsetTop,
        right: offsetLeft + Math.min(visualViewport?.width ?? clientWidth, clientWidth),
        bottom: offsetTop + (visualViewport?.height ?? clientHeight),
      },
      focus:
        focused === document.body || focused === link
          ? undefined
          : focused?.getBoundingClientRect(),
    });
    const set = (element: HTMLElement, name: string, value: number): void => {
      element.style.setProperty(name, `${String(value)}px`);
    };
    set(this.#host, '--_link-width', width);
    set(this.#host, '--_link-height', height);
    set(link, 'inset-block-start', top);
    set(link, 'inset-inline-end', rtl ? left : clientWidth - left - width);
  }
}
