import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from '../element/property.ts';
import { HandrailElement } from '../element/element.ts';
import { warn } from '../element/warn.ts';
import { KeySequence, PRESSES, WINDOW } from './key-sequence.ts';
import { quickExitStyles } from './quick-exit.styles.ts';

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
 * @slot - One link. Its address is where the exit leads; without JavaScript it is a plain link.
 *
 * @cssproperty [--handrail-color-exit=#b3001b] - The button's background.
 * @cssproperty [--handrail-color-exit-text=#fff] - The button's text.
 */
export class QuickExit extends HandrailElement {
  static override styles = quickExitStyles;

  /**
   * The keyboard shortcut: `shift` for Shift pressed three times with no more than five seconds
   * between two presses, or `off`. Any other value is taken as `shift`, with a word on the console.
   */
  @property() shortcut: 'shift' | 'off' = 'shift';

  /** The sentence beside the button that says what leaving does not do. */
  @property({ attribute: 'note-text' }) noteText = '';

  @state() private announcement = '';

  readonly #sequence = new KeySequence('Shift');
  #expiry: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKeydown, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKeydown, true);
    this.#restart();
  }

  protected override willUpdate(): void {
    if (!['shift', 'off'].includes(this.shortcut)) {
      warn(
        `<handrail-quick-exit> takes shortcut="shift" or "off", not "${this.shortcut}". It uses shift.`,
      );
    }
  }

  protected override firstUpdated(): void {
    const link = this.#link;
    if (!link) {
      warn(
        '<handrail-quick-exit> needs a link inside it: <a href="https://…">Leave this page now</a>.',
      );
      return;
    }
    link.classList.add('handrail-quick-exit__link');
  }

  protected override render(): TemplateResult {
    const { count } = this.#sequence;
    return html`
      <p class="handrail-quick-exit__note">
        ${this.noteText || msg('It does not clear your browsing history.')}
        ${
          this.shortcut === 'off'
            ? ''
            : html`<span class="handrail-quick-exit__keys"
                >${msg('With a keyboard: press Shift 3 times.')}</span
              >`
        }
        ${this.translationNotice}
      </p>
      <span class="handrail-quick-exit__lights" aria-hidden="true" ?hidden=${count === 0}>
        ${Array.from(
          { length: PRESSES },
          (_, index) => html`<i class=${index < count ? 'handrail-quick-exit__on' : ''}></i>`,
        )}
      </span>
      <span class="handrail-visually-hidden" role="status">${this.announcement}</span>
    `;
  }

  get #link(): HTMLAnchorElement | null {
    return this.querySelector('a');
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (this.shortcut === 'off' || !this.#sequence.press(event)) return;
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
      this.announcement =
        left === 1
          ? msg('Press Shift once more to leave.')
          : msg(str`Press Shift ${left} more times to leave.`);
      this.#expiry = setTimeout(() => {
        this.#restart();
        this.announcement = msg('Leaving was cancelled: too much time went by.');
      }, WINDOW);
    }
    this.requestUpdate();
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
