import type { RequestAnswers } from '../../format-request/schema/request.ts';
import type { StoredRequest } from '../store/store.ts';

/** News of one request, to go out over one channel. */
export interface News {
  readonly request: StoredRequest;
  /** The same at every attempt, so that whoever gets it twice can tell: `K7M4-PX3T.email`. */
  readonly id: string;
  /** 1 at the first attempt. */
  readonly attempt: number;
  /** Is aborted when the attempt has taken too long. */
  readonly signal: AbortSignal;
}

/** A message to the organisation about the queue as a whole. It names nobody. */
export interface Notice {
  readonly subject: string;
  readonly text: string;
}

/**
 * What an attempt came to: `delivered`, as far as this way can tell, or `accepted` by somebody who will know
 * more later, and is asked again.
 */
export type Sent = 'delivered' | 'accepted';

/** One way in which news of a request goes out. */
export interface DeliveryChannel {
  /** What the store knows it by: it must not change while something waits. */
  readonly name: string;
  /** Whether news of a request goes out this way. */
  suits(request: RequestAnswers): boolean;
  /** The address of the person whom this tells of their own request; left out where it tells staff. */
  readonly recipient?: (request: RequestAnswers) => string;
  /**
   * Makes one attempt.
   *
   * @throws DeliveryError where it failed.
   */
  send(news: News): Promise<Sent>;
  /** How long an attempt may take, in milliseconds. A minute where it is left out. */
  readonly deadline?: number;
  /** Sends a notice to the organisation. A channel to the person who asked has none. */
  readonly notify?: (notice: Notice) => Promise<void>;
  /**
   * Finds out whether this way works, and sends nothing.
   *
   * @throws DeliveryError with what is wrong.
   */
  readonly check?: () => Promise<void>;
}

/** An attempt that failed. The message is kept and logged: nothing that a person typed is in it. */
export class DeliveryError extends Error {
  /** Whether the next attempt would fail as well, until somebody changes something. */
  readonly permanent: boolean;

  /** @param problem - what happened, in a few words of our own, such as `HTTP 503`. */
  constructor(problem: string, permanent = false) {
    super(problem);
    this.permanent = permanent;
  }
}

/** What became of an HTTP call: fulfilled where it went well. */
export function checkStatus(status: number, name: string): void {
  if (status >= 200 && status < 300) return;
  const passing = status >= 500 || [408, 409, 425, 429].includes(status);
  throw new DeliveryError(`${name} answered with status ${String(status)}`, !passing);
}

/** The code of a network error, such as ECONNREFUSED: its message can hold more than we want. */
export function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
