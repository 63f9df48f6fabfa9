import { Fetched } from '../element/fetched.ts';
import { extras } from './source.ts';
import type { CardExtras } from './view/view.ts';

/** What is done without the file: markup goes, languages keep their codes, and no number can be kept. */
const WITHOUT: CardExtras = {
  safeText: (text) => [text.replace(/<[^>]*>/g, ' ')],
  languageName: ({ code, name }) => ({ name: name ?? code ?? '', lang: 'en' }),
};

/** The file of what few cards need, for a card that is drawn once it has all that its record needs. */
export class ExtrasFile extends Fetched<CardExtras> {
  /** Whether something was needed that has not come yet. */
  isLacking = false;
  /** Settles once the file has come, or cannot be had; nothing where nobody has needed it. */
  coming: Promise<void> | undefined;
  readonly #changed: () => void;

  /** @param changed - is called once the file has come, or cannot be had. */
  constructor(changed: () => void) {
    super(extras, 'A service card goes without what is in it.');
    this.#changed = changed;
  }

  /** Gives what is in the file. Where that is not there yet, it is fetched. */
  need(): CardExtras | undefined {
    if (this.isMissing) return WITHOUT;
    this.isLacking ||= !this.content;
    this.coming ??= this.fetch().then(this.#changed);
    return this.content;
  }
}
