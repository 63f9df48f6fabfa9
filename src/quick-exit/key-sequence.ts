/** What a press is judged by: the part of a `KeyboardEvent` that matters here. */
export type KeyPress = Pick<
  KeyboardEvent,
  | 'type'
  | 'key'
  | 'repeat'
  | 'isComposing'
  | 'shiftKey'
  | 'altKey'
  | 'ctrlKey'
  | 'metaKey'
  | 'timeStamp'
>;

/** How many presses of the key make the whole sequence. */
export const PRESSES = 3;

/** The longest time between two presses, in milliseconds. */
export const WINDOW = 5000;

/**
 * The longest time for which a key is held and still counts as pressed, in milliseconds. Who reads a page
 * by headings with a screen reader holds Shift with a letter that the page never hears of.
 */
export const HOLD = 1000;

/**
 * Counts presses of one key. A press is the key going down and up again with nothing in between: a key
 * that is held or used with another key, a button, a wheel or an input method is none, and whatever else
 * happens between two presses starts the count again.
 */
export class KeySequence {
  /** How many presses have been counted, from 0 to `PRESSES`. */
  count = 0;

  readonly key: string;
  /** When the key went down, for each press that has begun: both Shift keys may be down at once. */
  #down: number[] = [];
  #last = -Infinity;
  /** Whether the next press only takes back a Shift that Sticky Keys has locked. */
  #locked = false;

  /** @param key - the `KeyboardEvent.key` to count. */
  constructor(key: string) {
    this.key = key;
  }

  /**
   * Takes one `keydown` or `keyup` into account.
   *
   * @returns whether the count changed.
   */
  press(event: KeyPress): boolean {
    const { type, key, repeat, timeStamp } = event;
    const before = this.count;
    if (key !== this.key || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
      // A letter with Shift, and no Shift key is down: Sticky Keys holds it.
      if (type === 'keydown')
        this.#locked =
          this.key === 'Shift' && event.shiftKey && this.#down.length === 0 && key !== this.key;
      this.reset();
    } else if (type === 'keydown') {
      if (!repeat) this.#down.push(timeStamp);
    } else {
      const since = this.#down.shift();
      if (since === undefined) return false;
      if (this.#locked) this.#locked = false;
      else if (timeStamp - since > HOLD) this.count = 0;
      else {
        this.count = timeStamp - this.#last > WINDOW ? 1 : this.count + 1;
        this.#last = timeStamp;
      }
    }
    return this.count !== before;
  }

  /** Starts again from nothing: something else has happened. */
  reset(): void {
    this.count = 0;
    this.#down = [];
  }
}
