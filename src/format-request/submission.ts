import { drawWithTexts, msg } from '../i18n/msg.ts';
import { PageTitle } from './dom/page-title.ts';
import { along } from './dom/along.ts';
import { answersOf } from './dom/form-data.ts';
import { freshFields } from './dom/fresh-fields.ts';
import type { FormPlace } from './form-place.ts';
import { OwnMarks } from './dom/own-marks.ts';
import type { FormState } from './form-state.ts';
import { ownProblems } from './view/own-problems.ts';
import type { OwnProblem } from './view/own-problems.ts';
import { RequestCheckedEvent } from './checked-event.ts';
import { RequestFailedEvent } from './failed-event.ts';
import { RequestReceivedEvent } from './received-event.ts';
import type { FormHost } from './form-host.ts';
import { FIELDS } from './schema/fields.ts';
import type { SaidProblem } from './schema/problem.ts';
import { readWays } from './settings.ts';
import { problemsIn } from './schema/problems.ts';
import { readRequest } from './schema/request.ts';
import { deliver, persist } from './sending/delivery.ts';
import type { Means, SendOutcome } from './sending/delivery.ts';
import { postOnce, textsOf } from './sending/endpoint.ts';
import type { Fields } from './sending/endpoint.ts';
import { postNatively } from './sending/native-post.ts';
import { bareName } from './sending/said-problems.ts';
import type { NamedMessage } from './sending/said-problems.ts';
import type { Sending } from './sending/sending.ts';
import { whoseIs } from './sending/whose.ts';
import { declaredWay, successUrlOf } from './way.ts';
import type { Way } from './way.ts';

/** What is sent, and from where. */
export interface Submitted {
  readonly host: FormHost;
  readonly place: FormPlace;
  readonly state: FormState;
  readonly sending: Sending;
  /** Empties the form. */
  readonly clear: () => void;
}

type Entry = readonly [string, string];

/** What follows once somebody presses Send: problems, a receipt, or other ways to ask. */
export class Submission {
  readonly #of: Submitted;
  readonly #title = new PageTitle();
  readonly #marks = new OwnMarks();
  /** What is known of endpoints that said what they are. */
  readonly #found = new Map<string, Way>();
  /** What the page's hidden fields hold since a token of theirs expired. */
  #fresh: ReadonlyMap<string, string> = new Map();

  constructor(submitted: Submitted) {
    this.#of = submitted;
  }

  /**
   * Checks the answers, sends them where nothing is wrong, and says what has come of it.
   *
   * @param answers - what stands in the form.
   * @param ours - what a receiver of ours is told beside that and what goes along with it.
   * @param pressed - what was pressed.
   */
  async send(
    answers: readonly Entry[],
    ours: readonly Entry[],
    pressed: HTMLElement | null,
  ): Promise<void> {
    const { host, place, state, sending, clear } = this.#of;
    const request = readRequest(answers);
    state.problems = problemsIn(request, readWays(host.contactWays));
    state.own = drawWithTexts(host.texts, () => ownProblems(place.author.own));
    this.#mark();
    if (state.problems.length + state.own.length > 0) return this.#showProblems();
    this.restoreTitle();
    host.requestUpdate();
    if (!host.dispatchEvent(new RequestCheckedEvent())) return;
    const { receiver, author, source, form } = place;
    const theirs = form.contains(pressed) ? undefined : pressed;
    const all = along(answers, author, source, theirs).map(
      ([name, value]) => [name, this.#fresh.get(name) ?? value] as const,
    );
    const outcome = await sending.send(
      receiver && ((texts, means) => this.#post(receiver, all, texts, means)),
      [...textsOf(all).filter(([name]) => !/^_(key|page|lang)$/.test(name)), ...ours],
    );
    if (outcome?.state === 'received') {
      const changed = String(answersOf(place.form)) !== String(answers);
      clear();
      state.received = { receipt: outcome.receipt, request, changed };
      await this.#focus('.handrail-receipt > [tabindex]');
      host.dispatchEvent(new RequestReceivedEvent(outcome.receipt));
    } else if (outcome?.state === 'refused') {
      state.problems = [...outcome.problems, ...this.#ourProblems(outcome.said ?? [])];
      state.own = this.#theirProblems(outcome.said ?? []);
      this.#mark();
      await this.#showProblems();
    } else if (outcome) {
      host.dispatchEvent(new RequestFailedEvent());
    }
  }

  /** Goes from a receipt back to an empty form. */
  async again(): Promise<void> {
    this.#of.clear();
    await this.#focus('[data-handrail-ui] [name]');
  }

  /** Takes back what the page's title says of problems. */
  restoreTitle(): void {
    this.#title.restore();
  }

  /** How to send: as declared, or as the endpoint turns out to be. Only ours is told things in JSON. */
  async #wayTo(receiver: string, means: Means): Promise<Way | undefined> {
    const known = declaredWay(this.#of.host, receiver) ?? this.#found.get(receiver);
    if (known) return known;
    const { whose } = await persist(async () => {
      const found = await whoseIs(receiver);
      return { whose: found, again: found === 'nobody' };
    }, means);
    if (whose === 'nobody') return undefined;
    const way = whose === 'ours' ? 'handrail' : 'native';
    this.#found.set(receiver, way);
    return way;
  }

  async #post(
    receiver: string,
    fields: Fields,
    texts: readonly Entry[],
    means: Means,
  ): Promise<SendOutcome> {
    const { host, place } = this.#of;
    const { source } = place;
    const way = await this.#wayTo(receiver, means);
    if (means.isOver?.()) return { state: 'rejected' };
    if (way === 'handrail') return deliver(receiver, texts, means);
    if (way === 'native') return postNatively(place.form, fields, source);
    if (!way) return { state: 'rejected' };
    const outcome = await postOnce(
      {
        action: receiver,
        enctype: source?.getAttribute('enctype') ?? '',
        successUrl: successUrlOf(host),
        referencePath: host.referencePath,
        known: new Set([...FIELDS, ...fields.map(([name]) => name)].map(bareName)),
      },
      fields,
    );
    if (outcome.state !== 'rejected' || !outcome.token) return outcome;
    // Whoever is turned away with a new token too is turned away for another reason.
    const fresh = this.#fresh.size > 0 ? new Map<string, string>() : await freshFields(host);
    this.#fresh = fresh;
    return fresh.size > 0 ? { state: 'expired' } : outcome;
  }

  /** What an endpoint says of fields of ours. */
  #ourProblems(said: readonly NamedMessage[]): SaidProblem[] {
    return said.flatMap(({ name, message }) => {
      const field = FIELDS.find((one) => bareName(one) === bareName(name));
      return field ? [{ field, message, code: 'said' }] : [];
    });
  }

  /** What it says of the author's fields, and of none. */
  #theirProblems(said: readonly NamedMessage[]): OwnProblem[] {
    const { own } = this.#of.place.author;
    return said
      .filter(({ name }) => !FIELDS.some((one) => bareName(one) === bareName(name)))
      .map(({ name, message }) => ({
        control: own.find(
          (one): one is HTMLInputElement =>
            'name' in one && bareName(String(one.name)) === bareName(name),
        ),
        text: message,
      }));
  }

  #mark(): void {
    const { place, state } = this.#of;
    this.#marks.set(state.own, place.form.id);
  }

  async #showProblems(): Promise<void> {
    if (this.#of.host.isConnected)
      this.#title.mark(drawWithTexts(this.#of.host.texts, () => msg('Error:')));
    await this.#focus('.handrail-summary');
  }

  /** Puts the focus on something once it is drawn. */
  async #focus(selector: string): Promise<void> {
    const { host, place } = this.#of;
    host.requestUpdate();
    await host.updateComplete;
    place.form.querySelector<HTMLElement>(selector)?.focus();
  }
}
