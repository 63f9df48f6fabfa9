import { attempt } from './attempt.ts';
import { createBlankPage } from './blank-page.ts';
import type { Spoken } from './blank-page.ts';
import { DEFAULT_DESTINATION, destination } from './destination.ts';
import { NAME } from './exit-mark.ts';
import { openMemory } from './memory.ts';
import { watchPresses } from './press.ts';
import { watchSound } from './sound.ts';
import { createWayOut } from './way-out.ts';

/** How long one destination may take before the next is tried, in milliseconds. */
const PATIENCE = 6000;

/** How long a live region is there before its text, so that the text is a change: milliseconds. */
const BREATH = 150;

/** For a guard that does not know where `blank.svg` lies, because it is part of a bundle: no image at all. */
const NO_ICON = 'data:,';

/** The way out of one page. */
export interface Guard {
  /** Leaves the page, to where an exit's link leads; to the default where there is none. */
  leave(link: Element | null): void;
  /** Takes a press that has begun for one on an exit's link: it leaves when it ends. */
  hold(link: Element, event: PointerEvent): void;
  /** The sentence that a screen reader says while people leave. */
  spoken: Spoken;
}

/**
 * The way out of a page, whole: it puts a blank page in the page's place, silences it, leaves without a
 * referrer, takes the site's other tabs along and keeps Back from showing the visit.
 * docs/quick-exit/threats.md lists what it has to hold out against.
 *
 * It is built into a classic script of its own that belongs first in the page's head. It needs no
 * element and no style sheet, and it works under a strict content security policy. A second call does
 * nothing.
 */
export function installGuard(): void {
  if (self.handrailGuard) return;

  // The page gets to have no timers any more.
  const later: (run: () => void, after: number) => number = setTimeout;
  let leaving = false;

  // Presses are heard before anything else is looked at: what follows may throw.
  const hold = watchPresses((link) => {
    leave(link);
    attempt(() => channel?.postMessage(0));
  });
  const silence = watchSound();
  const memory = openMemory();
  const wayOut = createWayOut();
  const icon =
    attempt(() => new URL('blank.svg', (document.currentScript as HTMLScriptElement).src).href) ??
    NO_ICON;
  const blank = createBlankPage(icon, () => {
    if (leaving) wayOut.again();
    else sendAway();
  });

  /** What an author set on the element, or as a data attribute on a plain link. */
  const setting = (link: Element | null, name: string): string | null | undefined =>
    link?.closest('handrail-quick-exit')?.getAttribute(name) ?? link?.getAttribute(`data-${name}`);

  const refused = (): string => {
    console.warn(`Handrail: link the exit to another site. Using ${DEFAULT_DESTINATION}`);
    return DEFAULT_DESTINATION;
  };
  const usable = (href: string | null = DEFAULT_DESTINATION, onServer?: boolean): string =>
    destination(href, location, onServer) ?? refused();

  const leave = (link: Element | null): void => {
    if (leaving) return;
    leaving = true;
    // A frame leaves with the page around it. One of another site throws when it is asked.
    const outer = attempt(() => parent !== self && parent.handrailGuard);
    if (outer) {
      outer.leave(link);
      return;
    }
    const to = usable(link?.getAttribute('href'), link?.matches('[data-handrail-exit=server]'));
    const queue = [to, usable(setting(link, 'fallback-url') ?? undefined)];
    const go = (): void => {
      attempt(blank.show);
      let timer = later(() => {
        blank.say(guard.spoken);
      }, BREATH);
      later(go, PATIENCE);
      // Whatever the page's own scripts meant to do later, they do not.
      for (let count = 1e5; timer-- && count--;) clearTimeout(timer);
      // A blank page needs no network: where all else fails, it is the neutral one.
      wayOut.go(queue.shift() ?? 'about:blank');
    };
    // The address goes before the title: without a title Firefox shows the address in its place.
    wayOut.close();
    go();
    const remember = (): void =>
      memory.leave(setting(link, 'guard-minutes'), setting(link, 'cookie-domain'));
    remember();
    // What the page has begun until it is gone began before the exit: such a page sends itself away.
    addEventListener('pagehide', remember);
    silence();
  };

  /** Hides a page that is not to be seen, and leaves it once its own link is there to be read. */
  const sendAway = (): void => {
    const link = document.querySelector('a[data-handrail-exit],handrail-quick-exit a');
    if (link ?? document.readyState !== 'loading') {
      leave(link);
      return;
    }
    blank.hide();
    document.addEventListener('readystatechange', sendAway);
  };

  /** Makes what the page shows transparent; an empty value undoes it. */
  const opacity = (value: string): void => {
    for (const layer of document.querySelectorAll<HTMLElement>('html,dialog,[popover]'))
      layer.style.setProperty('opacity', value, 'important');
  };

  /** The last exit that this page knows of. A later one means that it has been left. */
  let known = 0;
  const lookAgain = (): void => {
    const left = memory.lastExit();
    if (left && left !== known) sendAway();
  };
  const arrive = (): void => {
    known = memory.lastExit();
    // What a person opens is the whole page; frames come along with it.
    if (top === self && !memory.admits()) sendAway();
    // A tab that was asleep, and one to which no message comes, look when they wake.
    document.addEventListener('visibilitychange', lookAgain);
    addEventListener('focus', lookAgain);
  };

  // It stays open in a page that is put away: a message takes such a page out of the back-forward
  // cache, so that Back has to load it afresh.
  const channel = attempt(() => new BroadcastChannel(NAME));
  if (channel) channel.onmessage = sendAway;

  /** What the page was called before it was put away; empty once it is shown. */
  let title = '';
  addEventListener('pagehide', () => {
    // Where the page stays in that cache all the same, its last picture is a blank one. The history
    // that the Back button lists names the site, not the page.
    opacity('0');
    title ||= document.title;
    document.title = location.hostname;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) {
      // No message comes from another host, and Back paints a kept page once before it can look. A page
      // that listens for its own end is not kept.
      if (document.querySelector('[cookie-domain],[data-cookie-domain]'))
        addEventListener('unload', () => 0);
    } else {
      // Of an exit on another host of the site the page's process may hear a moment after it goes on.
      later(() => {
        lookAgain();
        if (leaving) return;
        opacity('');
        document.title = title || document.title;
        title = '';
      }, BREATH);
    }
  });

  const guard: Guard = { leave, hold, spoken: { textContent: 'Loading.', lang: 'en' } };
  self.handrailGuard = guard;
  if (document.prerendering) document.addEventListener('prerenderingchange', arrive);
  else arrive();
}

declare global {
  interface Window {
    /** The page's way out, once the guard is there. */
    handrailGuard?: Guard;
  }
  interface Document {
    /** https://wicg.github.io/nav-speculation/prerendering.html */
    readonly prerendering?: boolean;
  }
}
