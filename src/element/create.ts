/**
 * Makes an element without a template engine, for parts of a page that cannot wait for one.
 *
 * @param tag - its name.
 * @param className - its class; empty for none.
 * @param children - what stands in it.
 */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
