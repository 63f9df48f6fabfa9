import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { msg } from '../../i18n/msg.ts';
import type { Means, SendOutcome } from './delivery.ts';

/**
 * The key under which a receiver stores one request, however often it is sent. It is renewed when the
 * answers change, unless an earlier attempt may have arrived: then the receiver has to be asked.
 */
export class IdempotencyKey {
  #key = '';
  #answers = '';
  #mayHaveArrived = false;

  /** The key for a set of answers. */
  for(answers: string): string {
    if (!this.#key || (answers !== this.#answers && !this.#mayHaveArrived)) this.renew();
    this.#answers = answers;
    return this.#key;
  }

  /** Whether an attempt under this key may have arrived without an answer coming back. */
  get mayHaveArrived(): boolean {
    return this.#mayHaveArrived;
  }

  /** Takes note of how an attempt under this key ended. A clear no leaves an earlier doubt as it is. */
  recordResult({ state }: SendOutcome): void {
    this.#mayHaveArrived ||= state === 'unconfirmed';
  }

  /** Forgets the key: the next set of answers gets another. */
  renew(): void {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    this.#key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#mayHaveArrived = false;
  }
}

type Entry = readonly [string, string];

/** Where a request stands before it is received. */
export type Phase =
  | 'editing'
  | 'sending'
  | 'retrying'
  | 'offline'
  | 'online'
  | 'rejected'
  | 'expired'
  | 'turned-away'
  | 'unconfirmed'
  | 'unanswered';

/** Sends one request at a time, and knows what can be said about it. */
export class Sending implements ReactiveController {
  phase: Phase = 'editing';
  readonly #host: ReactiveControllerHost;
  readonly #key = new IdempotencyKey();
  #visit = {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
  }

  /** Whether an answer is being waited for. */
  get busy(): boolean {
    return this.phase === 'sending' || this.phase === 'retrying';
  }

  /** Whether the last attempt ended without a receipt, so that other ways may be wanted. */
  get failed(): boolean {
    return ['rejected', 'turned-away', 'unconfirmed', 'unanswered'].includes(this.phase);
  }

  /** What to say about the request: one sentence for each phase. */
  get status(): string {
    switch (this.phase) {
      case 'editing':
        return '';
      case 'sending':
        return msg('Sending your request…');
      case 'retrying':
        return msg('This takes longer than usual. We are trying again…');
      case 'offline':
        return msg(
          'You are offline. Your answers are still here. Wait until you are online again.',
        );
      case 'online':
        return msg('You are online again. Your request has not been sent yet: send it now.');
      case 'rejected':
        return msg(
          'We could not take your request. Your answers are still here: ask us in another way, or try again later.',
        );
      case 'expired':
        return msg(
          'We could not take your request, perhaps because this page was open for a long time. Your answers are still here: send it again.',
        );
      case 'turned-away':
        return msg(
          'Very many requests are being sent at the moment, and yours has not been received. Your answers are still here: try again later, or ask us in another way.',
        );
      case 'unconfirmed':
        return msg(
          'We could not confirm that your request arrived. Your answers are still here: try again in a moment.',
        );
      case 'unanswered':
        return msg(
          'We could not confirm that your request arrived. It may have arrived: ask us in another way before you send it again. Your answers are still here.',
        );
    }
  }

  /**
   * Waits for what sending needs, while nothing else can be sent.
   *
   * @returns whether the form is still to be sent then.
   */
  async waitFor(means: Promise<unknown>): Promise<boolean> {
    const visit = this.#visit;
    this.#become('sending');
    await means;
    if (visit !== this.#visit) return false;
    this.#become('editing');
    return true;
  }

  /**
   * Sends the answers.
   *
   * @param send - what brings them to the receiver; with none nothing is sent.
   * @param answers - everything that is sent, without the key.
   * @returns `undefined` where nothing was sent, or nobody waits for the outcome any more.
   */
  async send(
    send: ((fields: Entry[], means: Means) => Promise<SendOutcome>) | '',
    answers: readonly Entry[],
  ): Promise<SendOutcome | undefined> {
    if (!navigator.onLine) {
      this.#become('offline');
      return undefined;
    }
    const visit = this.#visit;
    this.#become('sending');
    const onRetry = (): void => {
      if (visit === this.#visit) this.#become('retrying');
    };
    const once = async (): Promise<SendOutcome> =>
      send
        ? send([...answers, ['_key', this.#key.for(JSON.stringify(answers))]], {
            onRetry,
            isOver: () => visit !== this.#visit,
          })
        : { state: 'rejected' };
    let outcome = await once();
    if (visit === this.#visit && outcome.state === 'conflict') {
      // An earlier version of these answers did arrive. This one is a request of its own.
      this.#key.renew();
      outcome = await once();
      // Nothing can be held under a key that is new: the receiver wants none of it.
      if (outcome.state === 'conflict') outcome = { state: 'rejected' };
    }
    if (visit !== this.#visit) return undefined;
    this.#key.recordResult(outcome);
    this.#become(this.#phaseAfter(outcome));
    return outcome;
  }

  /** Forgets the request, also one that is under way. */
  reset(): void {
    this.#visit = {};
    this.#key.renew();
    this.#become('editing');
  }

  #phaseAfter({ state }: SendOutcome): Phase {
    if (state === 'received' || state === 'refused') return 'editing';
    if (state === 'unanswered') return state;
    const isNo = state === 'turned-away' || state === 'rejected' || state === 'expired';
    return isNo && !this.#key.mayHaveArrived ? state : 'unconfirmed';
  }

  #become(phase: Phase): void {
    this.phase = phase;
    this.#host.requestUpdate();
  }

  /** Says that it can be sent now, and leaves that to the person. What may have arrived stays in doubt. */
  readonly #onOnline = (): void => {
    if (this.phase === 'offline') this.#become(this.#key.mayHaveArrived ? 'unconfirmed' : 'online');
  };
}
