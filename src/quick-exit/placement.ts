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
  /** Words of the page that stay where they are when it scrolls, such as a header's, from top to bottom. */
  readonly fixed?: readonly Box[];
}

/** How far the link stays from the edge of what is seen, in CSS pixels. */
const GAP = 8;

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * Finds the place for the exit's link: its home, or as near to it as can be seen. It goes below words
 * that cannot be scrolled from under it, and to the bottom where it would cover what has focus, unless
 * it would cover something of that kind there too.
 */
export function placement({ home, width, height, view, focus, fixed = [] }: Surroundings): {
  left: number;
  top: number;
} {
  const left = between(view.left + GAP, home.left, view.right - width - GAP);
  const lowest = view.bottom - height - GAP;
  const top = between(view.top + GAP, home.top, lowest);
  const kept = focus ? [focus, ...fixed] : fixed;
  const covers = (place: number): boolean =>
    kept.some(
      (box) =>
        box.left < left + width &&
        box.right > left &&
        box.top < place + height &&
        box.bottom > place,
    );
  const below = fixed.map(({ bottom }) => bottom + GAP).filter((place) => place < lowest);
  return { left, top: [top, ...below, lowest].find((place) => !covers(place)) ?? top };
}
