import { render } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import type { FoundDocument } from './found.ts';

const MARK = 'data-handrail-ask';

/** What was put on the page by us, and not by a page that copied it. */
const ours = new WeakSet<Element>();

/** A link beside each document that opens the one form with that document chosen. */
export class DocumentLinks {
  readonly #holders = new Map<Element, HTMLElement>();

  /**
   * Puts a link behind each document's own, and takes away those of documents that are gone.
   *
   * @param target - the id that the links lead to.
   * @param language - the language of the links' words.
   * @param open - opens the form for one document.
   */
  show(
    documents: readonly FoundDocument[],
    target: string,
    language: string,
    open: (document: FoundDocument) => void,
  ): void {
    for (const [beside, holder] of this.#holders) {
      if (!documents.some(({ link }) => link === beside) || !holder.isConnected) {
        // Prototype's own `remove` throws for what the page has taken away already.
        holder.replaceWith();
        this.#holders.delete(beside);
      }
    }
    for (const document of documents) {
      const holder = this.#holders.get(document.link) ?? this.#putBeside(document.link);
      if (!holder) continue;
      holder.lang = language;
      const onClick = (event: Event): void => {
        event.preventDefault();
        open(document);
      };
      // A plain space at the edge of hidden text is not read: the two words would run into one.
      const link = html`<a href="#${target}" @click=${onClick}
        >${msg('Ask for another format')}<span
          class="handrail-visually-hidden"
          lang=${document.lang}
          .textContent=${`:\u00A0${document.title}`}
        ></span
      ></a>`;
      render([' ', link], holder);
    }
  }

  /** Takes all links away. */
  remove(): void {
    for (const holder of this.#holders.values()) holder.replaceWith();
    this.#holders.clear();
  }

  /** Another form on the page may have its link there already: one is enough. */
  #putBeside(link: Element): HTMLElement | undefined {
    const next = link.nextElementSibling;
    if (next && ours.has(next)) return undefined;
    if (next?.hasAttribute(MARK)) next.remove();
    const holder = document.createElement('span');
    holder.setAttribute(MARK, '');
    ours.add(holder);
    link.after(holder);
    this.#holders.set(link, holder);
    return holder;
  }
}
