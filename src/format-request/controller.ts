import type { PropertyValues, ReactiveController, TemplateResult } from 'lit';
import { londonTime } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { replyBy } from '../calendar/working-days.ts';
import { adoptStyles } from '../element/adopt-styles.ts';
import { fittingLevel } from '../element/heading-level.ts';
import { drawWithTexts } from '../i18n/msg.ts';
import { unfold } from '../element/unfold.ts';
import { DocumentList } from './documents/list.ts';
import { documentValue } from './schema/document-value.ts';
import { documentKey } from './documents/found.ts';
import type { FoundDocument } from './documents/found.ts';
import { drawForm } from './drawing.ts';
import { newState } from './form-state.ts';
import { RequestCheckedEvent } from './checked-event.ts';
import { RequestFailedEvent } from './failed-event.ts';
import { FormPlace } from './form-place.ts';
import {
  answersOf,
  controlKey,
  controlsOf,
  empty,
  labelsIn,
  isChoiceControl,
  remember,
} from './dom/form-data.ts';
import type { Control } from './dom/form-data.ts';
import type { FormHost } from './form-host.ts';
import { goTo } from './dom/go-to.ts';
import { isAsked } from './dom/own-fields.ts';
import { postNatively } from './sending/native-post.ts';
import { fetchSoon, replyFile } from './reply-file.ts';
import { Sending } from './sending/sending.ts';
import { readCalendar, readDays, readWays } from './settings.ts';
import type { Submission } from './submission.ts';

/** How long somebody stops typing before something is said about it, in milliseconds. */
const PAUSE = 1000;

let instances = 0;

/** What `<handrail-format-request>` does: how its form answers to what somebody fills in and sends. */
export class RequestForm implements ReactiveController {
  readonly #host: FormHost;
  readonly #place: FormPlace;
  readonly #sending: Sending;
  readonly #documents: DocumentList;
  readonly #reply = replyFile();
  readonly #prefix = `handrail-request-${String((instances += 1))}`;

  readonly #state = newState();
  #submission: Submission | undefined;
  #level = 2;
  #due: IsoDate | undefined;
  #language = '';
  #putBack = (): void => undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormHost) {
    this.#host = host;
    this.#sending = new Sending(host);
    this.#documents = new DocumentList(
      host,
      (one) => this.#state.ticked.has(documentKey(one)),
      async (...asked) => (await this.#reply.fetch())?.askSizes(...asked),
      () => this.#onDocuments(),
    );
    this.#place = new FormPlace(host, () => this.#reread());
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#clear);
    window.addEventListener('pageshow', this.#onPageshow);
    this.#wear();
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#clear);
    window.removeEventListener('pageshow', this.#onPageshow);
    clearTimeout(this.#typing);
    this.#submission?.restoreTitle();
    // A quick exit takes the page's body away: nothing typed stays behind in what is left.
    if (!document.querySelector('body')) this.#clear();
  }

  /** Puts the form beside the author's, as `FormPlace` does. */
  takeOver(ui: HTMLElement): void {
    ui.id = this.#prefix;
    this.#place.takeOver(ui);
  }

  /** Shows the author's form again, where ours cannot be drawn. */
  giveBack(): void {
    this.#place.author.uncover();
  }

  /** The author's markup may be a framework's, and change: so does what was read from it. */
  #reread(): void {
    if (this.#place.author.carry()) this.#onChange();
    this.#host.requestUpdate();
  }

  /** What was chosen or written of documents before they were known is chosen among them. */
  #onDocuments(): void {
    this.#state.ticked = new Set([...this.#state.ticked, ...this.#firstTicks()]);
    void this.#host.updateComplete.then(() => this.#reread());
  }

  /** Follows what has changed on the element. */
  willUpdate(changed: PropertyValues<FormHost>): void {
    if (changed.has('documentsSelector')) this.#documents.watch(this.#host.documentsSelector);
    if (changed.has('headingLevel'))
      this.#level = fittingLevel(this.#host, this.#host.headingLevel);
    if (this.#host.hasUpdated) this.#putBack = remember(this.#form);
    else this.#state.ticked = this.#firstTicks();
  }

  hostUpdated(): void {
    const host = this.#host;
    if (!host.hasUpdated) {
      host.addEventListener('change', this.#onChange);
      host.addEventListener('input', (event) => {
        clearTimeout(this.#typing);
        // A word about what is typed comes in a pause, not with every key.
        if (event.target instanceof HTMLTextAreaElement)
          this.#typing = setTimeout(() => this.#onChange(event), PAUSE);
      });
      fetchSoon(this.#reply);
      host.addEventListener('focusin', () => {
        this.#documents.askSizes();
        // Whoever turns to the form on another day than it was opened on is promised another date.
        void host.updateComplete.then(() => host.requestUpdate());
      });
      // On its way down: what a host's scripts do to a form that is sent is not for one that stays.
      host.addEventListener('submit', (event) => void this.#onSubmit(event), true);
      // Somebody may have begun in what a server has drawn.
      if (this.#place.author.carry() || this.#place.isServers) {
        this.#onChange();
        void host.updateComplete.then(() => this.#place.author.focus());
      }
    }
    this.#place.cover();
    this.#putBack();
    this.#wear();
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
    const days = readDays(host.replyDays, host.getAttribute('reply-days'));
    this.#due = replyBy(new Date(), days, readCalendar(host.division, host.closures, host.cutOff));
    return drawForm(host, {
      state: this.#state,
      prefix: this.#prefix,
      level: this.#level,
      due: this.#due,
      documents: this.#documents.found,
      sending: this.#sending,
      form: this.#form,
      reply: this.#reply.content,
      notice,
    });
  }

  get #form(): HTMLFormElement {
    return this.#place.form;
  }

  /** What answers brings along what that looks like. */
  #wear(): void {
    const { content } = this.#reply;
    if (content) adoptStyles(this.#host, [content.replyStyles]);
  }

  readonly #onChange = (event?: Event): void => {
    this.#documents.askSizes();
    const controls = controlsOf(this.#form);
    const keys = (are: (control: Control) => boolean): Set<string> =>
      new Set(controls.filter(are).map(controlKey));
    this.#state.ticked = keys((control) => control.matches(':checked'));
    this.#state.filled = keys((control) => !isChoiceControl(control) && control.value !== '');
    const { name = '' } = (event?.target ?? {}) as Partial<Control>;
    const before = labelsIn(this.#form);
    if (this.#reply.content) this.#hint(name);
    else void this.#reply.fetch().then(() => this.#hint(name));
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const asked = labelsIn(this.#form).filter((label) => !before.includes(label));
      this.#state.asked = asked.join(', ');
      if (asked.length > 0) this.#host.requestUpdate();
    });
  };

  /** Says what helps with the answers, and no more what was wrong with them and is mended. */
  readonly #hint = (changed: string): void => {
    const reply = this.#reply.content;
    if (!reply) return;
    const { problems } = this.#state;
    const request = reply.readRequest(answersOf(this.#form));
    this.#state.problems = reply.unmended(
      problems,
      request,
      readWays(this.#host.contactWays),
      changed,
    );
    if (problems.length > 0 && this.#state.problems.length === 0) this.#submission?.restoreTitle();
    const today = londonTime(new Date()).date;
    this.#state.hints = drawWithTexts(this.#host.texts, () =>
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
    if (this.#state.received) this.#clear();
    this.#state.ticked = new Set([...this.#state.ticked, documentKey(document)]);
    this.#documents.askSizes();
    unfold(this.#host, document.link);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const boxes = this.#form.querySelectorAll<HTMLInputElement>('[name=document]');
    goTo([...boxes].find(({ value }) => value === documentValue(document)));
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    // Whatever sends the author's form: ours stands for it.
    if (!this.#place.isSent(event.target)) return;
    event.preventDefault();
    // The host's scripts have no business with these answers.
    event.stopPropagation();
    if (this.#sending.busy) return;
    if (this.#state.received) return this.#submission?.again();
    // What was chosen by no hand, such as an extension's, shows what belongs to it too.
    this.#onChange();
    const answers = answersOf(this.#form);
    if (!this.#reply.content && !(await this.#sending.waitFor(this.#reply.fetch()))) return;
    const ours: readonly (readonly [string, string])[] = [
      ['_page', location.origin + location.pathname],
      ['_lang', this.#language],
    ];
    const reply = this.#reply.content;
    if (reply) {
      this.#submission ??= new reply.Submission({
        host: this.#host,
        place: this.#place,
        state: this.#state,
        sending: this.#sending,
        clear: this.#clear,
      });
      return this.#submission.send(answers, ours, event.submitter);
    }
    const { receiver, source } = this.#place;
    if (!this.#host.dispatchEvent(new RequestCheckedEvent())) return;
    const theirs = source ? [...new FormData(source)].filter(([name]) => !isAsked(name)) : [];
    const send = (all: readonly (readonly [string, string])[]) =>
      postNatively(this.#form, [...answers, ...theirs, ...all], source);
    if (await this.#sending.send(receiver && send, ours))
      this.#host.dispatchEvent(new RequestFailedEvent());
  };

  readonly #onPageshow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#clear();
  };

  /** Empties the form: whoever comes back to this page may be somebody else. */
  readonly #clear = (): void => {
    Object.assign(this.#state, newState(this.#firstTicks()));
    empty(controlsOf(this.#form), this.#state.ticked);
    this.#place.author.empty();
    this.#sending.reset();
    this.#submission?.restoreTitle();
    this.#host.requestUpdate();
  };

  /** A document that is the only one on its page is the one that is meant. */
  #firstTicks(): ReadonlySet<string> {
    const [only, second] = this.#documents.found;
    return new Set(only && !second ? [documentKey(only)] : []);
  }
}
