/** What a press is judged by: the part of a `KeyboardEvent` that matters here. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'timeStamp'
>;

/** How many presses of the key make the whole sequence. */
export const PRESSES = 3;

/** The longest time between two presses, in milliseconds. */
export const WINDOW = 5000;

/**
 * Counts presses of one key, as they go down. A key that is held, used with another key or pressed
 * while an input method composes text does not count, and any other key starts the count again:
 * typing capital letters never adds up.
 */
export class KeySequence {
  /** How many presses have been counted, from 0 to `PRESSES`. */
  count = 0;

  readonly key: string;
  #last = -Infinity;

  /** @param key - the `KeyboardEvent.key` to count. */
  constructor(key: string) {
    this.key = key;
  }

  /**
   * Takes one `keydown` into account.
   *
   * @returns whether the count changed.
   */
  press(event: KeyPress): boolean {
    const before = this.count;
    const alone = !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (event.key !== this.key || !alone) {
      this.count = 0;
    } else if (!event.repeat) {
      this.count = event.timeStamp - this.#last > WINDOW ? 1 : this.count + 1;
      this.#last = event.timeStamp;
    }
    return this.count !== before;
  }

  /** Starts again from nothing. */
  reset(): void {
    this.count = 0;
  }
}
