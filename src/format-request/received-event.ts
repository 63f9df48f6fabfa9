import type { IsoDate } from '../calendar/london.ts';
import type { Receipt } from './schema/receipt.ts';

/** Says that the receiver has stored a request. It carries nothing that the person wrote. */
export class RequestReceivedEvent extends Event {
  /** The request's reference, such as `K7M4-PX3T`. */
  readonly reference: string;
  /** The instant of receipt: ISO 8601, UTC; empty where the receiver does not say. */
  readonly receivedAt: string;
  /** The date in London by which a reply is due, or `null` where it cannot be known. */
  readonly replyBy: IsoDate | null;

  constructor({ reference, receivedAt, replyBy }: Receipt) {
    super('handrail-request-received', { bubbles: true, composed: true });
    this.reference = reference;
    this.receivedAt = receivedAt;
    this.replyBy = replyBy;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'handrail-request-received': RequestReceivedEvent;
  }
}
