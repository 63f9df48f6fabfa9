import { str } from '@lit/localize';
import type { PropertyValues } from '@lit/reactive-element';
import { property, state } from '../element/property.ts';
import { Authored } from '../element/authored.ts';
import { HandrailElement } from '../element/element.ts';
import { msg } from '../i18n/msg.ts';
import { warn } from '../element/warn.ts';
import { DEFAULT_DESTINATION, destination } from './destination.ts';
import { addEarlyLink } from './early-link.ts';
import { ExitLink } from './exit-link.ts';
import { Float } from './float.ts';
import { PRESSES } from './key-sequence.ts';
import { quickExitStyles } from './quick-exit.styles.ts';
import { Reach } from './reach.ts';
import { Room } from './room.ts';
import { Shortcut } from './shortcut.ts';
import type { ShortcutHost } from './shortcut.ts';
import { replacesEntry } from './single-entry.ts';
import { View } from './view.ts';

const KEYS = { shift: 'Shift', escape: 'Escape', off: '' } as const;

/** The quick exits on the page, in the order in which they came. One of them listens to the keyboard. */
const present: QuickExit[] = [];

/**
 * A way to leave the page at once, for people whose screen may be seen by somebody else. It wraps a
 * real link, keeps it in view and adds a keyboard shortcut. The guard script does the leaving.
 *
 * @tag handrail-quick-exit
 * @summary Leaves the page at once and covers it while it goes.
 *
 * @example
 * ```html
 * <handrail-quick-exit>
 *   <a href="https://www.bbc.co.uk/weather" rel="nofollow noreferrer">Leave this page now</a>
 * </handrail-quick-exit>
 * ```
 *
 * @slot - One link, whose address is where the exit leads; without JavaScript it is a plain link.
 *   What follows it, such as a link to advice on staying safe online, is shown beside the sentence.
 *
 * @attr {boolean} defer-hydration - Nothing is drawn before this is taken away: for a framework that takes
 *   over what its server drew.
 * @attr {string} fallback-url - Where to go if the link's own address does not answer: an `https`
 *   address on another site. BBC Weather where it is left out.
 * @attr {number} guard-minutes - For how many minutes after an exit Back and Forward stay shut. 10
 *   where it is left out.
 *
 * @attr {string} cookie-domain - The domain whose other hosts are covered too, such as `council.example`
 *   for `www.council.example` and `forms.council.example`. This host alone where it is left out, or where
 *   the browser takes no cookie for that domain. A page that names one is loaded afresh on Back.
 *
 * @cssclass handrail-exit-link - The link that leaves. Its colours are the custom properties' alone.
 * @cssclass handrail-exit-early - The link at the top of the page that comes into sight with the focus, where the exit stands further down.
 * @cssclass handrail-exit-note - What leaving does not do, and where it leads.
 * @cssclass handrail-exit-where - What is said after the first sentence of that.
 * @cssclass handrail-exit-shortcut - The line on the shortcut.
 * @cssclass handrail-exit-key - The key's name in it.
 * @cssclass handrail-exit-lights - The lights that stand there while the key is pressed.
 * @cssclass handrail-exit-light - One of them.
 * @cssclass handrail-exit-light-lit - One that is lit.
 * @cssclass handrail-visually-hidden - What is for people who listen alone.
 *
 * @cssproperty [--handrail-color-exit=#b3001b] - The button's background.
 * @cssproperty [--handrail-color-exit-text=#fff] - The button's text.
 */
export class QuickExit extends HandrailElement implements ShortcutHost {
  static override styles = quickExitStyles;

  readonly #authored = new Authored(this, (records) => this.#reread(records));
  readonly #exitLink = new ExitLink(this);
  readonly #float = new Float(this);
  readonly #shortcut = new Shortcut(this);
  readonly #room = new Room(this);
  readonly #reach = new Reach(this);
  readonly #view = new View(this.#exitLink.prefixId);

  /**
   * The keyboard shortcut: `shift` or `escape` for that key pressed three times, and nothing else with no
   * more than five seconds between two presses, or `off`. Any other value is taken as `shift`, with a word on the
   * console.
   */
  @property() shortcut: 'shift' | 'escape' | 'off' = 'shift';

  /**
   * `single-entry` makes the whole visit one entry of the browser's history: a click on a link to the
   * same site replaces the page. Back then leaves the site in normal use too.
   */
  @property() visit: 'single-entry' | '' = '';

  /** How many presses of the shortcut's key have been counted. */
  @state() private presses = 0;

  /** Whether the last press but one came too long ago. It changes with the presses alone. */
  #expired = false;

  /** A link of our own, where the author forgot it. */
  #own: HTMLAnchorElement | undefined;
  #early: HTMLAnchorElement | undefined;
  #earlyWords = '';
  #labelled = false;

  override connectedCallback(): void {
    super.connectedCallback();
    present.push(this);
    window.addEventListener('click', this.#onClick);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    present.splice(present.indexOf(this), 1);
    window.removeEventListener('click', this.#onClick);
    this.#early?.remove();
  }

  protected override takeOver(ui: HTMLElement): void {
    this.#authored.add(ui);
  }

  protected override willUpdate(): void {
    if (!(this.shortcut in KEYS)) {
      warn(
        `<handrail-quick-exit> takes shortcut="shift", "escape" or "off", not "${this.shortcut}". It uses shift.`,
      );
    }
    this.#shortcut.listenTo(this.#key);
    // An axe rule and many readers want every part of a page to be inside a landmark.
    if (!this.hasAttribute('role') && !this.closest('main,header,footer,nav,aside,[role]')) {
      this.setAttribute('role', 'region');
      this.#labelled = !this.hasAttribute('aria-label');
    }
    if (this.#labelled) this.setAttribute('aria-label', msg('Quick exit'));
  }

  protected override updated(): void {
    // An exit takes the page's body away, and this element with it.
    if (this.isConnected) this.#takeLink();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    this.#view.draw(this.renderRoot as HTMLElement, {
      prefix: this.#prefix,
      note: msg('Leaving does not clear your browsing history.'),
      after: [this.#where, this.translationNotice],
      help: this.#key && msg('Or press {key} {count} times'),
      key: this.#keyName,
      pressed: this.presses,
      announcement: this.#announcement,
    });
  }

  /**
   * Shows and says how far the shortcut is. One press is said by nobody: it is what people who read with
   * a screen reader, and who type, do all day.
   */
  pressed(presses: number, late: boolean): void {
    if (present.find(({ shortcut }) => shortcut !== 'off') !== this) return;
    this.#expired = late && this.presses === PRESSES - 1;
    this.presses = presses % PRESSES;
    if (presses === PRESSES) this.#link?.click();
  }

  typed(): void {
    if (this.hasUpdated) this.setAttribute('data-handrail-keyboard', '');
  }

  /** Where the exit leads, in words. An address of this site sends people on to one not known here. */
  get #where(): string {
    const link = this.#link;
    if (link?.matches('[data-handrail-exit=server]')) return '';
    const to = destination(link?.getAttribute('href'), location) ?? DEFAULT_DESTINATION;
    const host = new URL(to).hostname.replace(/^www\./, '');
    return msg(str`Opens ${host}.`);
  }

  /** What is said to people who listen: how far the shortcut is. */
  get #announcement(): string {
    if (this.presses === PRESSES - 1) return msg(str`Press ${this.#keyName} once more to leave.`);
    return this.#expired ? msg('You are still on this page.') : '';
  }

  /** The key that counts; empty where there is no shortcut. */
  get #key(): string {
    return (KEYS as Partial<Record<string, string>>)[this.shortcut] ?? KEYS.shift;
  }

  get #keyName(): string {
    return this.#key === 'Escape' ? msg('Esc') : msg('Shift');
  }

  get #prefix(): string {
    return msg('Emergency:');
  }

  get #link(): HTMLAnchorElement | undefined {
    return this.#authored.all<HTMLAnchorElement>('a')[0] ?? this.#own;
  }

  /** The link may be a framework's, and change. Our own moving of it is no change. */
  #reread(records: readonly MutationRecord[]): void {
    const link = this.#link;
    const moved = records.every(
      ({ target, attributeName }) => target === link && attributeName === 'style',
    );
    if (!moved || link?.style.insetBlockStart === '') this.requestUpdate();
  }

  /** Makes the link what it is to be: named, in view, and early in the page. */
  #takeLink(): void {
    let link = this.#link;
    if (!link) {
      warn(
        '<handrail-quick-exit> needs a link inside it: <a href="https://…">Leave this page now</a>.',
      );
      link = document.createElement('a');
      link.href = DEFAULT_DESTINATION;
      link.textContent = msg('Leave this page now');
      this.renderRoot.prepend(link);
      this.#own = link;
    } else if (link !== this.#own) {
      this.#own?.remove();
      this.#own = undefined;
    }
    const { presses } = this;
    this.#exitLink.take(link, presses ? '●'.repeat(presses) + '○'.repeat(PRESSES - presses) : '');
    this.#float.lift(link);
    this.#reach.take(link);
    if (window.handrailGuard) {
      window.handrailGuard.spoken = {
        textContent: msg('Loading.'),
        lang: this.language,
      };
    }
    this.#takeEarlyLink(link);
  }

  /** A link at the page's top says and shows the same as the exit's own, whatever that becomes. */
  #takeEarlyLink(link: HTMLAnchorElement): void {
    if (!this.#early?.isConnected) {
      this.#early = addEarlyLink(() => this.#link);
      this.#earlyWords = '';
    }
    const early = this.#early;
    const words = `${this.#prefix} ${link.textContent.trim()}`;
    if (early && early.href !== link.href) early.href = link.href;
    // A browser that translates the page has put its own words into the link.
    if (early && words !== this.#earlyWords) early.textContent = this.#earlyWords = words;
  }

  readonly #onClick = (event: MouseEvent): void => {
    if (this.visit !== 'single-entry') return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.href && replacesEntry(event, link, location)) {
      event.preventDefault();
      location.replace(link.href);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-quick-exit': QuickExit;
  }
}
