/**
 * How far beside an exit a press may end that began on it, in CSS pixels: a hand that shakes by 20 px
 * still leaves, and who slides away on purpose does not.
 */
const SLIP = 32;

const TYPES = [
  'blur',
  'click',
  'pointercancel',
  'pagehide',
  'dragstart',
  'pointerdown',
  'pointerup',
  'auxclick',
  'keydown',
];

/** Whether an event is within a box, or no farther from it than so many CSS pixels. */
export function isWithin(
  { left, top, right, bottom }: DOMRect,
  { clientX, clientY }: MouseEvent,
  slip = 0,
): boolean {
  return (
    clientX > left - slip &&
    clientX < right + slip &&
    clientY > top - slip &&
    clientY < bottom + slip
  );
}

/** Whether an event on an exit's link activates it by itself: a click of any kind, Enter, or the space bar. */
export function activates({ type, key }: Event & { key?: string }): boolean {
  return /click/.test(type) || key === 'Enter' || key === ' ';
}

/** Whether a node is an exit's link: a plain one, or the first one inside the element. */
function isExit(node: EventTarget): node is Element {
  // The document and the window, which are on every event's way too, have no tag.
  return (
    (node as Partial<Element>).matches?.('a[data-handrail-exit]') ||
    (node as Partial<Element>).closest?.('handrail-quick-exit')?.querySelector('a') === node
  );
}

/**
 * Hears every press on an exit, by whatever it is pressed: mouse, finger, pen, key, or a click that a
 * script or an assistive technology makes. A press counts where it began. It ends the visit when it is
 * released, or when something else ends it: nothing that moves, covers, redraws or takes away the exit
 * in between makes it void. docs/decisions/leave-on-release.md says why it does not count sooner.
 *
 * @param press - is called with the link that was pressed.
 * @returns what to call where something else has found that a press has begun on a link.
 */
export function watchPresses(
  press: (link: Element) => void,
): (link: Element, event: PointerEvent) => void {
  /** The link that is pressed, by which pointer, and where the link was as that began. */
  let held: readonly [link: Element, pointer: number, box: DOMRect] | undefined;

  const hold = (link: Element, { button, pointerId }: PointerEvent): void => {
    // The main button or the middle one, a finger, or a pen.
    if (button < 2) held = [link, pointerId, link.getBoundingClientRect()];
  };

  const hear = (event: Event): void => {
    const { type, target, pointerId } = event as PointerEvent;
    const link = event.composedPath().find(isExit);
    if (type === 'dragstart') {
      // A mouse that slips begins to drag the link.
      if (held) event.preventDefault();
    } else if (type === 'pointerdown') {
      if (link) hold(link, event as PointerEvent);
    } else if (held && (pointerId === held[1] || target === self || target === document)) {
      const [pressed, , box] = held;
      held = undefined;
      event.stopImmediatePropagation();
      // A gesture of the system, a menu or a dialog of the browser's own swallows the release, and so does
      // another page that comes in between: it was asked for before, and sends itself away.
      if (
        type !== 'pointerup' ||
        isWithin(box, event as PointerEvent, SLIP / Math.min(1, devicePixelRatio))
      )
        press(pressed);
    } else if (link && activates(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      // A key that is held since before the exit had the focus was pressed for something else.
      if (!(event as KeyboardEvent).repeat) press(link);
    }
  };

  for (const type of TYPES) addEventListener(type, hear, true);
  return hold;
}
