import { DEFAULT_DESTINATION, destination } from './destination.ts';
import { readMark, writeMark } from './exit-mark.ts';
import type { ExitMark } from './exit-mark.ts';

/** The name of the session cookie and of the channel between tabs. It says nothing on purpose. */
const NAME = '_v';

/** How long one destination may take before the next is tried, in milliseconds. */
const PATIENCE = 6000;

const INSTALLED = 'handrailGuard';

/**
 * The way out of a page, whole: it takes the page's name and icon out of the tab, covers the page,
 * leaves without a referrer, takes the site's other tabs along and keeps Back from showing the visit.
 *
 * It is built into a classic script of its own that belongs first in the page's head. It needs no
 * element and no style sheet, and it works under a strict content security policy. A second call for
 * the same page does nothing.
 *
 * @param page - the window to guard.
 */
export function installGuard(page: Window & { [INSTALLED]?: true }): void {
  if (page[INSTALLED] === true) return;
  page[INSTALLED] = true;

  const { document, location } = page;
  const html = document.documentElement;
  const loaded = Date.now();
  /** The neutral icon that lies beside the script; empty where the guard is part of a bundle. */
  const blankIcon = ((document.currentScript as HTMLScriptElement | null)?.src ?? '').replace(
    /\/[^/]*$/,
    '/blank.svg',
  );
  let leaving = false;

  /** The cookie's value, once a new one is written if there is one. A sandboxed frame has none. */
  const cookie = (value?: string): string => {
    try {
      if (value)
        document.cookie = `${NAME}=${value};path=/;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
      return /\b_v=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    } catch {
      return '';
    }
  };
  const lastExit = (): ExitMark => readMark(cookie(), Date.now());

  const addToHead = (tag: string, properties: Readonly<Record<string, string>>): void => {
    document.head.append(Object.assign(document.createElement(tag), properties));
  };

  const important = (element: Element, property: string, value: string): void => {
    (element as HTMLElement).style.setProperty(property, value, 'important');
  };

  /** Covers the page and keeps it so, whatever the page's own scripts do from now on. */
  const cover = (): void => {
    // A tab shows its title for as long as the destination takes: that goes first.
    document.title = '\u200B';
    for (const icon of document.querySelectorAll('link[rel*=icon]')) icon.remove();
    // A tab keeps the last icon until it gets another. A data: address would breach img-src 'self'.
    addToHead('link', { rel: 'icon', href: blankIcon });
    // An inline !important outranks every style sheet, and nothing inside a root without a box is
    // painted: no open dialog, no popover, no widget with an !important of its own.
    important(html, 'transition', 'none');
    important(html, 'display', 'none');
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    observer.takeRecords();
  };

  const firstLink = (): Element | null =>
    document.querySelector('a[data-handrail-exit],handrail-quick-exit a');

  /** What an author set on the element, or as a data attribute on a plain link. */
  const setting = (link: Element | null, name: string): string | null | undefined =>
    link?.closest('handrail-quick-exit')?.getAttribute(name) ?? link?.getAttribute(`data-${name}`);

  const usable = (href: string | null = DEFAULT_DESTINATION, onServer?: boolean): string => {
    const to = destination(href, location, onServer);
    if (to) return to;
    console.warn(
      `Handrail: a quick exit needs an https:// link to another site. Using ${DEFAULT_DESTINATION}`,
    );
    return DEFAULT_DESTINATION;
  };

  const leave = (link: Element | null): void => {
    if (leaving) return;
    leaving = true;
    const to = usable(link?.getAttribute('href'), link?.matches('[data-handrail-exit=server]'));
    const queue = [to, to, usable(setting(link, 'fallback-href') ?? undefined)];
    cover();
    addToHead('meta', { name: 'referrer', content: 'no-referrer' });
    cookie(writeMark(Date.now(), Number(setting(link, 'guard-minutes'))));
    // No key does anything from now on, and no question about unsaved changes is asked.
    for (const type of ['keydown', 'beforeunload'])
      page.addEventListener(
        type,
        (event) => {
          event.stopImmediatePropagation();
          if (event instanceof KeyboardEvent) event.preventDefault();
        },
        true,
      );
    // Sound, full screen and picture in picture end with the elements that they come from.
    (document.body as HTMLElement | null)?.remove();
    const go = (): void => {
      // A blank page needs no network: where all else fails, it is the neutral one.
      location.replace(queue.shift() ?? 'about:blank');
      // Whatever the page's own scripts meant to do later, they do not.
      for (let timer = page.setTimeout(go, PATIENCE), count = 1e4; count--;) clearTimeout(--timer);
    };
    go();
  };

  /** Covers a page that is not to be seen, and leaves it once its own link is there to be read. */
  const sendAway = (): void => {
    cover();
    document.addEventListener('readystatechange', sendAway);
    const link = firstLink();
    if (link ?? document.readyState !== 'loading') leave(link);
  };
  const observer = new MutationObserver(sendAway);

  /** Makes what the page shows transparent; an empty value undoes it. */
  const opacity = (value: string): void => {
    for (const layer of document.querySelectorAll(':is(html,:modal,:popover-open)'))
      important(layer, 'opacity', value);
  };

  // It stays open in a page that is put away: a message takes such a page out of the back-forward
  // cache, so that Back has to load it afresh.
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = sendAway;

  page.addEventListener(
    'click',
    (event) => {
      const link = event
        .composedPath()
        .find(
          (node): node is Element =>
            node instanceof Element &&
            (node.matches('a[data-handrail-exit]') ||
              node.closest('handrail-quick-exit')?.querySelector('a') === node),
        );
      if (!link) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      channel.postMessage(0);
      leave(link);
    },
    true,
  );
  // Where the page stays in that cache all the same, its last picture is a blank one.
  page.addEventListener('pagehide', () => {
    opacity('0');
  });
  page.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    if (lastExit().left > loaded) sendAway();
    else opacity('');
  });

  const { left, returned } = lastExit();
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (left && !returned) {
    if (/^(back|reload)/.test(navigation?.type ?? '')) sendAway();
    // Somebody has come back on purpose: they are welcome from now on.
    else cookie(`${cookie()}-`);
  }
  if (!left && cookie()) cookie(';max-age=0');
}
