import { attempt } from './attempt.ts';

/**
 * How far beside an exit a press may end that began on it, in CSS pixels: a hand that shakes by 20 px
 * still leaves, and who slides away on purpose does not.
 */
const SLIP = 32;

const TYPES = [
  'pointerdown',
  'pointerup',
  'pointercancel',
  'blur',
  'dragstart',
  'contextmenu',
  'keydown',
  'click',
  'auxclick',
];

/** A press that has begun on an exit and has not ended. */
interface Held {
  readonly link: Element;
  readonly pointer: number;
  /** Where the exit was as it was pressed: what happens to it after that does not matter. */
  readonly box: DOMRect;
}

function holds(box: DOMRect, { clientX, clientY }: MouseEvent, slip = 0): boolean {
  return (
    clientX > box.left - slip &&
    clientX < box.right + slip &&
    clientY > box.top - slip &&
    clientY < box.bottom + slip
  );
}

/** Whether a node is an exit's link: a plain one, or the first one inside the element. */
function isExit(node: EventTarget): node is Element {
  const element = node as Partial<Element>;
  return (
    (element.matches?.('a[data-handrail-exit]') ?? false) ||
    element.closest?.('handrail-quick-exit')?.querySelector('a') === node
  );
}

/**
 * Hears every press on an exit, by whatever it is pressed: mouse, finger, pen, key, or a click that a
 * script or an assistive technology makes. A press counts where it began. It ends the visit when it is
 * released, or when something else ends it: nothing that moves, covers, redraws or takes away the exit
 * in between makes it void. docs/decisions/leave-on-release.md says why it does not count sooner.
 *
 * @param page - the window to listen to.
 * @param press - is called with the link that was pressed.
 * @returns what to call for a link that listeners on the window cannot see, such as one inside a closed
 *   shadow root, or one that is painted above a modal dialog, which takes its clicks.
 */
export function watchPresses(
  page: Window,
  press: (link: Element) => void,
): (link: Element) => void {
  const known = new Set<Element>();
  let held: Held | undefined;

  /** Whether a press is on a known link, as it is seen: it may be the dialog behind it that hears of it. */
  const isOn = (link: Element, event: PointerEvent): boolean | undefined =>
    attempt(
      () =>
        link.isConnected &&
        holds(link.getBoundingClientRect(), event) &&
        // While a view transition runs, every press goes to the root.
        (event.target === page.document.documentElement || link.matches(':popover-open')),
    );

  const hear = (event: Event): void => {
    const { type, target, button, pointerId, key, repeat } = event as PointerEvent & KeyboardEvent;
    if (/^(drag|context)/.test(type)) {
      // A mouse that slips begins to drag the link, and a finger that rests asks for a menu.
      if (held) event.preventDefault();
      return;
    }
    if (held && (/up|cancel/.test(type) ? pointerId === held.pointer : target === page)) {
      const { link, box } = held;
      held = undefined;
      event.stopImmediatePropagation();
      // A gesture of the system, or a dialog of the browser's own, swallows the release.
      if (
        type !== 'pointerup' ||
        holds(box, event as PointerEvent, SLIP / Math.min(1, page.devicePixelRatio))
      )
        press(link);
      return;
    }
    const down = type === 'pointerdown';
    const link =
      event.composedPath().find(isExit) ??
      (down
        ? [...known, ...page.document.querySelectorAll('a[data-handrail-exit]')].find((each) =>
            isOn(each, event as PointerEvent),
          )
        : undefined);
    if (!link || button > 1) return;
    if (down) {
      held = { link, pointer: pointerId, box: link.getBoundingClientRect() };
    } else if (/click/.test(type) || key === 'Enter' || key === ' ') {
      event.preventDefault();
      event.stopImmediatePropagation();
      // A key that is held since before the exit had the focus was pressed for something else.
      if (!repeat) press(link);
    }
  };

  for (const type of TYPES) page.addEventListener(type, hear, true);
  return (link) => {
    if (known.has(link)) return;
    known.add(link);
    for (const type of TYPES) link.addEventListener(type, hear, true);
  };
}
