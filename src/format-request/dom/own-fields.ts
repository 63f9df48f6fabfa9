import { LentAttributes } from '../../element/lent-attributes.ts';
import { FIELDS } from '../schema/fields.ts';

/** What an author's form may ask or show that ours does not: fields of other names, and CAPTCHAs. */
const VISIBLE =
  'input:not([type=hidden], [type=submit], [type=image], [type=reset], [type=button]), textarea, select';
const OTHERS = 'iframe, [data-sitekey]';
const ASKS = 'input:not([type=hidden]), textarea, select, button';

const ATTRIBUTE = 1;

/** Marks what ours stands for. */
const REPLACED = 'data-handrail-replaced';

/** Whether a field is one that our form asks for. */
export const isAsked = (name: string | null): boolean =>
  (FIELDS as readonly (string | null)[]).includes(name);

/** What says what a field is about: its labels, and what describes it. */
function wordsFor(element: Element): Element[] {
  const { labels } = element as HTMLInputElement;
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = element.getRootNode() as ParentNode;
  return [
    ...(labels ?? []),
    ...ids.flatMap((id) => root.querySelector(`#${CSS.escape(id)}`) ?? []),
  ];
}

/** The fields of an author's form that ours does not have: they stay in sight, where they are. */
export class OwnFields {
  readonly #host: Element;
  /** Whether something hides each of the author's elements: an attribute of its own, or a style sheet. */
  readonly #hidden = new WeakMap<Element, typeof ATTRIBUTE | boolean | undefined>();
  readonly #lent = new LentAttributes();

  constructor(host: Element) {
    this.#host = host;
  }

  /** Which of an author's elements they are. Scripts add, show and hide them as they please. */
  in(all: readonly Element[]): Element[] {
    for (const one of all) this.#look(one);
    return all.filter((one) => {
      const name = one.getAttribute('name');
      const isField = one.matches(VISIBLE) ? name : one.matches(OTHERS);
      return isField && !isAsked(name) && this.#isDisplayed(one);
    });
  }

  /** Takes note of whether an author's element is displayed, as far as can be seen while it is covered. */
  #look(one: Element): void {
    const before = this.#hidden.get(one);
    const { hidden, style } = one as HTMLElement;
    const isOurs = one.hasAttribute(REPLACED) || (hidden && one.parentNode === this.#host);
    if (isOurs && this.#hidden.has(one)) return;
    const { display } = getComputedStyle(one);
    // What is in no slot has no computed style, or in WebKit the one that it had before.
    const bySheet = before !== ATTRIBUTE && (display ? display === 'none' : before);
    this.#hidden.set(one, hidden || style.display === 'none' ? ATTRIBUTE : bySheet);
  }

  /** Whether an author's form shows something, and does not keep it for robots alone. */
  #isDisplayed(element: Element): boolean {
    for (let each: Element | null = element; each && each !== this.#host; each = each.parentElement)
      if (this.#hidden.get(each)) return false;
    return true;
  }

  /** Leaves nothing in sight of an author's part of the page but its own fields, with what is said of them. */
  reduce(part: Element, own: readonly Element[]): void {
    const shown = own.flatMap((one) => [one, ...wordsFor(one)]);
    const visit = (one: Element): void => {
      const holds = shown.some((each) => one.contains(each));
      const asks = (each: Element): boolean => each.matches(ASKS) && !own.includes(each);
      if (holds || one.matches('legend')) this.#lent.takeBack(one);
      else this.#lent.set(one, REPLACED, '');
      if (holds && !own.includes(one) && [one, ...one.querySelectorAll('*')].some(asks))
        [...one.children].forEach(visit);
    };
    visit(part);
  }

  /** Shows everything again. */
  takeBack(): void {
    this.#lent.takeBack();
  }
}
