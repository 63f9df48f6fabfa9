import type { IsoDate } from '../../calendar/london.ts';
import type { RequestedDocument } from '../../format-request/schema/document-value.ts';
import type { TextField } from '../../format-request/schema/fields.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';
import type { FigureSource } from './figures.ts';

/**
 * How far a request has got. A quarantined one looks like spam, and a person has yet to look at it. One
 * that a person has called `spam` sends nothing to anybody.
 */
export type RequestState = 'new' | 'acknowledged' | 'in-progress' | 'done' | 'quarantined' | 'spam';

/** Every state, in the order that requests pass through them. */
export const REQUEST_STATES: readonly RequestState[] = [
  'new',
  'acknowledged',
  'in-progress',
  'done',
  'quarantined',
  'spam',
];

/** The states in which somebody still waits for an answer. */
export const OPEN_STATES: readonly RequestState[] = ['new', 'acknowledged', 'in-progress'];

/** The states in which a person has decided that nothing more is to be done. */
export const CLOSED: readonly RequestState[] = ['done', 'spam'];

/** A checked request, ready to be kept. */
export interface NewRequest {
  /** What tells a repeat from another request: the idempotency key, the same at every repeat. */
  readonly key: string;
  /** What the reference is derived from, where that is not the key. */
  readonly seed?: string;
  /** What `fingerprintOf` makes of the answers: tells a repeat from a key used twice. */
  readonly fingerprint: string;
  /** The unguessable last part of the receipt page's address. Not used where this is a repeat. */
  readonly token: string;
  /** The instant of receipt as ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** The date by which a reply is due, or `null` where it leaves the bank-holiday table. */
  readonly replyBy: IsoDate | null;
  /** How many working days are promised. */
  readonly replyWithin: number;
  /** What the person asked for. */
  readonly request: RequestAnswers;
  /** The page the form was on, without query and hash. */
  readonly page?: string;
  /** The language of that page, as a BCP 47 tag. */
  readonly language?: string;
  /** Why it looks like spam. It is quarantined where there is a reason. */
  readonly quarantine?: readonly string[];
  /** The names of the channels over which news of it is to go out. */
  readonly deliveries?: readonly string[];
}

/** What a person is told once their request is kept. It says nothing about them or their needs. */
export interface StoredReceipt {
  /** The reference to quote, as `XXXX-XXXX`. */
  readonly reference: string;
  /** The last part of the receipt page's address. */
  readonly token: string;
  /** The instant of receipt as ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** The date by which a reply is due, or `null` where it leaves the bank-holiday table. */
  readonly replyBy: IsoDate | null;
  /** How many working days are promised. */
  readonly replyWithin: number;
}

/**
 * What became of a request: kept now (`new`), kept before (`repeat`, with the first receipt), or
 * not kept, because its key belongs to a request with other answers (`conflict`).
 */
export type AcceptOutcome =
  | { readonly outcome: 'new' | 'repeat'; readonly receipt: StoredReceipt }
  | { readonly outcome: 'conflict' };

/** A request as it is kept, for the people who answer it. */
export interface StoredRequest {
  /** Counts up with every request that is kept, with gaps. */
  readonly id: number;
  readonly reference: string;
  readonly state: RequestState;
  /** The instant of receipt as ISO 8601 in UTC. */
  readonly receivedAt: string;
  readonly replyBy: IsoDate | null;
  readonly replyWithin: number;
  /** Where a person closed it, as done or as spam: the instant as ISO 8601 in UTC. */
  readonly closedAt: string | null;
  /** Where the personal fields have been wiped: the instant as ISO 8601 in UTC. */
  readonly wipedAt: string | null;
  readonly contactBy: string;
  /** The documents that were chosen from a list; one typed by hand is the answer `document-other`. */
  readonly documents: readonly RequestedDocument[];
  readonly formats: readonly string[];
  /** The other answers; those left empty are not there. */
  readonly answers: Readonly<Partial<Record<TextField, string>>>;
  readonly page: string | null;
  readonly language: string | null;
  /** Why it looked like spam; empty where it did not. */
  readonly quarantine: readonly string[];
}

/** A step in a request's history. */
export interface Change {
  readonly state: RequestState;
  /** The instant as ISO 8601 in UTC. */
  readonly at: string;
  /** Who took the step, as they are known at work. */
  readonly by: string;
  /** What they want remembered; may be empty. */
  readonly note: string;
}

/** One piece of news about a request, over one channel. */
export interface Delivery {
  readonly channel: string;
  /** Held while the request is in quarantine; failed where every attempt did, or where it came back. */
  readonly state: 'held' | 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  /** When the next attempt is due, or the last one was made: ISO 8601 in UTC. */
  readonly at: string;
  /** What the last failed attempt met with; nothing that a person typed. */
  readonly problem: string;
}

/** A request with everything that has happened to it. */
export interface CaseFile {
  readonly request: StoredRequest;
  readonly history: readonly Change[];
  readonly deliveries: readonly Delivery[];
}

/** Numbers about all requests that say nothing of anybody. What is in quarantine, or spam, is not counted. */
export interface Counts {
  readonly formats: readonly { readonly format: string; readonly requests: number }[];
  readonly documents: readonly {
    readonly title: string;
    readonly url: string | null;
    readonly requests: number;
  }[];
  readonly states: Readonly<Record<RequestState, number>>;
  /** Closed by the date that was promised, and after it. */
  readonly answered: { readonly onTime: number; readonly late: number };
}

/** A delivery that one worker alone may now make. */
export interface Claim {
  readonly id: number;
  readonly channel: string;
  /** 1 at the first attempt. */
  readonly attempt: number;
  readonly request: StoredRequest;
}

/** Which deliveries a worker asks for. */
export interface Claimable {
  /** Of this channel alone. */
  readonly channel?: string;
  /** Of all channels but these. */
  readonly except?: readonly string[];
  /**
   * An instant beyond which no delivery waits, as ISO 8601 in UTC: one that does got its time from a clock
   * that was ahead, and is due now.
   */
  readonly latest?: string;
}

/** How an attempt ended. */
export type DeliveryResult =
  | { readonly state: 'sent'; readonly at: string }
  /** To be tried again at the instant `at`. */
  | { readonly state: 'waiting'; readonly at: string; readonly problem: string }
  | { readonly state: 'failed'; readonly at: string; readonly problem: string };

/** What taking requests needs of a store. */
export interface Intake {
  /**
   * Keeps a request and its deliveries in one transaction, once for each key, and gives it a
   * reference that no other request has: `referenceFor(key)`, or with a higher attempt where that
   * one is taken.
   *
   * @returns a promise that is fulfilled only after a durable write. It is rejected where the
   *   request could not be kept; then nothing of it is.
   */
  accept(request: NewRequest): Promise<AcceptOutcome>;
  /**
   * Finds a receipt by its token.
   *
   * @returns `undefined` where no request has that token. The promise is rejected where the store
   *   cannot be read.
   */
  receipt(token: string): Promise<StoredReceipt | undefined>;
  /**
   * Writes a row of its own. The promise is rejected where a request could not be kept either:
   * on a full or read-only disk, or where another process holds the lock.
   */
  probe(): Promise<void>;
}

/** What the people who answer requests need of a store. */
export interface RequestQueue {
  /**
   * Lists requests by the date on which a reply is due, the earliest first.
   *
   * @param filter - which states; a date by which the reply is due; how many at most (1,000).
   */
  list(filter?: {
    readonly states?: readonly RequestState[];
    readonly dueBy?: IsoDate;
    readonly limit?: number;
  }): Promise<StoredRequest[]>;
  /** Lists requests as they came, from the one after an `id`; 0 starts at the first. */
  page(after: number, limit: number): Promise<StoredRequest[]>;
  /** Finds a request by its reference, which is written as `XXXX-XXXX`. */
  find(reference: string): Promise<CaseFile | undefined>;
  /**
   * Finds the references of all requests that hold an email address, in whatever case it was typed and
   * in whatever answer: for somebody who asks what is kept of them.
   */
  findByEmail(email: string): Promise<string[]>;
  /**
   * Takes a step with a request and notes who did so. News that was held back in quarantine goes out where
   * the request is opened (`new`, `acknowledged`, `in-progress`), and never where it is closed.
   *
   * @returns `false` where there is no such request.
   */
  change(reference: string, change: Change): Promise<boolean>;
  /**
   * Wipes everything personal from one request, closes it where it is open, and notes that this was done,
   * by whom and when, and nothing of what was there.
   *
   * @param at - the instant as ISO 8601 in UTC.
   * @returns `false` where there is no such request.
   */
  erase(reference: string, at: string, by: string): Promise<boolean>;
  counts(): Promise<Counts>;
}

/** What sending news of requests needs of a store. */
export interface Outbox {
  /**
   * Claims deliveries that are due: nobody else gets them before `until`.
   *
   * @param now - the instant as ISO 8601 in UTC.
   * @param until - when the claim ends, should the worker never say how the attempt went.
   * @param which - of all channels where it is left out.
   */
  claim(now: string, until: string, limit: number, which?: Claimable): Promise<Claim[]>;
  /** Notes how an attempt ended. A claim that has passed to another worker changes nothing. */
  recordResult(claim: Claim, result: DeliveryResult): Promise<void>;
  /**
   * Notes that a message came back after it had been sent: it has failed.
   *
   * @param at - the instant as ISO 8601 in UTC.
   * @returns `false` where no such message was sent.
   */
  recordBounce(
    reference: string,
    channel: string,
    result: { readonly at: string; readonly problem: string },
  ): Promise<boolean>;
  /** Puts every failed delivery back in the queue, as from `now`. @returns how many. */
  retry(now: string): Promise<number>;
  /** How many deliveries wait, and how many were given up. */
  backlog(): Promise<{ readonly waiting: number; readonly failed: number }>;
}

/** What the daily jobs need of a store. */
export interface DailyJobs {
  /**
   * Wipes everything personal from requests that a person closed, as done or as spam, before an instant.
   * What nobody has decided about is never wiped. Formats, dates and documents that at least
   * `COUNTED_TOGETHER` requests ask for stay, for the counts. Nothing of it is left in the database's files.
   *
   * @param before - the instant as ISO 8601 in UTC.
   * @param now - when this is, in the same form.
   * @returns how many requests were wiped.
   */
  wipe(before: string, now: string): Promise<number>;
  /**
   * Claims a job that is to be done once on a date. It is due on every date but the one on which it was
   * last finished, so that a clock that was ahead for a while holds up nothing.
   *
   * @param now - the instant, and `until` when the claim ends: ISO 8601 in UTC.
   * @returns whether the job is yours. Say so with `finishJob` once it is done.
   */
  claimJob(job: string, date: IsoDate, now: string, until: string): Promise<boolean>;
  /** Notes that a job was done on a date. */
  finishJob(job: string, date: IsoDate): Promise<void>;
}

/** How many requests have to name a document for a wiped one to go on naming it. */
export const COUNTED_TOGETHER = 3;

/** Where the receiver keeps requests. */
export interface Store extends Intake, RequestQueue, Outbox, DailyJobs, FigureSource {
  /** Lets go of the database. A closed store refuses everything else, and can be closed again. */
  close(): Promise<void>;
}
