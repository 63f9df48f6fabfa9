/**
 * The way out of a page, whole: it covers the page, takes its name and icon out of the tab, leaves
 * without a referrer, takes the site's other tabs along and keeps Back from showing the visit.
 *
 * It is built into a classic script of its own that belongs first in the page's head. It needs no
 * element and no style sheet, and it works under a strict content security policy.
 */

/** Where an exit leads when its own address cannot be used. */
export const DEFAULT_DESTINATION = 'https://www.bbc.co.uk/weather';

/** For how long after an exit Back and Forward stay shut, in milliseconds. */
const SHUT_FOR = 5 * 60_000;

/** The name of the session cookie and of the channel between tabs. It says nothing on purpose. */
const NAME = '_v';

const INSTALLED = Symbol.for('handrail-guard');

/**
 * Resolves an exit's address.
 *
 * @param href - the attribute as the author wrote it.
 * @param here - the page's own location.
 * @returns an absolute `http` or `https` address on another site, or `undefined` where the given one
 *   is missing, malformed, of another scheme (`javascript:`, `data:`), or on this site.
 */
export function destination(
  href: string | null,
  here: Pick<Location, 'href' | 'hostname'>,
): string | undefined {
  try {
    const url = new URL(href ?? '', here.href);
    const within = (a: string, b: string): boolean => a === b || a.endsWith(`.${b}`);
    const sameSite = within(url.hostname, here.hostname) || within(here.hostname, url.hostname);
    return /^https?:$/.test(url.protocol) && !sameSite ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts the guard on a page. A second call does nothing.
 *
 * @param page - the window to guard.
 */
export function installGuard(page: Window & { [INSTALLED]?: true }): void {
  if (page[INSTALLED]) return;
  page[INSTALLED] = true;

  const { document, location } = page;
  const html = document.documentElement;
  let leaving = false;
  let channel: BroadcastChannel | undefined;

  const important = (property: string, value: string): void => {
    html.style.setProperty(property, value, 'important');
  };

  /** The time until which Back stays shut, in milliseconds since 1970; 0 where nobody has left. */
  const shutUntil = (): number =>
    parseInt(new RegExp(`(?:^|; )${NAME}=(\\w+)`).exec(document.cookie)?.[1] ?? '0', 36);

  const writeCookie = (value: string): void => {
    const secure = location.protocol === 'https:' ? ';secure' : '';
    document.cookie = `${NAME}=${value};path=/;samesite=lax${secure}`;
  };

  const leave = (to: string): void => {
    if (leaving) return;
    leaving = true;
    // A tab shows its title for as long as the destination takes: that goes first.
    document.title = '\u200B';
    for (const icon of document.querySelectorAll('link[rel~="icon"]')) icon.remove();
    // An inline !important outranks every style sheet, and nothing inside a root without a box is
    // painted: no open dialog, no popover, no widget with an !important of its own.
    important('transition', 'none');
    important('display', 'none');
    const referrer = document.createElement('meta');
    referrer.name = 'referrer';
    referrer.content = 'no-referrer';
    (html.querySelector('head') ?? html).append(referrer);
    writeCookie((Date.now() + SHUT_FOR).toString(36));
    location.replace(to);
  };

  const exit = (link: Element): void => {
    const to = destination(link.getAttribute('href'), location);
    if (to === undefined) {
      console.warn(
        'Handrail: the quick exit has no usable address. Give its link an href that starts with ' +
          `https:// and is on another site. ${DEFAULT_DESTINATION} is used instead.`,
      );
    }
    channel?.postMessage(to ?? DEFAULT_DESTINATION);
    leave(to ?? DEFAULT_DESTINATION);
  };

  const exitLink = (event: Event): Element | undefined =>
    event
      .composedPath()
      .filter((node) => node instanceof Element)
      .find(
        (node) =>
          node.matches('a[data-handrail-exit]') ||
          (node.matches('a') && node.closest('handrail-quick-exit')?.querySelector('a') === node),
      );

  const listen = (): void => {
    channel = new BroadcastChannel(NAME);
    channel.onmessage = ({ data }) =>
      leave(destination(String(data), location) ?? DEFAULT_DESTINATION);
  };

  const shown = (traversed: boolean): void => {
    const until = shutUntil();
    if (traversed && until > Date.now()) {
      leave(DEFAULT_DESTINATION);
    } else if (until) {
      // Somebody has come back on purpose: let them in, and forget that they left.
      document.cookie = `${NAME}=;path=/;max-age=0`;
    }
  };

  page.addEventListener(
    'click',
    (event) => {
      const link = exitLink(event);
      if (!link) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      exit(link);
    },
    true,
  );

  // The back-forward cache keeps a picture of the page: let it keep a blank one.
  page.addEventListener('pagehide', () => {
    important('opacity', '0');
    channel?.close();
  });
  page.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    shown(true);
    if (leaving) return;
    html.style.removeProperty('opacity');
    listen();
  });

  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  shown(navigation?.type === 'back_forward');
  listen();
}
