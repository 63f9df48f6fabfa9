import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { KeySequence, PRESSES, WINDOW } from './key-sequence.ts';

/** What shows that a key was meant for something else, beside other keys. */
const INTERRUPTIONS = [
  'pointerdown',
  'wheel',
  'beforeinput',
  'input',
  'compositionstart',
  'dragstart',
];

const HEARD = ['keydown', 'keyup', 'blur', ...INTERRUPTIONS];

/** The element that the shortcut belongs to. */
export interface ShortcutHost extends ReactiveControllerHost {
  /**
   * Is told how many presses have been counted, each time that this changes.
   *
   * @param presses - from 0, once they are forgotten, to `PRESSES`.
   * @param late - whether they are forgotten because too much time went by.
   */
  pressed(presses: number, late: boolean): void;
  /** Is told that somebody has used a keyboard with real keys. */
  typed(): void;
}

/**
 * Counts presses of a key, in the page and in each frame of the same site on it. A frame of another site
 * keeps its keys to itself.
 */
export class Shortcut implements ReactiveController {
  readonly #host: ShortcutHost;
  readonly #views = new Set<Window>();
  #sequence = new KeySequence('');
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ShortcutHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Sets which key is counted: a `KeyboardEvent.key`; empty for none. */
  listenTo(key: string): void {
    if (this.#sequence.key !== key) this.#sequence = new KeySequence(key);
  }

  hostConnected(): void {
    this.#hear(window);
  }

  hostDisconnected(): void {
    for (const view of this.#views) this.#listen(view, 'removeEventListener');
    this.#views.clear();
    this.#forget(false);
  }

  handleEvent(event: Event): void {
    const { type } = event;
    // A frame that has loaded has another window, and one that is about to take the focus may be anywhere.
    if (type === 'load' || type === 'blur') setTimeout(() => this.#hearFrames());
    else if (type === 'keydown' || type === 'keyup') this.#press(event as KeyboardEvent);
    else this.#forget(false);
  }

  #press(event: KeyboardEvent): void {
    // The keyboard of a touch screen has no keys to name.
    if (event.isTrusted && !/^(Unidentified|Process)$/.test(event.key)) this.#host.typed();
    if (!this.#sequence.press(event)) return;
    clearTimeout(this.#expiry);
    const { count } = this.#sequence;
    if (count === PRESSES) this.#sequence.reset();
    else if (count > 0) this.#expiry = setTimeout(() => this.#forget(true), WINDOW);
    this.#host.pressed(count, false);
  }

  #forget(late: boolean): void {
    clearTimeout(this.#expiry);
    const { count } = this.#sequence;
    this.#sequence.reset();
    if (count > 0) this.#host.pressed(0, late);
  }

  #hear(view: Window): void {
    // A frame keeps its window when it goes to another page of the site, and loses its listeners: the
    // same listener is never added twice.
    this.#views.add(view);
    this.#listen(view, 'addEventListener');
    this.#hearFrames(view);
  }

  #hearFrames(view: Window = window): void {
    if (this.#views.size === 0) return;
    const frames = Array.from({ length: view.length }, (_, index) => view[index] as Window);
    // A frame inside a shadow root is in no list; it is found when it has the focus.
    let active = this.#documentOf(view)?.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const inner = (active as Partial<HTMLIFrameElement> | null)?.contentWindow;
    for (const frame of new Set(inner ? [...frames, inner] : frames)) {
      if (this.#documentOf(frame)) this.#hear(frame);
    }
  }

  /** A window's document; none where it is another site's. */
  #documentOf(view: Window): Document | undefined {
    try {
      return view.document;
    } catch {
      return undefined;
    }
  }

  #listen(view: Window, change: 'addEventListener' | 'removeEventListener'): void {
    const document = this.#documentOf(view);
    if (!document) return;
    for (const type of HEARD) view[change](type, this, { capture: true, passive: true });
    // That a frame has loaded is never told to the window.
    document[change]('load', this, true);
  }
}
