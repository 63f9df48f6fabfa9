/** A part of Lit's: what it says of an element, or holds between two nodes. */
interface Part {
  element?: Element;
  readonly name?: string;
  readonly handleEvent?: (event: Event) => void;
}

/** The place where Lit keeps the part that a whole rendering is in. Its name is fixed for all versions. */
type Root = HTMLElement & { _$litPart$?: Part };

/** What a person may have changed by the time that the script arrives. It stays as it is. */
const THEIRS: readonly string[] = ['value', 'checked', 'open'];

const said = (element: Element): string => element.textContent.replace(/\s+/g, '');

/** From the most alike to the least: what says the same, then what is of the same kind. */
const ALIKE: readonly ((one: Element, other: Element) => boolean)[] = [
  (one, other) => one.localName === other.localName && said(one) === said(other),
  (one, other) => one.localName === other.localName && one.className === other.className,
];

/** Gives each new element the old one whose place it takes; the old ones that are left go. */
function matches(fresh: Element, old: Element): ReadonlyMap<Node, Element> {
  const rest = [...old.children];
  const found = new Map<Node, Element>();
  for (const alike of ALIKE) {
    for (const one of fresh.children) {
      const at = found.has(one) ? -1 : rest.findIndex((other) => alike(one, other));
      for (const other of rest.splice(at, at < 0 ? 0 : 1)) found.set(one, other);
    }
  }
  for (const other of rest) other.remove();
  return found;
}

/** The text in the old place that says what the new one does, alone in its node; nothing where it is another. */
function sameText(text: Node, old: ChildNode | null): boolean {
  if (!(text instanceof Text && old instanceof Text)) return false;
  // The script's templates have less white space in them than the server's.
  const [space = ''] = text.data.trim() ? [] : (/^\s*/.exec(old.data) ?? []);
  const length = old.data.startsWith(text.data) ? text.length : space.length;
  if (length > 0 && length < old.length) old.splitText(length);
  return length > 0;
}

/** Makes the old element what the new one is, and keeps all of its nodes that say the same. */
function become(old: Element, fresh: Element, kept: Map<Element, Element>): void {
  kept.set(fresh, old);
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !THEIRS.includes(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  if (old instanceof HTMLTextAreaElement) return;
  const found = matches(fresh, old);
  let next = old.firstChild;
  for (const node of [...fresh.childNodes]) {
    const element = found.get(node);
    if (element) {
      become(element, node as Element, kept);
      while (next && next.nodeType !== Node.ELEMENT_NODE) {
        const stale = next;
        next = stale.nextSibling;
        stale.remove();
      }
    } else if (!sameText(node, next)) {
      old.insertBefore(node, next);
      continue;
    }
    if (element && element !== next) old.insertBefore(element, next);
    else next = next?.nextSibling ?? null;
  }
  while (next) {
    const stale = next;
    next = stale.nextSibling;
    stale.remove();
  }
}

/** Whether something that hangs on a part of Lit's is one too, or a template's: those lead on to more. */
function isPart(value: unknown): value is Part {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Node) &&
    ('parentNode' in value || 'element' in value)
  );
}

/** Tells Lit's parts of the elements that stand in for those that it made. */
function relink(part: Part, kept: ReadonlyMap<Element, Element>, seen: Set<unknown>): void {
  seen.add(part);
  const element = part.element && kept.get(part.element);
  if (element) {
    part.element = element;
    if (part.handleEvent && part.name)
      element.addEventListener(part.name, part as EventListenerObject);
  }
  for (const value of Object.values(part).flat() as unknown[]) {
    if (isPart(value) && !seen.has(value)) relink(value, kept, seen);
  }
}

/**
 * Goes on with HTML that a server has drawn from the same templates: every node of it that says what
 * the element says now stays on the page, what differs is changed, and from then on Lit changes it.
 *
 * @param ui - what Lit has just drawn, in a place of its own.
 * @param old - what the server has drawn. It takes the place of `ui`.
 */
export function adopt(ui: HTMLElement, old: HTMLElement): void {
  const { _$litPart$: part } = ui as Root;
  const kept = new Map<Element, Element>();
  become(old, ui, kept);
  ui.remove();
  if (!part) return;
  (old as Root)._$litPart$ = part;
  relink(part, kept, new Set());
}
