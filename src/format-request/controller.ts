import { nothing } from 'lit';
import type { PropertyValues, ReactiveController, TemplateResult } from 'lit';
import { londonTime } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { replyBy } from '../calendar/working-days.ts';
import { Covered } from '../element/covered.ts';
import { fittingLevel } from '../element/heading-level.ts';
import { drawWithTexts, msg } from '../i18n/msg.ts';
import { unfold } from '../element/unfold.ts';
import type { Received } from './view/confirmation.ts';
import type { deliver, SaidProblem } from './sending/delivery.ts';
import { DocumentList } from './documents/list.ts';
import { documentValue } from './schema/document-value.ts';
import { tickOf } from './documents/documents.ts';
import type { FoundDocument } from './documents/documents.ts';
import { RequestFailedEvent, RequestReceivedEvent } from './events.ts';
import { Fallback } from './dom/fallback.ts';
import type { FieldName } from './schema/fields.ts';
import { answersOf, controlsOf, empty, placeOf, remember } from './dom/form-data.ts';
import { controlId } from './view/controls.ts';
import { fieldOf, FIRST_DOCUMENTS, formFields } from './view/form.ts';
import type { FormatRequest } from './format-request.ts';
import { goTo } from './dom/go-to.ts';
import type { Hints } from './view/hints.ts';
import { postNatively } from './sending/native-post.ts';
import type { PageTitle } from './dom/page-title.ts';
import { promise } from './view/promise.ts';
import { questions } from './view/questions.ts';
import { ReplyFile } from './reply-file.ts';
import { Sending } from './sending/sending.ts';
import {
  isForStatement,
  organisationOf,
  readAction,
  readCalendar,
  readDays,
  readFormats,
  readLink,
  readWays,
} from './settings.ts';
import { draw } from './view/view.ts';

let instances = 0;

/** One function, so that it is added once, however often the form is taken over. */
const keepIn = (event: Event): void => event.stopPropagation();

/** What `<handrail-format-request>` shows and does: its questions, its errors, its receipt. */
export class RequestForm implements ReactiveController {
  readonly #host: FormatRequest;
  readonly #sending: Sending;
  readonly #documents: DocumentList;
  readonly #reply = new ReplyFile();
  readonly #prefix = `handrail-request-${String((instances += 1))}`;

  #pageTitle: PageTitle | undefined;
  #problems: readonly SaidProblem[] = [];
  #received: Received | undefined;
  /** The boxes that are ticked, each as `name=value`. */
  #ticked: ReadonlySet<string> = new Set();
  #hints: Hints = {};
  #shown = FIRST_DOCUMENTS;
  readonly #form: HTMLFormElement;
  /** Whether a server has drawn the form. */
  readonly #isDrawn: boolean;
  readonly #authored: Covered;
  readonly #fallback: Fallback;
  /** The author's address, also once the page has taken the author's form away. */
  #action = '';
  #level = 2;
  #due: IsoDate | undefined;
  #language = '';
  #putBack = (): void => undefined;

  constructor(host: FormatRequest) {
    this.#host = host;
    this.#sending = new Sending(host);
    this.#documents = new DocumentList(
      host,
      (one) => this.#ticked.has(tickOf(one)),
      async (...asked) => (await this.#reply.fetch())?.askSizes(...asked),
    );
    const drawn = host.querySelector('form [data-handrail-ui=html]')?.closest('form');
    this.#isDrawn = !!drawn && host.contains(drawn);
    this.#form = this.#isDrawn && drawn ? drawn : document.createElement('form');
    this.#authored = new Covered(host, () => this.#reread());
    this.#fallback = new Fallback(host, this.#authored, this.#form);
    this.#form.noValidate = true;
    this.#form.method = 'post';
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#clear);
    window.addEventListener('pageshow', this.#onPageshow);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#clear);
    window.removeEventListener('pageshow', this.#onPageshow);
    this.#pageTitle?.restore();
    // A quick exit takes the page's body away: nothing typed stays behind in what is left.
    if (!document.querySelector('body')) this.#clear();
  }

  /** Puts our form beside the author's, which is shown until ours is drawn. */
  takeOver(ui: HTMLElement): void {
    ui.id = this.#prefix;
    // What htmx keeps of a page for Back would put answers into storage.
    ui.setAttribute('hx-history', 'false');
    this.#fallback.mark();
    this.#form.setAttribute('data-handrail-form', '');
    this.#form.append(ui);
    this.#authored.add(this.#form);
  }

  /** Shows the author's form again, where ours cannot be drawn. */
  giveBack(): void {
    this.#fallback.uncover();
  }

  /** The author's markup may be a framework's, and change: so does what was read from it. */
  #reread(): void {
    if (this.#fallback.carry()) this.#onChange();
    this.#host.requestUpdate();
  }

  /** Follows what has changed on the element. */
  willUpdate(changed: PropertyValues<FormatRequest>): void {
    if (changed.has('documentsSelector')) this.#documents.watch(this.#host.documentsSelector);
    if (changed.has('headingLevel'))
      this.#level = fittingLevel(this.#host, this.#host.headingLevel);
    if (this.#host.hasUpdated) this.#putBack = remember(this.#form);
    else this.#ticked = this.#firstTicks();
  }

  hostUpdated(): void {
    const host = this.#host;
    // Around it an ASP.NET page has Enter press a button of its own, and the answers are lost.
    host.renderRoot.addEventListener('keypress', keepIn);
    if (!host.hasUpdated) {
      host.addEventListener('change', this.#onChange);
      host.addEventListener('input', ({ target }) => {
        if (target instanceof HTMLTextAreaElement) this.#onChange();
      });
      this.#reply.fetchSoon();
      host.addEventListener('focusin', () => {
        this.#documents.askSizes();
        // Whoever turns to the form on another day than it was opened on is promised another date.
        void host.updateComplete.then(() => host.requestUpdate());
      });
      // On its way down: what a host's scripts do to a form that is sent is not for one that stays.
      host.addEventListener('submit', (event) => void this.#onSubmit(event), true);
      // Somebody may have begun in what a server has drawn.
      if (this.#fallback.carry() || this.#isDrawn) {
        this.#onChange();
        void host.updateComplete.then(() => this.#fallback.focus());
      }
    }
    this.#fallback.cover();
    this.#putBack();
    // Pages disable what was pressed on a form that goes. This one stays.
    this.#form.querySelector('[type=submit]')?.removeAttribute('disabled');
    this.#form.action = this.#receiver;
    const open = (document: FoundDocument): void => void this.#open(document);
    this.#documents.link(host.links ? open : undefined, this.#prefix, this.#language);
  }

  /**
   * Draws the form, or the receipt that takes its place.
   *
   * @param language - the language of the element's own words.
   * @param notice - a sentence to show beside words whose translation nobody has reviewed.
   */
  render(language: string, notice: string): TemplateResult {
    this.#language = language;
    const host = this.#host;
    const organisation = organisationOf(host);
    const days = readDays(host.replyDays, host.getAttribute('reply-days'));
    const reply = this.#reply.content;
    if (this.#received && reply) {
      return draw(reply.confirmation(this.#received, days, this.#level, organisation));
    }
    this.#due = replyBy(new Date(), days, readCalendar(host.division, host.closures, host.cutOff));
    return draw(
      questions({
        summary: this.#summary(),
        promise: promise(days, this.#due),
        fields: this.#fields(),
        organisation,
        sending: this.#sending,
        privacy: readLink('privacy-url', host.privacyUrl, host.baseURI),
        aboutProblems: this.#needs('wording'),
        aboutDuty: this.#needs('enforcement'),
        otherWays: this.#sending.failed
          ? reply?.otherWays(reply.readRequest(answersOf(this.#form)), organisation)
          : nothing,
        notice,
      }),
    );
  }

  /** Whether the statement needs our words on a subject: the author's own take their place. */
  #needs(words: string): boolean {
    const host = this.#host;
    return isForStatement(host.purpose) && !host.querySelector(`[data-handrail-${words}]`);
  }

  #fields(): TemplateResult {
    const host = this.#host;
    return formFields({
      prefix: this.#prefix,
      documents: this.#documents.found,
      shown: this.#shown,
      formats: readFormats(host.formats),
      contactWays: readWays(host.contactWays),
      statement: isForStatement(host.purpose),
      standing: host.standing,
      ticked: this.#ticked,
      errors: new Map(
        this.#problems.map((problem) => [this.#fieldOf(problem), this.#sentence(problem)]),
      ),
      notes: this.#hints,
      showAll: () => {
        this.#shown = Infinity;
        host.requestUpdate();
      },
    });
  }

  #summary(): unknown {
    if (this.#problems.length === 0) return nothing;
    const lines = this.#problems.map((problem) => ({
      id: controlId(this.#prefix, this.#fieldOf(problem)),
      text: this.#sentence(problem),
    }));
    return this.#reply.content?.errorSummary({ level: this.#level, lines, root: this.#host });
  }

  readonly #onChange = (): void => {
    this.#documents.askSizes();
    const ticked = this.#host.renderRoot.querySelectorAll<HTMLInputElement>('input:checked');
    this.#ticked = new Set([...ticked].map(placeOf));
    if (this.#reply.content) this.#hint();
    else void this.#reply.fetch().then(this.#hint);
    this.#host.requestUpdate();
  };

  readonly #hint = (): void => {
    const reply = this.#reply.content;
    if (!reply) return;
    const request = reply.readRequest(answersOf(this.#form));
    const today = londonTime(new Date()).date;
    this.#hints = drawWithTexts(this.#host.texts, () =>
      reply.hintsFor(request, this.#due, today, this.#useEmail),
    );
    this.#host.requestUpdate();
  };

  readonly #useEmail = (address: string): void => {
    const control = this.#form.querySelector<HTMLInputElement>('[type=email]');
    if (!control) return;
    control.value = address;
    control.focus();
    this.#onChange();
  };

  /** Opens the form with one document chosen. */
  readonly #open = async (document: FoundDocument): Promise<void> => {
    if (this.#received) this.#clear();
    this.#ticked = new Set([...this.#ticked, tickOf(document)]);
    this.#documents.askSizes();
    unfold(this.#host, document.link);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const boxes = this.#form.querySelectorAll<HTMLInputElement>('[name=document]');
    goTo([...boxes].find(({ value }) => value === documentValue(document)));
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    // A button elsewhere on the page, or a script, may send the author's form: ours stands for it.
    if (event.target !== this.#form && event.target !== this.#fallback.form) return;
    event.preventDefault();
    // The host's scripts have no business with these answers.
    event.stopPropagation();
    if (this.#sending.busy) return;
    if (this.#received) return this.#again();
    // What was chosen by no hand, such as an extension's, shows what belongs to it too.
    this.#onChange();
    const answers = answersOf(this.#form);
    if (!this.#reply.content && !(await this.#sending.waitFor(this.#reply.fetch()))) return;
    const reply = this.#reply.content;
    const request = reply?.readRequest(answers);
    this.#problems = request && reply ? reply.problemsIn(request) : [];
    if (this.#problems.length > 0) return this.#showProblems();
    this.#pageTitle?.restore();
    const send: typeof deliver =
      reply?.deliver ?? ((_, fields) => postNatively(this.#form, fields));
    const outcome = await this.#sending.send(send, this.#receiver, [
      ...answers,
      ...this.#fallback.unseen(),
      ['_page', location.origin + location.pathname],
      ['_lang', this.#language],
    ]);
    if (outcome?.state === 'received' && request) {
      const changed = String(answersOf(this.#form)) !== String(answers);
      this.#clear();
      this.#received = { receipt: outcome.receipt, request, changed };
      await this.#focus('.handrail-receipt > [tabindex]');
      this.#host.dispatchEvent(new RequestReceivedEvent(outcome.receipt));
    } else if (outcome?.state === 'refused') {
      this.#problems = outcome.problems;
      await this.#showProblems();
    } else if (outcome) {
      this.#host.dispatchEvent(new RequestFailedEvent());
    }
  };

  async #showProblems(): Promise<void> {
    const reply = this.#reply.content;
    if (reply && this.#host.isConnected)
      (this.#pageTitle ??= new reply.PageTitle()).mark(
        drawWithTexts(this.#host.texts, () => msg('Error:')),
      );
    await this.#focus('.handrail-summary');
  }

  /** Goes from a receipt back to an empty form. */
  async #again(): Promise<void> {
    this.#clear();
    await this.#focus('[data-handrail-ui] [name]');
  }

  /** Puts the focus on something once it is drawn. */
  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#form.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #onPageshow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#clear();
  };

  /** Empties the form: whoever comes back to this page may be somebody else. */
  readonly #clear = (): void => {
    this.#ticked = this.#firstTicks();
    empty(controlsOf(this.#form), this.#ticked);
    this.#fallback.empty();
    this.#sending.reset();
    this.#pageTitle?.restore();
    this.#received = undefined;
    this.#problems = [];
    this.#hints = {};
    this.#shown = FIRST_DOCUMENTS;
    this.#host.requestUpdate();
  };

  /** A document that is the only one on its page is the one that is meant. */
  #firstTicks(): ReadonlySet<string> {
    const [only, second] = this.#documents.found;
    return new Set(only && !second ? [tickOf(only)] : []);
  }

  #sentence(problem: SaidProblem): string {
    return this.#reply.content?.problemSentence(problem) ?? '';
  }

  #fieldOf({ field }: SaidProblem): FieldName {
    return fieldOf(field, this.#documents.found);
  }

  get #receiver(): string {
    this.#action = this.#fallback.form?.getAttribute('action') ?? this.#action;
    return readAction(this.#host.action || this.#action, this.#host.baseURI);
  }
}
