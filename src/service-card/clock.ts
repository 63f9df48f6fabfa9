import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** Every card that shows the time of day, so that one timer does for them all. */
const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setTimeout> | undefined;
let drawn = 0;

const minute = (): number => Math.floor(Date.now() / MINUTE);

/** Draws every card again, unless that was done in this minute, and waits for the next one. */
function tick(): void {
  if (minute() !== drawn) {
    drawn = minute();
    for (const host of hosts) host.requestUpdate();
  }
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
}

/** Draws every card again: what could not be fetched may be there now. */
function online(): void {
  for (const host of hosts) host.requestUpdate();
}

/** A hidden tab has no timer; one that is shown again catches up at once. */
function wake(): void {
  clearTimeout(timer);
  if (!document.hidden) tick();
}

/**
 * Draws its host again on each new minute while somebody can see it. All hosts on a page share one
 * timer, which ticks at most once a minute and not at all in a hidden tab.
 */
export class Clock implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
    if (hosts.size > 1) return;
    drawn = minute();
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', online);
    wake();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size > 0) return;
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('online', online);
    clearTimeout(timer);
  }
}
