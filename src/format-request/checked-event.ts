/**
 * Says that the answers have been checked and are about to be sent. Cancelled, nothing is sent, and the
 * form stays as it is. It carries nothing that the person wrote.
 */
export class RequestCheckedEvent extends Event {
  constructor() {
    super('handrail-request-checked', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'handrail-request-checked': RequestCheckedEvent;
  }
}
