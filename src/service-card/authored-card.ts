import { Covered } from '../element/covered.ts';
import { isShown } from '../element/shown.ts';
import { telephone } from '../telephone/telephone.ts';

/** What an author wrote between a card's tags, and the taking of its place. */
export class AuthoredCard extends Covered {
  /** What in the card had the focus before it was drawn. */
  #focused: HTMLElement | null = null;

  /** The level of the author's first heading; 3 where there is none. */
  get headingLevel(): number {
    const [first] = this.all(':is(h1, h2, h3, h4, h5, h6)');
    return Number(first?.localName[1] ?? 3);
  }

  /** The author's JSON-LD, wherever it stands between the tags. */
  get json(): string | undefined {
    return this.all('script[type="application/ld+json"]')[0]?.textContent;
  }

  /** Is to be called before the card is drawn: what is drawn can cost somebody the focus. */
  keepFocus(): void {
    this.#focused = this.host.querySelector<HTMLElement>(':focus');
  }

  /**
   * Shows the card in the place of what the author wrote, or that again.
   *
   * @param isWhole - whether there is a card to show, with nothing missing in it.
   */
  takePlace(isWhole: boolean): void {
    this.cover(() => isWhole);
    // What is drawn anew loses the focus, and what is covered loses it a moment later.
    const focused = this.#focused;
    const stays = focused?.isConnected && isShown(focused);
    if (focused && !(stays && focused.matches(':focus'))) {
      const kept = stays ? focused : this.#linkInPlaceOf(focused);
      kept?.focus({ preventScroll: true });
    }
  }

  /** The card's link to the same number or page, or else its first one. */
  #linkInPlaceOf(lost: HTMLElement): HTMLElement | undefined {
    const links = [...this.host.querySelectorAll<HTMLAnchorElement>('article a')];
    const { href = '' } = lost as Partial<HTMLAnchorElement>;
    const wanted = href.startsWith('tel:') ? telephone(href.slice(4)).href : href;
    return links.find((link) => link.href === wanted) ?? links[0];
  }
}
