import type { IsoDate } from '../calendar/london.ts';
import type { FormatRequest } from '../format-request/request.ts';

/** A checked request, ready to be kept. */
export interface NewRequest {
  /** The idempotency key: 8 to 100 visible ASCII characters, the same at every repeat. */
  readonly key: string;
  /** What `fingerprintOf` makes of the answers: tells a repeat from another request. */
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
  readonly request: FormatRequest;
  /** The page the form was on, without query and hash. */
  readonly page?: string;
  /** The language of that page, as a BCP 47 tag. */
  readonly language?: string;
}

/** What a person is told once their request is kept. It says nothing about them or their needs. */
export interface Receipt {
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
export type Outcome =
  | { readonly outcome: 'new' | 'repeat'; readonly receipt: Receipt }
  | { readonly outcome: 'conflict' };

/** Where the receiver keeps requests. */
export interface Store {
  /**
   * Keeps a request in one transaction, once for each key, and gives it a reference that no other
   * request has: `referenceFor(key)`, or with a higher attempt where that one is taken.
   *
   * @returns a promise that is fulfilled only after a durable write. It is rejected where the
   *   request could not be kept; then nothing of it is.
   */
  accept(request: NewRequest): Promise<Outcome>;
  /**
   * Finds a receipt by its token.
   *
   * @returns `undefined` where no request has that token. The promise is rejected where the store
   *   cannot be read.
   */
  receipt(token: string): Promise<Receipt | undefined>;
}
