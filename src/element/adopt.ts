/** Lit keeps the part that a whole rendering is in under this name, which is fixed for all versions. */
type Root = HTMLElement & { _$litPart$?: object };

/** The nodes that stand in for those that Lit has made. */
type Kept = Map<unknown, ChildNode>;

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
function sameText(text: Node, old: ChildNode): boolean {
  if (!(text instanceof Text && old instanceof Text)) return false;
  // The script's templates have less white space in them than the server's.
  const [space = ''] = text.data.trim() ? [] : (/^\s*/.exec(old.data) ?? []);
  const length = old.data.startsWith(text.data) ? text.length : space.length;
  if (length > 0 && length < old.length) old.splitText(length);
  return length > 0;
}

/** Makes the old element what the new one is, and keeps all of its nodes that say the same. */
function become(old: Element, fresh: Element, kept: Kept): void {
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
    } else if (next && sameText(node, next)) {
      kept.set(node, next);
    } else {
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
function isPart(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Node) &&
    ('parentNode' in value || 'element' in value)
  );
}

/**
 * Tells Lit's parts of the nodes that stand in for those that it made. A part holds on to the element
 * that it says something of, or to the nodes before and behind what it shows.
 */
function relink(part: object, kept: Kept, seen: Set<unknown>): void {
  seen.add(part);
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    const node = kept.get(value);
    if (node) Object.assign(part, { [key]: node });
    // A listener of Lit's is the part itself.
    if (node && 'handleEvent' in part && 'name' in part) {
      node.addEventListener(String(part.name), part as EventListenerObject);
    }
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isPart(one) && !seen.has(one)) relink(one, kept, seen);
    }
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
  const kept: Kept = new Map();
  become(old, ui, kept);
  ui.remove();
  if (!part) return;
  (old as Root)._$litPart$ = part;
  relink(part, kept, new Set());
}
