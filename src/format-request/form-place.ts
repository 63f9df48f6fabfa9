import { Covered } from '../element/covered.ts';
import { Fallback } from './dom/fallback.ts';
import type { FormHost } from './form-host.ts';
import { readAction } from './settings.ts';

/** One function, so that it is added once, however often the form is taken over. */
const keepIn = (event: Event): void => event.stopPropagation();

/** The form that the element draws, in the place of its author's. */
export class FormPlace {
  /** The form that is shown. */
  readonly form: HTMLFormElement;
  /** Whether a server has drawn it. */
  readonly isServers: boolean;
  /** The author's form. */
  readonly author: Fallback;
  readonly #host: FormHost;
  readonly #authored: Covered;
  /** The author's address, also once the page has taken the author's form away. */
  #action = '';

  /**
   * @param host - the element.
   * @param changed - is called when the author's markup has changed.
   */
  constructor(host: FormHost, changed: () => void) {
    this.#host = host;
    const drawn = host.querySelector('form [data-handrail-ui=html]')?.closest('form') ?? null;
    this.isServers = host.contains(drawn);
    this.form = (this.isServers && drawn) || document.createElement('form');
    this.form.noValidate = true;
    this.form.method = 'post';
    this.#authored = new Covered(host, changed);
    this.author = new Fallback(host, this.#authored, this.form);
  }

  /**
   * Puts our form beside the author's, which is shown until ours is drawn.
   *
   * @param ui - what the element draws into.
   */
  takeOver(ui: HTMLElement): void {
    this.form.id = `${ui.id}-form`;
    // What htmx keeps of a page for Back would put answers into storage.
    ui.setAttribute('hx-history', 'false');
    this.author.mark();
    this.form.setAttribute('data-handrail-form', '');
    this.form.append(ui);
    this.#authored.add(this.form);
  }

  /** Shows our form in the place of the author's, once it is drawn. */
  cover(): void {
    // Around it an ASP.NET page has Enter press a button of its own, and the answers are lost.
    this.#host.renderRoot.addEventListener('keypress', keepIn);
    this.author.cover();
    // Pages disable what was pressed on a form that goes. This one stays.
    this.form.querySelector('[type=submit]')?.removeAttribute('disabled');
    this.form.action = this.receiver;
  }

  /** Whether a form is ours or the author's: a button elsewhere on the page, or a script, may send that. */
  isSent(form: EventTarget | null): boolean {
    return form === this.form || form === this.author.form;
  }

  /** The author's form; one around the element, as ASP.NET has it, where nothing else says where to send. */
  get source(): HTMLFormElement | null | undefined {
    return this.author.form ?? (this.#host.action ? undefined : this.#host.closest('form'));
  }

  /** The receiver's address; empty where there is none. */
  get receiver(): string {
    const { action, baseURI } = this.#host;
    const { source, author } = this;
    // A form that posts and names no address posts to its own page.
    const posts = /post/i.test(source?.getAttribute('method') ?? '');
    this.#action =
      author.button?.getAttribute('formaction') ||
      source?.getAttribute('action') ||
      (posts ? document.URL : this.#action);
    return readAction(action || this.#action, baseURI);
  }
}
