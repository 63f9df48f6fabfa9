import { LentAttributes } from '../../element/lent-attributes.ts';
import { FIELDS } from '../schema/fields.ts';

/** What an author's form may ask or show that ours does not: fields of other names, and CAPTCHAs. */
const VISIBLE =
  'input:not([type=hidden], [type=submit], [type=image], [type=reset], [type=button]), textarea, select';
const SHOWN = `${VISIBLE}, iframe, [data-sitekey]`;
const BUTTONS = 'button, [type=submit], [type=image], [type=reset], [type=button]';

/** Whether a field is one that our form asks for. */
export const isAsked = (name: string | null): boolean =>
  (FIELDS as readonly (string | null)[]).includes(name);

/** Whether an author's form shows something, and does not keep it for robots alone. */
function isDisplayed(element: Element, root: Element): boolean {
  for (let each: Element | null = element; each && each !== root; each = each.parentElement)
    if (getComputedStyle(each).display === 'none') return false;
  return true;
}

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
  /** What was seen of each before anything was covered. */
  readonly #displayed = new WeakMap<Element, boolean>();
  readonly #lent = new LentAttributes();

  constructor(host: Element) {
    this.#host = host;
  }

  /** Which of an author's elements they are. */
  in(all: readonly Element[]): Element[] {
    return all.filter((one) => {
      if (!one.matches(SHOWN) || isAsked(one.getAttribute('name'))) return false;
      const displayed = this.#displayed.get(one) ?? isDisplayed(one, this.#host);
      this.#displayed.set(one, displayed);
      return displayed && (!one.matches(VISIBLE) || one.getAttribute('name'));
    });
  }

  /** Leaves nothing in sight of an author's part of the page but its own fields, with what is said of them. */
  reduce(part: Element, own: readonly Element[]): void {
    const shown = own.flatMap((one) => [one, ...wordsFor(one)]);
    const walk = (parent: Element): void => {
      for (const child of parent.children) {
        const within = [child, ...child.querySelectorAll(`${VISIBLE}, ${BUTTONS}`)];
        const asks = within.some(
          (one) => one.matches(`${VISIBLE}, ${BUTTONS}`) && !own.includes(one),
        );
        const holds = shown.some((one) => child.contains(one));
        if (holds && asks) walk(child);
        if (holds || child.matches('legend')) this.#lent.takeBack(child);
        else this.#lent.set(child, 'data-handrail-replaced', '');
      }
    };
    walk(part);
  }

  /** Shows everything again. */
  takeBack(): void {
    this.#lent.takeBack();
  }
}
