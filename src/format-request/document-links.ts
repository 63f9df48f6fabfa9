import { msg } from '@lit/localize';
import type { FoundDocument } from './documents.ts';

/** A link beside each document that opens the one form with that document chosen. */
export class DocumentLinks {
  readonly #links = new Map<Element, HTMLElement>();

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
    for (const [beside, link] of this.#links) {
      if (!documents.some((document) => document.link === beside) || !link.isConnected) {
        link.remove();
        this.#links.delete(beside);
      }
    }
    for (const document of documents) {
      if (this.#links.has(document.link)) continue;
      const holder = window.document.createElement('span');
      holder.setAttribute('data-handrail-ask', '');
      holder.lang = language;
      const link = window.document.createElement('a');
      link.href = `#${target}`;
      const hidden = window.document.createElement('span');
      hidden.textContent = document.title;
      // A plain space at the edge of hidden text is not read: the two words would run into one.
      link.append(msg('Ask for another format:'), '\u00A0', hidden);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        open(document);
      });
      holder.append(' ', link);
      document.link.after(holder);
      this.#links.set(document.link, holder);
    }
  }

  /** Takes all links away. */
  remove(): void {
    for (const link of this.#links.values()) link.remove();
    this.#links.clear();
  }
}
