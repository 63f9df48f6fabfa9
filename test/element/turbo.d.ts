/** Turbo ships no types of its own. */
declare module '@hotwired/turbo' {
  export function morphChildren(current: Element, next: Element): void;
}
