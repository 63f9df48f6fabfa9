import { setTimeout as pause } from 'node:timers/promises';
import { DeliveryError } from './channel.ts';
import { readBounce } from './bounce.ts';
import type { DeliveryChannel } from './channel.ts';
import type { Deliver } from '../settings/options.ts';
import type { Claim, Outbox, DeliveryResult } from '../store/store.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';
import { Allowance } from '../settings/allowance.ts';

/** How often a delivery is attempted before somebody is told. */
export const ATTEMPTS = 10;

/** How long an attempt may take, in milliseconds. A claim lasts twice as long. */
const DEADLINE = 60_000;

/** How many deliveries of one channel are under way at once. */
const BATCH = 8;

/**
 * How long a delivery that was accepted is asked about, in milliseconds. GOV.UK Notify tries for three days.
 */
const ASKED = 4 * 86_400_000;

/** No delivery waits longer than this, in milliseconds: `backoff` at its longest, with room. */
const LONGEST = 4 * 3_600_000;

/** How many acknowledgements one address gets within a day. */
const TOLD = 4;

/** How long `stop` waits for attempts that are under way, in milliseconds. */
const GRACE = 6_000;

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
  /** How long an attempt may take, in milliseconds, whatever its channel says. */
  readonly deadline?: number | undefined;
}

/** Sends what is due, as it comes due. */
export interface OutboxWorker extends Deliver {
  takeMail(mail: Uint8Array): Promise<boolean>;
  /** Sends everything that is due now. @returns how many attempts were made. */
  run(): Promise<number>;
  /** Begins to send by itself. */
  start(): void;
  /**
   * Makes no further attempt, and waits up to 6 seconds for those under way. What has not ended by then is
   * attempted again by the next worker, under the same id.
   */
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

/** Stands for every channel that is no longer set up: what waits for one is given up, and somebody is told. */
const NONE: DeliveryChannel = {
  name: '',
  suits: () => false,
  send: () => Promise.reject(new DeliveryError('This channel is no longer set up', true)),
};

/** Runs some work now, and again after a pause; once more at once where `go` is called meanwhile. */
function loop(
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { go(): void; stop(): Promise<unknown> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let again = false;
  let stopped = false;
  const go = (): void => {
    clearTimeout(timer);
    if (stopped) return;
    again = running !== undefined;
    if (again) return;
    running = work()
      .catch(onError)
      .finally(() => {
        running = undefined;
        if (again) go();
        else if (!stopped) timer = setTimeout(go, PAUSE);
      });
  };
  const stop = async (): Promise<unknown> => {
    stopped = true;
    clearTimeout(timer);
    return running;
  };
  return { go, stop };
}

/**
 * Makes an outbox: give it to `createReceiver` as `deliver`, and start it. Any number of them can
 * share a store: each delivery is claimed by one. One that dies with a delivery in hand leaves it to
 * the others after twice its deadline, who cannot know whether it went out: so it goes out again, under the
 * same id.
 */
export function createOutbox(options: OutboxOptions): OutboxWorker {
  const { store, channels, alert, onError, delay = backoff, deadline } = options;
  const clock = options.clock ?? (() => new Date());
  const names = channels.map(({ name }) => name);
  let stopped = false;

  const deadlineOf = (way: DeliveryChannel): number => deadline ?? way.deadline ?? DEADLINE;
  const later = (milliseconds: number): string =>
    new Date(clock().getTime() + milliseconds).toISOString();

  const attempt = async (way: DeliveryChannel, claim: Claim): Promise<DeliveryResult> => {
    const { request, channel, attempt: count } = claim;
    try {
      const id = `${request.reference}.${channel}`;
      const signal = AbortSignal.timeout(deadlineOf(way));
      const sent = await way.send({ request, id, attempt: count, signal });
      if (sent === 'delivered') return { state: 'sent', at: later(0) };
      const age = clock().getTime() - Date.parse(request.receivedAt);
      if (age > ASKED) throw new DeliveryError('Nobody could say that it arrived', true);
      return { state: 'waiting', at: later(delay(Math.min(count, ATTEMPTS))), problem: '' };
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

  /** Sends everything of one channel that is due. A slow one holds up itself alone. */
  const runChannel = async (way: DeliveryChannel): Promise<number> => {
    let made = 0;
    for (;;) {
      const until = later(2 * deadlineOf(way));
      const latest = later(LONGEST);
      const which = way === NONE ? { except: names, latest } : { channel: way.name, latest };
      const claims = await store.claim(later(0), until, BATCH, which);
      const attempts = claims.map(async (claim) =>
        store.recordResult(claim, await attempt(way, claim)),
      );
      for (const settled of await Promise.allSettled(attempts)) {
        if (settled.status === 'rejected') onError?.(settled.reason);
      }
      made += claims.length;
      if (claims.length < BATCH || stopped) return made;
    }
  };

  /** Whether a person is to be told once more: a stranger may have typed their address forty times. */
  const told = new Allowance(TOLD, 86_400_000);
  const mayTell = ({ name, recipient }: DeliveryChannel, request: RequestAnswers): boolean =>
    recipient === undefined ||
    told.take(`${name} ${recipient(request).toLowerCase()}`, clock().getTime());

  const work = [...channels, NONE].map((way) => () => runChannel(way));
  const loops = work.map((one) => loop(one, (error) => onError?.(error)));
  let started = false;
  return {
    channelsFor: (request) =>
      channels
        .filter((channel) => channel.suits(request) && mayTell(channel, request))
        .map(({ name }) => name),
    takeMail: async (mail) => {
      const bounce = await readBounce(mail);
      if (bounce === undefined) return false;
      const { reference, channel, problem } = bounce;
      if (!(await store.recordBounce(reference, channel, { at: later(0), problem }))) return false;
      alert(
        `News of request ${reference} did not arrive over "${channel}". ${problem}. ` +
          'The request is kept: tell whoever it was for in another way.',
      );
      return true;
    },
    wake: () => {
      if (started) for (const one of loops) one.go();
    },
    run: async () => {
      const made = await Promise.all(work.map((one) => one()));
      return made.reduce((sum, one) => sum + one, 0);
    },
    start: () => {
      started = true;
      for (const one of loops) one.go();
    },
    stop: async () => {
      stopped = true;
      const patience = new AbortController();
      await Promise.race([
        Promise.all(loops.map((one) => one.stop())),
        pause(GRACE, undefined, { signal: patience.signal }).catch(() => undefined),
      ]);
      patience.abort();
    },
  };
}
