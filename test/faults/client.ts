import { setTimeout as wait } from 'node:timers/promises';

/** What all clients together met with. */
export interface Tally {
  attempts: number;
  /** Answers that were on their way and never arrived. */
  dropped: number;
  /** Refusals with status 503, such as from a full disk. */
  unsaved: number;
  /** Attempts to which nobody answered. */
  unanswered: number;
}

/** A person's request as the client knows it. */
export interface Asked {
  readonly number: number;
  /** The name under which it can be found in the store: no two are the same. */
  readonly name: string;
  /** The reference that the client was told; a plain form is told none. */
  reference: string | undefined;
}

/** The chance that an answer is lost on its way back. */
const DROPPED = 0.05;

function toForm(body: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams(body);
}

/**
 * Sends one request until somebody says that it is received, as a browser or a person would: the
 * same again after every failure. Every tenth is a plain form, without a key.
 */
export async function sendUntilReceived(
  url: () => string,
  asked: Asked,
  tally: Tally,
): Promise<void> {
  const { number, name } = asked;
  const plain = number % 10 === 0;
  const contact =
    number % 2 === 0 ? { email: `p${String(number)}@people.example` } : { phone: '020 7946 0123' };
  const body = {
    document: 'https://council.example/plan.pdf The plan',
    format: 'audio',
    name,
    ...contact,
  };
  for (;;) {
    tally.attempts += 1;
    try {
      const response = await fetch(url(), {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
        headers: plain ? {} : { 'Content-Type': 'application/json' },
        body: plain
          ? toForm(body)
          : JSON.stringify({ ...body, _key: `key-of-request-${String(number)}` }),
      });
      const received = plain ? response.status === 303 : response.ok;
      const text = await response.text();
      if (Math.random() < DROPPED) tally.dropped += 1;
      else if (received) {
        if (!plain) asked.reference = (JSON.parse(text) as { reference: string }).reference;
        return;
      } else if (response.status === 503) tally.unsaved += 1;
      else throw new TypeError(`Unexpected status ${String(response.status)}: ${text}`);
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('Unexpected')) throw error;
      tally.unanswered += 1;
    }
    await wait(20 + Math.random() * 100);
  }
}
