/** The parts of a rectangle that placing needs, in CSS pixels from the viewport's top left. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** What the exit's place depends on, in CSS pixels. */
export interface Surroundings {
  /** Where the link would be if it scrolled with the page: its place at the end of the bar. */
  readonly home: Pick<Box, 'left' | 'top'>;
  /** The link's own size. */
  readonly width: number;
  readonly height: number;
  /** What the reader sees: smaller than the viewport on a phone that is zoomed in. */
  readonly view: Box;
  /** What has focus, unless that is the link itself. */
  readonly focus?: Box | undefined;
}

/** How far the link stays from the edge of what is seen, in CSS pixels. */
const GAP = 8;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * Finds the place for the exit's link: its home, or as near to it as can be seen; at the bottom where
 * it would cover what has focus, unless it would cover that there too.
 */
export function placement({ home, width, height, view, focus }: Surroundings): {
  left: number;
  top: number;
} {
  const left = between(view.left + GAP, home.left, view.right - width - GAP);
  const lowest = view.bottom - height - GAP;
  const covers = (top: number): boolean =>
    focus !== undefined &&
    focus.left < left + width &&
    focus.right > left &&
    focus.top < top + height &&
    focus.bottom > top;
  const top = between(view.top + GAP, home.top, lowest);
  return { left, top: covers(top) && !covers(lowest) ? lowest : top };
}
