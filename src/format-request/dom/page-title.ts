/** The forms on the page that have something to mend. They share its one title. */
const marking = new Set<PageTitle>();
/** What was put in front of the title: empty while nothing was. */
let start = '';

/** Says in the page's title that something needs mending, as GOV.UK and NHS forms do. */
export class PageTitle {
  /** Puts a word in front of the title, once for all the forms on the page. */
  mark(word: string): void {
    marking.add(this);
    if (document.title.startsWith(`${word} `)) return;
    start = `${word} `;
    document.title = start + document.title;
  }

  /**
   * Takes the word away again with the last form that needed it. A title that no longer starts with it
   * is somebody else's: a quick exit's.
   */
  restore(): void {
    if (!marking.delete(this) || marking.size > 0) return;
    if (document.title.startsWith(start)) document.title = document.title.slice(start.length);
    start = '';
  }
}
