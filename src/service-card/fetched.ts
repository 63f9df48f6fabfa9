import { warn } from '../element/warn.ts';

/** One of the files beside the script, which is fetched once something asks for what is in it. */
export class Fetched<Content> {
  /** What is in it, once it has come. */
  content: Content | undefined;
  /** Whether it could not be had. */
  isMissing = false;
  /** Settles once the file has come, or cannot be had. */
  settled: Promise<void> | undefined;
  readonly #load: () => Promise<Content>;
  readonly #changed: () => void;

  /**
   * @param load - fetches the file.
   * @param changed - is called once the file has come, or cannot be had.
   */
  constructor(load: () => Promise<Content>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** Whether somebody has asked for it, and nobody knows yet whether it can be had. */
  get isComing(): boolean {
    return !!this.settled && !this.content && !this.isMissing;
  }

  /** Gives what is in the file. Where that is not there yet, it is fetched. */
  readonly get = (): Content | undefined => {
    this.settled ??= this.#fetch();
    return this.content;
  };

  async #fetch(): Promise<void> {
    try {
      this.content = await this.#load();
    } catch (reason) {
      this.isMissing = true;
      const { message } = reason as Error;
      warn(`${message}. A service card goes without what is in it.`);
    }
    this.#changed();
  }
}
