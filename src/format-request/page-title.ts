/** Says in the page's title that something needs mending, as GOV.UK and NHS forms do. */
export class PageTitle {
  #before = '';
  #marked = '';

  /** Puts a word in front of the title. */
  mark(word: string): void {
    this.restore();
    this.#before = document.title;
    document.title = `${word} ${document.title}`;
    // Read back, for the browser closes up spaces.
    this.#marked = document.title;
  }

  /** Takes the word away again, unless somebody else has changed the title since: a quick exit does. */
  restore(): void {
    if (this.#marked && document.title === this.#marked) document.title = this.#before;
    this.#marked = '';
  }
}
