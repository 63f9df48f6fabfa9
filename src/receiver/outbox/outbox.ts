import { DeliveryError } from './channel.ts';
import type { DeliveryChannel } from './channel.ts';
import type { Deliver } from '../settings/options.ts';
import type { Claim, Outbox, DeliveryResult } from '../store/store.ts';

/** How often a delivery is attempted before somebody is told. */
export const ATTEMPTS = 10;

/** How long an attempt may take, in milliseconds. A claim lasts twice as long. */
const DEADLINE = 60_000;

/** How many deliveries are under way at once. */
const BATCH = 8;

/** How often the outbox is looked into when nobody says that there is something, in milliseconds. */
const PAUSE = 5_000;

/** What `createOutbox` takes. */
export interface OutboxOptions {
  readonly store: Outbox;
  readonly channels: readonly DeliveryChannel[];
  /** Gives the instant. The machine's clock where it is left out. */
  readonly clock?: (() => Date) | undefined;
  /** Is told, in a sentence, of a delivery that was given up. It names the reference alone. */
  readonly alert: (sentence: string) => void;
  /** Is told where the store cannot be reached. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** How long to wait after an attempt, in milliseconds; `backoff` where it is left out. */
  readonly delay?: ((attempt: number) => number) | undefined;
  /** How long an attempt may take, in milliseconds. A minute where it is left out. */
  readonly deadline?: number | undefined;
}

/** Sends what is due, as it comes due. */
export interface OutboxWorker extends Deliver {
  /** Sends everything that is due now. @returns how many attempts were made. */
  run(): Promise<number>;
  /** Begins to send by itself. */
  start(): void;
  /** Makes no further attempt, and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * How long to wait after a failed attempt, in milliseconds: seconds at first, more than an hour and
 * a half at last. Ten attempts take about four and a half hours.
 *
 * @param attempt - which attempt failed, from 1.
 * @param chance - from 0 to 1: keeps many deliveries from coming back at the same moment.
 */
export function backoff(attempt: number, chance: number = Math.random()): number {
  return (attempt ** 4 + 2) * 1000 * (1 + 0.15 * chance);
}

/**
 * Makes an outbox: give it to `createReceiver` as `deliver`, and start it. Any number of them can
 * share a store: each delivery is claimed by one. One that dies with a delivery in hand leaves it to
 * the others after two minutes, who cannot know whether it went out: so it goes out again, under the
 * same id.
 */
export function createOutbox(options: OutboxOptions): OutboxWorker {
  const { store, channels, alert, onError, delay = backoff, deadline = DEADLINE } = options;
  const clock = options.clock ?? (() => new Date());
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let stopped = false;

  const later = (milliseconds: number): string =>
    new Date(clock().getTime() + milliseconds).toISOString();

  const attempt = async ({ request, channel, attempt: count }: Claim): Promise<DeliveryResult> => {
    try {
      const way = byName.get(channel);
      if (way === undefined) throw new DeliveryError('This channel is no longer set up', true);
      const id = `${request.reference}.${channel}`;
      const signal = AbortSignal.timeout(deadline);
      await way.send({ request, id, attempt: count, signal });
      return { state: 'sent', at: later(0) };
    } catch (error) {
      // What we did not foresee is told by its kind alone: its message may hold anything.
      const known = error instanceof DeliveryError;
      const problem = known ? error.message : `An unforeseen fault: ${(error as Error).name}`;
      if (count < ATTEMPTS && !(known && error.permanent)) {
        return { state: 'waiting', at: later(delay(count)), problem };
      }
      alert(
        `News of request ${request.reference} was not sent over "${channel}": ${problem}. ` +
          'It is kept. Mend what is wrong, then run: handrail receive retry',
      );
      return { state: 'failed', at: later(0), problem };
    }
  };

  const run = async (): Promise<number> => {
    let made = 0;
    for (;;) {
      const claims = await store.claim(later(0), later(2 * deadline), BATCH);
      const attempts = claims.map(async (claim) => store.recordResult(claim, await attempt(claim)));
      for (const settled of await Promise.allSettled(attempts)) {
        if (settled.status === 'rejected') onError?.(settled.reason);
      }
      made += claims.length;
      if (claims.length < BATCH || stopped) return made;
    }
  };

  /** Runs now, and again after a pause; once more at once where something came in meanwhile. */
  let again = false;
  const go = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    again = running !== undefined;
    if (again) return;
    running = run()
      .catch((error: unknown) => onError?.(error))
      .finally(() => {
        running = undefined;
        if (again) go();
        else if (!stopped) timer = setTimeout(go, PAUSE);
      });
  };

  let started = false;
  return {
    channelsFor: (request) =>
      channels.filter((channel) => channel.suits(request)).map(({ name }) => name),
    wake: () => {
      if (started) go();
    },
    run,
    start: () => {
      started = true;
      go();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
