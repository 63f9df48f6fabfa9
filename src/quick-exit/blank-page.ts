import { attempt, disable } from './attempt.ts';

/** A title that shows nothing. An empty one would make the browser show the page's address. */
const NO_TITLE = '\u200B';

/** How many changes of the page's own are undone for one destination. */
const PATIENCE = 500;

/** Nothing but the icon. */
const POLICY = "default-src 'none';img-src *";

const ALL = { attributes: true, characterData: true, childList: true, subtree: true };

/** A sentence for people who listen, and the language it is in: a BCP 47 tag. */
export type Spoken = Readonly<Record<'textContent' | 'lang', string>>;

/** What stands in the place of a page that is not to be seen. */
export interface BlankPage {
  /** Hides the page and its title, and leaves its nodes where they are. */
  readonly hide: () => void;
  /** Takes the page away for good: nothing but an empty document is left. */
  readonly show: () => void;
  /** Says a sentence to a screen reader, on the empty document. */
  readonly say: (spoken: Spoken) => void;
}

/**
 * Makes what takes the place of a page. Once it is shown, no style sheet of the page, no dialog,
 * popover, widget, frame, video or title is left to be shown or changed; nodes that the page's scripts
 * still hold are no longer part of the document.
 *
 * @param icon - the address of a neutral icon.
 * @param changed - is called when a hidden page has changed, and when the page has replaced an empty
 *   document by another, which also stops a navigation.
 */
export function createBlankPage(icon: string, changed: () => void): BlankPage {
  let root: HTMLElement | undefined;
  let speech: HTMLElement;
  let answers = 0;
  /** Whether the page is hidden, or is no more. */
  let gone = false;

  const add = (parent: Node, tag: string, properties: object): HTMLElement =>
    parent.appendChild(Object.assign(document.createElement(tag), properties));

  const watch = (): void => {
    observer.observe(document, ALL);
    observer.takeRecords();
  };

  const build = (): void => {
    root = document.implementation.createHTMLDocument(NO_TITLE).documentElement;
    // Without a body nobody is asked about unsaved changes. Where there is no Navigation API, that question
    // is the one sign of a navigation that the page begins.
    if ('navigation' in self) root.lastChild?.remove();
    const [head] = root.children as unknown as [HTMLHeadElement];
    add(head, 'meta', { name: 'referrer', content: 'no-referrer' });
    // A tab keeps the last icon until it gets another.
    add(head, 'link', { rel: 'icon', href: icon });
    speech = add(root, 'p', { role: 'alert', tabIndex: -1, style: 'position:fixed;opacity:0' });
    // An empty document has no element to replace.
    (document.documentElement as Element | null)?.remove();
    document.append(root);
    // Whatever the page still tries to load, play, frame or send is refused from now on.
    add(head, 'meta', { httpEquiv: 'content-security-policy', content: POLICY });
    attempt(() => (document.adoptedStyleSheets = []));
    watch();
  };

  const observer = new MutationObserver(() => {
    if (!root) {
      changed();
      return;
    }
    answers += 1;
    if (answers > PATIENCE) {
      // Two that answer each other for ever would hold up the tab.
      observer.disconnect();
      return;
    }
    const replaced = document.documentElement !== root;
    // A document that is still being written has to be whole before it is taken away.
    if (replaced) attempt(() => stop());
    build();
    if (replaced) changed();
  });
  // The page's own observers see nothing of an empty document, and put nothing back into it.
  self.MutationObserver = class extends MutationObserver {
    constructor(callback: MutationCallback) {
      super((records, own) => {
        if (!gone) callback.call(own, records, own);
      });
    }
  };

  return {
    hide() {
      document.documentElement.style.setProperty('display', 'none', 'important');
      document.title = NO_TITLE;
      gone = true;
      watch();
    },
    show() {
      answers = 0;
      gone = true;
      // The old document may be put back: it has no name then either.
      if (!root) document.title = NO_TITLE;
      build();
      // From now on no script names or paints the document, replaces it, or opens what the browser itself
      // would show above an empty page.
      attempt(() =>
        Object.defineProperties(document, {
          title: { value: NO_TITLE },
          adoptedStyleSheets: { value: [] },
        }),
      );
      disable(Document.prototype, 'writeln', 'write', 'open');
      disable(self, 'confirm', 'open', 'alert', 'prompt', 'print');
    },
    say(spoken) {
      Object.assign(speech, spoken);
      // Firefox says nothing of an alert where the focus has gone with what had it.
      speech.focus();
      observer.takeRecords();
    },
  };
}
