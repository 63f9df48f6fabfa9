import { Fetched } from '../element/fetched.ts';

/** A file for a card that is drawn once it has all that its record needs. */
export class CardFile<Content> extends Fetched<Content> {
  /** Settles once the file has come, or cannot be had; nothing where nobody has needed it. */
  coming: Promise<void> | undefined;
  readonly #changed: () => void;

  /**
   * @param load - fetches the file.
   * @param changed - is called once the file has come, or cannot be had.
   */
  constructor(load: () => Promise<Content>, changed: () => void) {
    super(load, 'A service card goes without what is in it.');
    this.#changed = changed;
  }

  /** Whether something was needed that has not come yet. */
  get isLacking(): boolean {
    return !!this.coming && !this.content && !this.isMissing;
  }

  /** Gives what is in the file. Where that is not there yet, it is fetched. */
  readonly need = (): Content | undefined => {
    this.coming ??= this.fetch().then(this.#changed);
    return this.content;
  };
}
