import { attempt, disable } from './attempt.ts';

/** The one navigation that a page which is being left still makes. */
export interface WayOut {
  /** Ends whatever the page has begun, and lets it begin nothing more. */
  close(): void;
  /** Goes to an address in the place of the page. */
  go(address: string): void;
  /** Goes there once more, where something has stopped it. */
  again(): void;
}

/** Makes the way out of the page, which nothing that the page does can cancel, intercept or overtake. */
export function createWayOut(): WayOut {
  // The page gets to have none of these any more.
  const later = setTimeout;
  const navigation = self.navigation as Navigation | undefined;
  let closed = false;
  let to = '';
  let ours: AbortSignal | undefined;
  /** How many of the events before unloading are still to come of our own navigations. */
  let expected = 0;

  const send = (): void => {
    expected += 1;
    // A frame takes the page around it along, another site's where the browser lets it.
    if (top !== self) attempt(() => top?.location.replace(to));
    location.replace(to);
  };
  const again = (): void => void later(send);

  // It stands before any listener of the page: none of them gets to cancel or intercept the way out.
  navigation?.addEventListener('navigate', (event) => {
    if (!closed) return;
    event.stopImmediatePropagation();
    if (event.destination.url === to) {
      ours = event.signal;
    } else if (!event.userInitiated) {
      // People may still press Back. A form that is sent stops the way out even so.
      event.preventDefault();
      later(() => ours?.aborted && send(), 300);
    }
  });

  /** No question about unsaved changes is asked, and no key does anything any more. */
  const refuse = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.type !== 'beforeunload') event.preventDefault();
    // Without the Navigation API this is where a navigation of the page's own shows.
    else if (!navigation && (expected -= 1) < 0) again();
  };

  return {
    close() {
      closed = true;
      for (const type of ['beforeunload', 'keydown']) addEventListener(type, refuse, true);
      // Without the Navigation API, what the page does about a fetch that has failed could overtake the exit.
      attempt(() => navigation && stop());
      disable(self, 'setTimeout', 'setInterval');
      // The address bar shows the page's own address for as long as the destination takes. A frame that the
      // page wrote itself has none.
      attempt(() => {
        to = new URL('/', location.href).href;
        History.prototype.replaceState.call(history, null, '', to);
      });
      disable(History.prototype, 'replaceState', 'back', 'pushState', 'go');
    },
    go(address) {
      to = address;
      // What the page answers to `stop()` at once is overtaken like this, and does not overtake.
      again();
    },
    again,
  };
}
