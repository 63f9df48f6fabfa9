import { drawWithTexts, msg } from '../i18n/msg.ts';
import { PageTitle } from './dom/page-title.ts';
import { answersOf } from './dom/form-data.ts';
import type { FormState } from './form-state.ts';
import { RequestFailedEvent } from './failed-event.ts';
import { RequestReceivedEvent } from './received-event.ts';
import type { FormHost } from './form-host.ts';
import { problemsIn } from './schema/problems.ts';
import { readRequest } from './schema/request.ts';
import { deliver } from './sending/delivery.ts';
import type { Sending } from './sending/sending.ts';

/** What is sent, and from where. */
export interface Submitted {
  readonly host: FormHost;
  readonly form: HTMLFormElement;
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

  constructor(submitted: Submitted) {
    this.#of = submitted;
  }

  /**
   * Checks the answers, sends them where nothing is wrong, and says what has come of it.
   *
   * @param receiver - the receiver's address.
   * @param answers - what stands in the form.
   * @param fields - everything that is sent.
   */
  async send(receiver: string, answers: readonly Entry[], fields: readonly Entry[]): Promise<void> {
    const { host, form, state, sending, clear } = this.#of;
    const request = readRequest(answers);
    state.problems = problemsIn(request, true);
    if (state.problems.length > 0) return this.#showProblems();
    this.restoreTitle();
    const outcome = await sending.send(deliver, receiver, fields);
    if (outcome?.state === 'received') {
      const changed = String(answersOf(form)) !== String(answers);
      clear();
      state.received = { receipt: outcome.receipt, request, changed };
      await this.#focus('.handrail-receipt > [tabindex]');
      host.dispatchEvent(new RequestReceivedEvent(outcome.receipt));
    } else if (outcome?.state === 'refused') {
      state.problems = outcome.problems;
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

  async #showProblems(): Promise<void> {
    if (this.#of.host.isConnected)
      this.#title.mark(drawWithTexts(this.#of.host.texts, () => msg('Error:')));
    await this.#focus('.handrail-summary');
  }

  /** Puts the focus on something once it is drawn. */
  async #focus(selector: string): Promise<void> {
    const { host, form } = this.#of;
    host.requestUpdate();
    await host.updateComplete;
    form.querySelector<HTMLElement>(selector)?.focus();
  }
}
