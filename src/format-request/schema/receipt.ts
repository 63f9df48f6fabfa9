import type { IsoDate } from '../../calendar/london.ts';

/** What the receiver promises once a request is safely stored. */
export interface Receipt {
  /** The request's reference, such as `K7M4-PX3T`. */
  readonly reference: string;
  /** The instant of receipt: ISO 8601, UTC; empty where the receiver does not say. */
  readonly receivedAt: string;
  /** The date in London by which a reply is due; `null` where it cannot be known. */
  readonly replyBy: IsoDate | null;
  /** The promise in working days; `undefined` where the receiver does not say. */
  readonly replyWithin: number | undefined;
}

/** Whether something is a number of working days that can be promised. */
export function isDays(days: unknown): days is number {
  return Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 100;
}
