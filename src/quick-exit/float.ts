import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { sizeObserver } from '../element/sizes.ts';
import { fixedTextUnder } from './fixed-text.ts';
import { placement } from './placement.ts';

/** After what the link may have another place, or something else above it. */
const EVENTS = [
  'scroll',
  'resize',
  'focusin',
  'focusout',
  'pointermove',
  'pointerup',
  'click',
  'keyup',
  'toggle',
  'fullscreenchange',
];

/** Where the link is moved to. */
const SIDES = ['inset-block-start', 'inset-inline-start'] as const;

/** The shadow roots around a node, from the inside out, and then its document. */
function rootsOf(node: Node): (Document | ShadowRoot)[] {
  const root = node.getRootNode() as Document | ShadowRoot;
  return 'host' in root ? [root, ...rootsOf(root.host)] : [root];
}

/** What has focus, as far as it can be known where the link stands: inside shadow roots too. */
function focusedElement(link: Element): Element | undefined {
  let [found] = rootsOf(link).flatMap(({ activeElement }) => activeElement ?? []);
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === document.body || found === link ? undefined : found;
}

/**
 * Keeps the exit's link in view and on top of everything: in the top layer, which no z-index, overflow
 * or transform of the page reaches. Where there is no popover, the bar's own `position: sticky` has to do.
 * While the link is pressed it stays as it is.
 */
export class Float implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  // A change of size inside the observer's own turn would be an error on the page.
  readonly #sizes = sizeObserver(() => this.handleEvent());
  #link: HTMLElement | undefined;
  /** What was found above the link when it was last put on top. */
  #above: Element | null | undefined;
  #frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Takes charge of the link. A second call does nothing for the same link, unless a page has undone it. */
  lift(link: HTMLElement): void {
    if (!('showPopover' in link)) return;
    const isAfloat = link.popover === 'manual' && link.style.insetBlockStart !== '';
    if (this.#link === link && isAfloat && this.#host.hasAttribute('data-handrail-afloat')) return;
    if (this.#link !== link) this.hostDisconnected();
    this.#link = link;
    if (link.popover !== 'manual') link.popover = 'manual';
    this.#host.setAttribute('data-handrail-afloat', '');
    this.#settle();
    this.#sizes?.observe(this.#host);
    this.#sizes?.observe(link);
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    const link = this.#link;
    link?.removeAttribute('popover');
    for (const side of SIDES) link?.style.removeProperty(side);
    if (link?.getAttribute('style') === '') link.removeAttribute('style');
    this.#host.removeAttribute('data-handrail-afloat');
    this.#link = undefined;
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#listen('removeEventListener');
  }

  /** The page may answer the same event too: what comes of both is looked at before the next picture. */
  handleEvent(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#settle());
  }

  #listen(change: 'addEventListener' | 'removeEventListener'): void {
    for (const type of EVENTS) {
      window[change](type, this, true);
      window.visualViewport?.[change](type, this, true);
    }
  }

  #settle(): void {
    const link = this.#link;
    if (!link || link.matches(':active')) return;
    // A page may close all its popovers at once.
    if (!link.matches(':popover-open')) link.showPopover();
    this.#place();
    this.#rise(link);
  }

  /** Puts the link above what has come into the top layer after it: the last to come is uppermost. */
  #rise(link: HTMLElement): void {
    const { left, top, width, height } = link.getBoundingClientRect();
    const root = link.getRootNode() as Document | ShadowRoot;
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    const above = link.contains(hit) ? undefined : hit;
    // A modal dialog makes the link inert: it is found above the link also when it is not.
    if (above && above !== this.#above) {
      link.hidePopover();
      link.showPopover();
    }
    this.#above = above;
  }

  #place(): void {
    const link = this.#link;
    if (!link || link.matches(':active')) return;
    const { offsetWidth, offsetHeight } = link;
    const now = link.getBoundingClientRect();
    const { width, height } = now;
    // Where the page has CSS zoom, lengths that are set are multiplied by it, and boxes are not.
    const zoom = width / offsetWidth || 1;
    const { paddingInlineEnd, paddingBlockStart, direction } = getComputedStyle(this.#host);
    const bar = this.#host.getBoundingClientRect();
    const end = parseFloat(paddingInlineEnd) * zoom;
    const { clientWidth, clientHeight } = document.documentElement;
    const seen = window.visualViewport ?? {
      offsetLeft: 0,
      offsetTop: 0,
      width: clientWidth,
      height: clientHeight,
    };
    const surroundings = {
      home: {
        left: direction === 'rtl' ? bar.left + end : bar.right - end - width,
        top: bar.top + parseFloat(paddingBlockStart) * zoom,
      },
      width,
      height,
      view: {
        left: seen.offsetLeft,
        top: seen.offsetTop,
        right: seen.offsetLeft + seen.width,
        bottom: seen.offsetTop + seen.height,
      },
      focus: focusedElement(link)?.getBoundingClientRect(),
    };
    const wish = placement(surroundings);
    const box = { ...wish, right: wish.left + width, bottom: wish.top + height };
    const { left, top } =
      // At home it covers nothing but the room that is kept for it.
      wish.top === surroundings.home.top
        ? wish
        : placement({ ...surroundings, fixed: fixedTextUnder(box, link) });
    const set = (element: HTMLElement, name: string, value: number): void => {
      element.style.setProperty(name, `${String(value)}px`);
    };
    set(this.#host, '--_link-width', offsetWidth);
    set(this.#host, '--_link-height', offsetHeight);
    // By how far it has to move: where its containing block ends, on a page that is wider than the screen or
    // has zoom, nobody tells.
    const move = (side: string, by: number): void => {
      set(link, side, parseFloat(link.style.getPropertyValue(side) || '0') + by / zoom);
    };
    move('inset-block-start', top - now.top);
    move('inset-inline-start', direction === 'rtl' ? now.left - left : left - now.left);
  }
}
