import type { CSSResultOrNative } from '@lit/reactive-element';

/** Has the document or the shadow root that an element stands in use style sheets, each once. */
export function adoptStyles(element: Element, styles: readonly CSSResultOrNative[]): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  for (const style of styles) {
    const sheet = style instanceof CSSStyleSheet ? style : style.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }
}
