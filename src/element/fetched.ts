import { warn } from './warn.ts';

/** One of the files beside the script, which is fetched once something needs what is in it. */
export class Fetched<Content> {
  /** What is in it, once it has come. */
  content: Content | undefined;
  /** Whether it could not be had. */
  isMissing = false;
  readonly #load: () => Promise<Content>;
  readonly #without: string;
  #fetching: Promise<Content | undefined> | undefined;

  /**
   * @param load - fetches the file.
   * @param without - what becomes of the element where that fails: a sentence for the console.
   */
  constructor(load: () => Promise<Content>, without: string) {
    this.#load = load;
    this.#without = without;
  }

  /** Fetches the file, once. It gives nothing where that cannot be had. */
  fetch(): Promise<Content | undefined> {
    return (this.#fetching ??= this.#load().then(
      (content) => (this.content = content),
      (reason: unknown) => {
        this.isMissing = true;
        const { message } = reason as Error;
        warn(`${message}. ${this.#without}`);
        return undefined;
      },
    ));
  }
}
