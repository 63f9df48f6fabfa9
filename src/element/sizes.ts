/** Tells of changed sizes; nothing where the browser has no such observer, as in jsdom. */
export function sizeObserver(run: () => void): ResizeObserver | undefined {
  return 'ResizeObserver' in globalThis ? new ResizeObserver(run) : undefined;
}
