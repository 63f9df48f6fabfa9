import { attempt, disable } from './attempt.ts';

/** How many navigations of the page's own are answered before the next destination is tried. */
const PATIENCE = 9;

/** The one navigation that a page which is being left still makes. */
export interface WayOut {
  /** Ends whatever the page has begun, and lets it begin nothing more. */
  close(): void;
  /** Goes to an address in the place of the page. */
  go(address: string): void;
  /** Goes there once more, where something has stopped it. */
  again(): void;
}

/**
 * Makes the way out of a page, which nothing that the page does can cancel, intercept or overtake.
 *
 * @param page - the window of the page that is left.
 */
export function createWayOut(page: Window & typeof globalThis): WayOut {
  const { location, navigation, history, setTimeout } = page;
  const { prototype } = page.History;
  let closed = false;
  let to = '';
  let ours: AbortSignal | undefined;
  /** How many of the events before unloading are still to come of our own navigations. */
  let expected = 0;
  let answers = 0;

  const send = (): void => {
    expected += 1;
    // A frame of another site's page takes all of it along, where the browser lets it.
    if (page.top !== page) attempt(() => page.top?.location.replace(to));
    location.replace(to);
  };
  const again = (): void => {
    answers += 1;
    if (answers < PATIENCE) setTimeout(send);
  };

  // It stands before any listener of the page: none of them gets to cancel or intercept the way out.
  navigation?.addEventListener('navigate', (event) => {
    if (!closed) return;
    event.stopImmediatePropagation();
    if (event.destination.url === to) {
      ours = event.signal;
    } else if (!event.userInitiated) {
      event.preventDefault();
      setTimeout(() => {
        if (ours?.aborted) again();
      });
    }
  });

  /** No question about unsaved changes is asked, and no key and no click does anything any more. */
  const refuse = (event: Event): void => {
    event.stopImmediatePropagation();
    if (event.type !== 'beforeunload') event.preventDefault();
    // Without the Navigation API this is where a navigation of the page's own shows.
    else if (!navigation && (expected -= 1) < 0) again();
  };

  return {
    close() {
      closed = true;
      for (const type of ['beforeunload', 'keydown', 'click', 'auxclick', 'submit'])
        page.addEventListener(type, refuse, true);
      attempt(() => page.stop());
      disable(page, 'setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback');
      // The address bar shows the page's own address for as long as the destination takes.
      to = new URL('/', location.href).href;
      attempt(() => prototype.replaceState.call(history, null, '', to));
      disable(prototype, 'back', 'forward', 'go', 'pushState', 'replaceState');
    },
    go(address) {
      to = address;
      answers = 0;
      send();
    },
    again,
  };
}
