import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '../element/property.ts';
import { HandrailElement } from '../element/element.ts';
import { warn } from '../element/warn.ts';
import { DEFAULT_DESTINATION, destination } from './destination.ts';
import { addEarlyLink } from './early-link.ts';
import { Float } from './float.ts';
import { KeySequence, PRESSES, WINDOW } from './key-sequence.ts';
import { quickExitStyles } from './quick-exit.styles.ts';
import { Room } from './room.ts';
import { replacesEntry } from './single-entry.ts';
import { noteView, shortcutView } from './view.ts';

const KEYS = { shift: 'Shift', escape: 'Escape', off: '' } as const;

/** The quick exits on the page, in the order in which they came. One of them listens to the keyboard. */
const present: QuickExit[] = [];

/** Tells authors on their own machine what is wrong with their page. Nobody else loads this. */
function check(element: QuickExit, link: HTMLAnchorElement): void {
  void import('./self-check.ts').then(({ selfCheck }) => selfCheck(element, link));
}

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
 * @attr {string} fallback-href - Where to go if the link's own address does not answer: an `https`
 *   address on another site. BBC Weather where it is left out.
 * @attr {number} guard-minutes - For how many minutes after an exit Back and Forward stay shut. 10
 *   where it is left out.
 *
 * @cssproperty [--handrail-color-exit=#b3001b] - The button's background.
 * @cssproperty [--handrail-color-exit-text=#fff] - The button's text.
 */
export class QuickExit extends HandrailElement {
  static override styles = quickExitStyles;

  readonly #float = new Float(this);
  readonly #room = new Room(this);

  /**
   * The keyboard shortcut: `shift` or `escape` for that key pressed three times with no more than five
   * seconds between two presses, or `off`. Any other value is taken as `shift`, with a word on the
   * console.
   */
  @property() shortcut: 'shift' | 'escape' | 'off' = 'shift';

  /**
   * `single-entry` makes the whole visit one entry of the browser's history: a click on a link to the
   * same site replaces the page. Back then leaves the site in normal use too.
   */
  @property() visit: 'single-entry' | '' = '';

  /** The sentence beside the button that says what leaving does not do. It takes the place of that alone. */
  @property({ attribute: 'note-text' }) noteText = '';

  /** What a screen reader says before the link's own words. */
  @property({ attribute: 'prefix-text' }) prefixText = '';

  /**
   * The sentence after it that says where the exit leads. Where it is left out, it names the host of the
   * link's address; nothing is said of an address on this site.
   */
  @property({ attribute: 'where-text' }) whereText = '';

  /**
   * The line that explains the shortcut, with `{key}` for the key's name, drawn as a key, and `{count}`
   * for how many presses it takes.
   */
  @property({ attribute: 'help-text' }) helpText = '';

  /** What is announced after a press, with `{count}` for how many are left. */
  @property({ attribute: 'progress-text' }) progressText = '';

  /** What is announced when one press is left. */
  @property({ attribute: 'last-press-text' }) lastPressText = '';

  /** What is announced when too much time went by between two presses. */
  @property({ attribute: 'expired-text' }) expiredText = '';

  @state() private announcement = '';

  #sequence = new KeySequence('');
  #expiry: ReturnType<typeof setTimeout> | undefined;
  #early: HTMLAnchorElement | undefined;
  #labelled = false;

  override connectedCallback(): void {
    super.connectedCallback();
    present.push(this);
    window.addEventListener('keydown', this.#onKeydown, true);
    window.addEventListener('pointerdown', this.#onPointerdown, true);
    window.addEventListener('click', this.#onClick);
    if (this.hasUpdated) this.#takeLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    present.splice(present.indexOf(this), 1);
    window.removeEventListener('keydown', this.#onKeydown, true);
    window.removeEventListener('pointerdown', this.#onPointerdown, true);
    window.removeEventListener('click', this.#onClick);
    this.#early?.remove();
    this.#restart();
  }

  protected override willUpdate(): void {
    if (!(this.shortcut in KEYS)) {
      warn(
        `<handrail-quick-exit> takes shortcut="shift", "escape" or "off", not "${this.shortcut}". It uses shift.`,
      );
    }
    if (this.#sequence.key !== this.#key) this.#sequence = new KeySequence(this.#key);
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

  protected override render(): TemplateResult {
    const { count } = this.#sequence;
    this.#link?.setAttribute(
      'data-handrail-lights',
      count ? '●'.repeat(count) + '○'.repeat(PRESSES - count) : '',
    );
    return html`
      ${noteView({
        note: this.noteText || msg('Leaving does not clear your browsing history.'),
        where: this.#where,
        notice: this.translationNotice,
      })}
      ${
        this.#key &&
        shortcutView({
          help: this.helpText || msg('Or press {key} {count} times'),
          key: this.#keyName,
          pressed: count,
          // What was announced last stays there after the count has gone back to nothing.
          expired: this.announcement,
        })
      }
      <span class="handrail-visually-hidden" role="status">${this.announcement}</span>
    `;
  }

  /** Where the exit leads, in words. An address of this site sends people on to one not known here. */
  get #where(): string {
    const link = this.#link;
    if (this.whereText || link?.matches('[data-handrail-exit=server]')) return this.whereText;
    const to = destination(link?.getAttribute('href'), location) ?? DEFAULT_DESTINATION;
    const host = new URL(to).hostname.replace(/^www\./, '');
    return msg(str`Opens ${host}.`);
  }

  /** The key that counts; empty where there is no shortcut. */
  get #key(): string {
    return (KEYS as Partial<Record<string, string>>)[this.shortcut] ?? KEYS.shift;
  }

  get #keyName(): string {
    return this.#key === 'Escape' ? 'Esc' : this.#key;
  }

  get #link(): HTMLAnchorElement | null {
    return this.querySelector('a');
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
      this.prepend(link);
    }
    link.classList.add('handrail-quick-exit__link');
    let prefix = link.querySelector('[data-handrail-prefix]');
    if (!prefix) {
      prefix = document.createElement('span');
      prefix.className = 'handrail-visually-hidden';
      prefix.setAttribute('data-handrail-prefix', '');
      link.prepend(prefix);
    }
    const words = `${this.prefixText || msg('Emergency:')} `;
    if (prefix.textContent !== words) prefix.textContent = words;
    this.#float.lift(link);
    if (!this.#early?.isConnected) this.#early = addEarlyLink(link);
    if (/^(localhost|127\.)/.test(location.hostname)) check(this, link);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const first = present.find(({ shortcut }) => shortcut !== 'off');
    if (first !== this || !this.#sequence.press(event)) return;
    clearTimeout(this.#expiry);
    const left = PRESSES - this.#sequence.count;
    if (left === 0) {
      this.#restart();
      this.#link?.click();
      return;
    }
    if (left === PRESSES) {
      this.announcement = '';
    } else {
      const key = this.#keyName;
      this.announcement =
        left === 1
          ? this.lastPressText || msg(str`Press ${key} once more to leave.`)
          : this.progressText.replace('{count}', String(left)) ||
            msg(str`Press ${key} another ${left} times to leave.`);
      this.#expiry = setTimeout(() => {
        this.#restart();
        this.announcement = this.expiredText || msg('You are still on this page.');
      }, WINDOW);
    }
    this.requestUpdate();
  };

  /** Shift with a mouse button selects: it is no press of the shortcut. */
  readonly #onPointerdown = (): void => {
    if (this.#sequence.count > 0) {
      this.announcement = '';
      this.#restart();
    }
  };

  readonly #onClick = (event: MouseEvent): void => {
    if (this.visit !== 'single-entry') return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.href && replacesEntry(event, link, location)) {
      event.preventDefault();
      location.replace(link.href);
    }
  };

  #restart(): void {
    clearTimeout(this.#expiry);
    this.#sequence.reset();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handrail-quick-exit': QuickExit;
  }
}
