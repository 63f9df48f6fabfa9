import { isIsoDate } from '../../calendar/london.ts';
import { FIELDS } from '../schema/fields.ts';
import type { SaidProblem } from '../schema/problem.ts';
import { problemSentence } from '../schema/problems.ts';
import { isDays } from '../schema/receipt.ts';
import type { Receipt } from '../schema/receipt.ts';
import type { NamedMessage } from './said-problems.ts';

/** What is known once an attempt to send has ended. */
export type SendOutcome =
  | { readonly state: 'received'; readonly receipt: Receipt }
  /** The receiver looked at the answers and wants some of them changed. */
  | {
      readonly state: 'refused';
      readonly problems: readonly SaidProblem[];
      /** What somebody else's endpoint says, in its own words and with its own names. */
      readonly said?: readonly NamedMessage[];
    }
  /** The receiver holds other answers under the same key: an earlier request did arrive. */
  | { readonly state: 'conflict' }
  /** The receiver turned the request away for a reason that no answer mends, perhaps an expired token. */
  | { readonly state: 'rejected'; readonly token?: boolean }
  /** A token of the page had expired, and a new one is there: the request can be sent again. */
  | { readonly state: 'expired' }
  /** The receiver takes no more requests for now, and has not taken this one. */
  | { readonly state: 'turned-away' }
  /** Nobody can say whether the request arrived. Sending it again with the same key is safe. */
  | { readonly state: 'unconfirmed' }
  /** The browser has sent the request, and no page came of it. Sending it again may make two of it. */
  | { readonly state: 'unanswered' };

/** What sending needs from its surroundings: a test brings its own. */
export interface Means {
  readonly send?: typeof fetch;
  /** Settles after a number of milliseconds. */
  readonly wait?: (pause: number) => Promise<void>;
  /** Is told before each further attempt. */
  readonly onRetry?: () => void;
  /** Whether the form was emptied or left meanwhile, so that nothing may go out any more. */
  readonly isOver?: () => boolean;
}

/** How long an attempt may take, in milliseconds. */
const PATIENCE = 15_000;

/** How long to wait before each further attempt, in milliseconds. */
const PAUSES = [1000, 3000, 8000];

/** The longest that a receiver may ask us to wait while somebody watches, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/** The statuses that another attempt with the same key may turn into a receipt. */
const PASSING = [408, 409, 425, 429, 502, 503, 504];

/** The longest reference that anybody could read out or write down. */
const LONGEST_REFERENCE = 100;

/** A body with a reference is a receipt. A date or a number of days that is none is left out of it. */
export function readReceipt(body: unknown): Receipt | undefined {
  const { reference, receivedAt, replyBy, replyWithin } = (body ?? {}) as Record<string, unknown>;
  if (typeof reference !== 'string' || reference.length > LONGEST_REFERENCE) return undefined;
  if (reference.trim() === '') return undefined;
  return {
    reference,
    receivedAt: typeof receivedAt === 'string' ? receivedAt : '',
    replyBy: typeof replyBy === 'string' && isIsoDate(replyBy) ? replyBy : null,
    replyWithin: isDays(replyWithin) ? replyWithin : undefined,
  };
}

/** What a receiver says may be anything. */
function isSentence(said: unknown): boolean {
  return typeof said === 'string' && said !== '';
}

/** The problems that can be shown beside a field of ours, and that there is a sentence for. */
function problemsFrom(body: unknown): readonly SaidProblem[] {
  const { problems } = (body ?? {}) as { problems?: unknown };
  if (!Array.isArray(problems)) return [];
  return (problems as readonly (SaidProblem | null)[])
    .filter((problem) => problem !== null)
    .filter((problem) => FIELDS.includes(problem.field) && isSentence(problemSentence(problem)));
}

/** The fields as the receiver's JSON has them: `document` and `format` are lists, the rest are texts. */
export function toJson(fields: Iterable<readonly [string, string]>): string {
  const body: Record<string, string | string[]> = { document: [], format: [] };
  for (const [name, value] of fields) {
    const given = body[name];
    if (Array.isArray(given)) given.push(value);
    else body[name] = given === undefined ? value : `${given} ${value}`;
  }
  return JSON.stringify(body);
}

/** How long a receiver asks to be left alone, in milliseconds; `undefined` where it does not say. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const pause = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}

interface Attempt {
  readonly outcome: SendOutcome;
  /** Whether another attempt may change the outcome. */
  readonly again?: boolean;
  readonly pause?: number | undefined;
}

async function attempt(action: string, body: string, send: typeof fetch): Promise<Attempt> {
  const unconfirmed: SendOutcome = { state: 'unconfirmed' };
  let isTaken = false;
  try {
    const response = await send(action, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // No receiver redirects. What does has perhaps taken the request, and gets no second one.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { status, headers } = response;
    isTaken = response.ok;
    if (PASSING.includes(status)) {
      const pause = retryAfter(headers.get('Retry-After'));
      const outcome: SendOutcome = status === 429 ? { state: 'turned-away' } : unconfirmed;
      return { outcome, again: (pause ?? 0) <= LONGEST_PAUSE, pause };
    }
    if (!response.ok && status !== 422) {
      return { outcome: status >= 400 && status < 500 ? { state: 'rejected' } : unconfirmed };
    }
    if (/html/.test(headers.get('Content-Type') ?? '')) return { outcome: unconfirmed };
    const text = await response.text();
    // An empty answer is no receiver's.
    if (text === '') return { outcome: unconfirmed };
    // What breaks off in the middle throws here.
    const answer: unknown = JSON.parse(text);
    if (response.ok) {
      const receipt = readReceipt(answer);
      return { outcome: receipt ? { state: 'received', receipt } : unconfirmed };
    }
    const problems = problemsFrom(answer);
    if (problems.length > 0) return { outcome: { state: 'refused', problems } };
    // A 422 that gives no reason is what the Idempotency-Key draft has for a key with other answers.
    const { code = 'key-reused' } = (answer ?? {}) as { code?: unknown };
    return { outcome: { state: code === 'key-reused' ? 'conflict' : 'rejected' } };
  } catch {
    // What was taken is not sent again by itself, though its receipt broke off: the person decides.
    return { outcome: unconfirmed, again: !isTaken };
  }
}

/**
 * Does something up to four times, with pauses between.
 *
 * @param attempt - gives `again` where another attempt may end better.
 */
export async function persist<
  T extends { readonly again?: boolean; readonly pause?: number | undefined },
>(
  attempt: () => Promise<T>,
  {
    onRetry,
    wait = (pause: number) => new Promise((resolve) => setTimeout(resolve, pause)),
  }: Means,
): Promise<T> {
  let last = await attempt();
  for (const planned of PAUSES) {
    if (!last.again) break;
    onRetry?.();
    // A little chance keeps many pages from coming back at the same moment.
    await wait(last.pause ?? planned * (0.75 + Math.random() / 2));
    last = await attempt();
  }
  return last;
}

/**
 * Sends a request, up to four times with the same key. It never throws, and it says "received" only
 * for a well-formed receipt: a login page or a firewall's page with status 200 is not one.
 *
 * @param action - the receiver's address.
 * @param fields - names and values, with the idempotency key as `_key`.
 */
export async function deliver(
  action: string,
  fields: Iterable<readonly [string, string]>,
  means: Means = {},
): Promise<SendOutcome> {
  const body = toJson(fields);
  const states = new Set<string>();
  const { outcome } = await persist(async () => {
    const one = await attempt(action, body, means.send ?? fetch);
    states.add(one.outcome.state);
    return one;
  }, means);
  // A no to the last attempt says nothing about an earlier one whose answer got lost.
  const no = outcome.state === 'turned-away' || outcome.state === 'rejected';
  return no && states.has('unconfirmed') ? { state: 'unconfirmed' } : outcome;
}
