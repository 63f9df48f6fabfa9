import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { londonTime } from '../../calendar/london.ts';
import type { Settings } from '../settings/options.ts';
import type { AcceptOutcome, Intake, NewRequest } from '../store/store.ts';
import { fingerprintOf } from './fingerprint.ts';
import { senderOf } from './rate.ts';
import type { Allowance } from '../settings/allowance.ts';
import { isKey } from './submission.ts';
import type { Submission } from './submission.ts';

/** One request to the receiver: who sent it, and what the log is told of it. */
export interface RequestContext {
  readonly address: string | undefined;
  reference?: string;
  /** What became of it, as `LogEntry` has it. */
  code?: string;
}

/** A posted request on its way into the store. */
export interface Posted {
  readonly submission: Submission;
  readonly now: Date;
  readonly key: string;
  /** What the reference comes from, where it is not the key. */
  readonly seed?: string;
  /** Why it goes into quarantine; empty where it does not. */
  readonly quarantine: readonly string[];
}

/** The store failed, and whoever runs the receiver has been told why. */
export class StoreError extends Error {}

/** Asks the store; whatever goes wrong there is told apart from faults of our own. */
export async function ask<T>(
  { store, onError }: Settings,
  question: (store: Intake) => Promise<T>,
): Promise<T> {
  try {
    return await question(store);
  } catch (error) {
    onError(error);
    throw new StoreError();
  }
}

/** The keys under which a request is kept; `undefined` where a program's key is malformed. */
export function keysFor(
  isJson: boolean,
  sent: string,
  submission: Submission,
  now: Date,
): Pick<Posted, 'key' | 'seed'> | undefined {
  if (!isJson) return formKey(sent, submission, now);
  if (sent === '') return { key: randomUUID() };
  return isKey(sent) ? { key: sent } : undefined;
}

/**
 * A form without JavaScript may carry the same key on everybody's screen, or none. So its key is
 * made of the answers and the day as well: the same form sent twice is one request, other answers
 * are another one, and asking again another day is too. Answers can be guessed, so the reference
 * does not come from them. The space keeps it apart from every key that a program can send.
 */
function formKey(sent: string, submission: Submission, now: Date): { key: string; seed: string } {
  const parts = [sent, fingerprintOf(submission.request), londonTime(now).date];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return { key: `form ${hash}`, seed: randomUUID() };
}

const TOKEN_BYTES = 24;
let randomness = Buffer.alloc(0);

/** The unguessable part of a receipt's address. The system is asked for randomness for many at a time. */
function receiptToken(): string {
  if (randomness.length === 0) randomness = randomBytes(TOKEN_BYTES * 64);
  const token = randomness.subarray(0, TOKEN_BYTES).toString('base64url');
  randomness = randomness.subarray(TOKEN_BYTES);
  return token;
}

/** Keeps a request in the store, once for each key. */
export async function keep(
  settings: Settings,
  normal: Allowance,
  posted: Posted,
  context: RequestContext,
): Promise<AcceptOutcome> {
  const { submission, now, key, seed, quarantine } = posted;
  const { request, page, language } = submission;
  const asked: NewRequest = {
    key,
    fingerprint: fingerprintOf(request),
    token: receiptToken(),
    receivedAt: now.toISOString(),
    replyBy: settings.dueDate(now),
    replyWithin: settings.replyDays,
    request,
    quarantine,
    deliveries: settings.deliver.channelsFor(request),
    ...(seed !== undefined && { seed }),
    ...(page !== undefined && { page }),
    ...(language !== undefined && { language }),
  };
  const kept = await ask(settings, (store) => store.accept(asked));
  if (kept.outcome !== 'conflict') {
    context.reference = kept.receipt.reference;
    context.code = kept.outcome;
  }
  if (kept.outcome === 'new') settings.deliver.wake();
  // The same request again, as after an answer that got lost, is no sign of a flood.
  else if (context.address !== undefined) normal.giveBack(senderOf(context.address));
  return kept;
}
