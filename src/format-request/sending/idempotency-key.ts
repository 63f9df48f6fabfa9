import type { SendOutcome } from './delivery.ts';

/**
 * The key under which a receiver stores one request, however often it is sent. It is renewed when the
 * answers change, unless an earlier attempt may have arrived: then the receiver has to be asked.
 */
export class IdempotencyKey {
  #key = '';
  #answers = '';
  #mayHaveArrived = false;

  /** The key for a set of answers. */
  for(answers: string): string {
    if (!this.#key || (answers !== this.#answers && !this.#mayHaveArrived)) this.renew();
    this.#answers = answers;
    return this.#key;
  }

  /** Whether an attempt under this key may have arrived without an answer coming back. */
  get mayHaveArrived(): boolean {
    return this.#mayHaveArrived;
  }

  /** Takes note of how an attempt under this key ended. A clear no leaves an earlier doubt as it is. */
  recordResult({ state }: SendOutcome): void {
    this.#mayHaveArrived ||= state === 'unconfirmed';
  }

  /** Forgets the key: the next set of answers gets another. */
  renew(): void {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    this.#key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    this.#mayHaveArrived = false;
  }
}
