import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { finderFile } from './finder-file.ts';
import { DocumentLinks } from './links.ts';
import type { askSizes, DocumentFacts } from './sizes.ts';
import type { FoundDocument } from './found.ts';

/** Keeps the list of the page's documents current for as long as its element is on the page. */
export class DocumentList implements ReactiveController {
  /** The page's documents, and those that were chosen before they went. */
  found: readonly FoundDocument[] = [];
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isChosen: (document: FoundDocument) => boolean;
  readonly #ask: typeof askSizes;
  readonly #onFirst: () => void;
  readonly #links = new DocumentLinks();
  readonly #facts = new Map<string, DocumentFacts>();
  #selector: string | undefined;
  #asking: AbortController | undefined;
  #asked = Promise.resolve();
  #stop = (): void => undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    isChosen: (document: FoundDocument) => boolean,
    ask: typeof askSizes,
    onFirst: () => void,
  ) {
    this.#host = host;
    this.#isChosen = isChosen;
    this.#ask = ask;
    this.#onFirst = onFirst;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#selector !== undefined) this.watch(this.#selector);
  }

  hostDisconnected(): void {
    this.#stop();
    this.#links.remove();
    this.#asking?.abort();
    this.#asking = undefined;
  }

  /** Looks for documents where a selector says, now and whenever the page changes. */
  watch(selector: string): void {
    this.#stop();
    this.#selector = selector;
    if (!this.#host.isConnected) return;
    let isOver = false;
    this.#stop = () => (isOver = true);
    const start = (): void => {
      const { content } = finderFile;
      if (isOver) return;
      if (!content) {
        this.#onFirst();
        return;
      }
      let isFirst = this.found.length === 0;
      this.#stop = content.watchDocuments(this.#host, selector, (now) => {
        // A chosen one keeps the name that it was chosen under, whatever becomes of its link.
        const chosen = new Map(
          this.found.filter(this.#isChosen).map((document) => [document.url, document]),
        );
        const current = now.map((document) => {
          const { title = document.title } = chosen.get(document.url) ?? {};
          chosen.delete(document.url);
          return { ...document, title };
        });
        this.found = [...current, ...chosen.values()].map((document) => this.#withFacts(document));
        if (isFirst) this.#onFirst();
        isFirst = false;
        if (this.#asking) this.askSizes();
        this.#host.requestUpdate();
      });
    };
    if (finderFile.content) start();
    else void finderFile.fetch().then(start);
  }

  /** Asks for the sizes that the page does not say. */
  askSizes(): void {
    const { signal } = (this.#asking ??= new AbortController());
    const unasked = this.found.filter(({ url }) => !this.#facts.has(url));
    for (const { url, type, size } of unasked) this.#facts.set(url, { type, size });
    const tell = (url: string, facts: DocumentFacts): void => {
      this.#facts.set(url, facts);
      this.found = this.found.map((document) => this.#withFacts(document));
      this.#host.requestUpdate();
    };
    // One after the other: no more than two questions are under way, however the links arrive.
    this.#asked = this.#asked.then(() => this.#ask(unasked, tell, signal));
  }

  /** Puts a link beside each document, or takes them all away. */
  link(open: ((document: FoundDocument) => void) | undefined, target: string, lang: string): void {
    if (open && this.#host.isConnected) this.#links.show(this.found, target, lang, open);
    else this.#links.remove();
  }

  #withFacts(document: FoundDocument): FoundDocument {
    const { type = '', size = '' } = this.#facts.get(document.url) ?? {};
    return { ...document, type: document.type || type, size: document.size || size };
  }
}
