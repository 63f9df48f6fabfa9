/** The forms on the page that have something to mend. They share its one title. */
const marking = new Set<PageTitle>();
let before = '';
let marked = '';

/** Says in the page's title that something needs mending, as GOV.UK and NHS forms do. */
export class PageTitle {
  /** Puts a word in front of the title, once for all the forms on the page. */
  mark(word: string): void {
    marking.add(this);
    if (marked && document.title === marked) return;
    before = document.title;
    document.title = `${word} ${before}`;
    // Read back, for the browser closes up spaces.
    marked = document.title;
  }

  /**
   * Takes the word away again with the last form that needed it, unless somebody else has changed the
   * title since: a quick exit does.
   */
  restore(): void {
    if (!marking.delete(this) || marking.size > 0) return;
    if (document.title === marked) document.title = before;
    marked = '';
  }
}
