/** Every form on the page whose errors the title speaks of. */
const marking = new Set<PageTitle>();

/** Says in the page's title that something needs mending, as GOV.UK and NHS forms do. */
export class PageTitle {
  static #start = '';

  /** Puts a word in front of the title, once for all forms. */
  mark(word: string): void {
    this.restore();
    marking.add(this);
    if (marking.size > 1) return;
    PageTitle.#start = `${word} `;
    document.title = PageTitle.#start + document.title;
  }

  /** Takes the word away again. A title that no longer starts with it is somebody else's: a quick exit's. */
  restore(): void {
    if (!marking.delete(this) || marking.size > 0) return;
    const start = PageTitle.#start;
    if (document.title.startsWith(start)) document.title = document.title.slice(start.length);
  }
}
