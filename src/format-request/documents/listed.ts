/** Links that are no document of the page's: Handrail's own, and those that an author took out. */
export const LEFT_OUT =
  'handrail-format-request,handrail-service-card,[data-handrail-ask],[data-handrail-document=off]';

const PAGE_PARTS = 'header,footer,#header,#footer,.header,.footer,.site-header,.site-footer';

/** Navigation, and the page's own header and footer: not those of a card in it. */
const AROUND = `nav,[role=navigation],[role=banner],[role=contentinfo],[role=search],[role=menu],[class*=breadcrumb],[class*=Breadcrumb],:is(${PAGE_PARTS}):not(:is(main,article,section,aside,a,li,figure,td) *)`;

/** Notices about cookies, also of the tools that write no such word. */
const COOKIES =
  '[id*=cookie],[id*=Cookie],[class*=cookie],[class*=Cookie],[aria-label*=cookie],[aria-label*=Cookie],[id*=onetrust],[id*=Onetrust],#ccc,.ccc';

/** What is shown once somebody opens it is folded, not hidden. */
const FOLDED = 'dialog,[popover],[hidden=until-found],[role=tabpanel]';

function isFolded(element: Element): boolean {
  const { id } = element;
  const root = element.getRootNode() as ParentNode;
  return (
    element.matches(FOLDED) ||
    (id !== '' && root.querySelector(`[aria-controls~="${CSS.escape(id)}"]`) !== null)
  );
}

function isLeftOut(element: Element): boolean {
  if (element.matches(LEFT_OUT) || element.matches(AROUND)) return true;
  // A class of the whole page can have that word in it too.
  if (element.matches(COOKIES) && !element.querySelector('main,h1')) return true;
  if (element.localName === 'area') return false;
  const isHidden =
    element.getAttribute('aria-hidden') === 'true' || getComputedStyle(element).display === 'none';
  return isHidden && !isFolded(element);
}

/**
 * Makes what tells whether an element stands where documents are looked for and can be seen there. What
 * an author named is looked at wherever it is.
 *
 * @param scopes - where to look.
 */
export function listing(scopes: readonly ParentNode[]): (element: Element) => boolean {
  const named = new Set<Node>(scopes);
  /** Each element is looked at once, however many links are in it. */
  const known = new Map<Node, boolean | undefined>();
  /** `undefined` outside of all scopes, `false` where it is left out. */
  const standing = (node: Node): boolean | undefined => {
    if (named.has(node)) return true;
    if (known.has(node)) return known.get(node);
    const above = node.parentNode && standing(node.parentNode);
    const is = above ? !isLeftOut(node as Element) : (above ?? undefined);
    known.set(node, is);
    return is;
  };
  return (element) =>
    standing(element) === true &&
    !element.closest(LEFT_OUT) &&
    (named.has(element) || getComputedStyle(element).visibility !== 'hidden');
}
