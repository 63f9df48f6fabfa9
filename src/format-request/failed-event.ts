/** Says that no receipt came: the request was turned away, or nobody can tell whether it arrived. The answers are still in the form. */
export class RequestFailedEvent extends Event {
  constructor() {
    super('handrail-request-failed', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'handrail-request-failed': RequestFailedEvent;
  }
}
