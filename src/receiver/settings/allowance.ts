import { createHmac, randomBytes } from 'node:crypto';

/** How many senders are remembered at once: about 2 MB. */
const MOST = 20_000;

/**
 * Counts how much each sender may still do: so many at once, which come back evenly over a span of
 * time (a token bucket). Addresses are kept as HMACs under a key that dies with the process, so
 * nothing here says who sent what.
 */
export class Allowance {
  readonly #secret = randomBytes(32);
  readonly #size: number;
  readonly #span: number;
  readonly #senders = new Map<string, { left: number; at: number }>();

  /**
   * @param size - how many at once; 0 allows any number.
   * @param span - after how many milliseconds all of them are back.
   */
  constructor(size: number, span: number) {
    this.#size = size;
    this.#span = span;
  }

  /** In how many whole seconds the next one is allowed, at the latest. */
  get wait(): number {
    return this.#size === 0 ? 0 : Math.ceil(this.#span / this.#size / 1000);
  }

  #nameOf(sender: string): string {
    return createHmac('sha256', this.#secret).update(sender).digest('base64url');
  }

  /**
   * Takes one from a sender's allowance.
   *
   * @param now - milliseconds since 1970. A clock that goes back gives nothing back.
   * @returns whether there was one left.
   */
  take(sender: string, now: number): boolean {
    if (this.#size === 0) return true;
    const name = this.#nameOf(sender);
    const { left, at } = this.#senders.get(name) ?? { left: this.#size, at: now };
    const back = ((Math.max(0, now - at) || 0) * this.#size) / this.#span;
    const has = Math.min(this.#size, left + back);
    // Put at the end, so that the first in the map is the one who was quiet for longest.
    this.#senders.delete(name);
    this.#senders.set(name, { left: has >= 1 ? has - 1 : has, at: now });
    if (this.#senders.size > MOST) {
      const [quietest = ''] = this.#senders.keys();
      this.#senders.delete(quietest);
    }
    return has >= 1;
  }

  /** Gives one back, as for a request that was sent twice and counts once. */
  giveBack(sender: string): void {
    const known = this.#senders.get(this.#nameOf(sender));
    if (known !== undefined) known.left = Math.min(this.#size, known.left + 1);
  }
}
