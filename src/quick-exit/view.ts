import { create } from '../element/create.ts';
import { msg } from '../i18n/msg.ts';
import { PRESSES } from './key-sequence.ts';

/** What the bar says. Every text is whole: the author's, or the default. */
export interface Texts {
  /** What stands before the link's own words in its name. */
  readonly prefix: string;
  /** What leaving does not do. */
  readonly note: string;
  /** What else is said after it. An empty text is left out. */
  readonly after: readonly string[];
  /** The explanation of the shortcut, with `{key}` and `{count}` in it; empty where there is none. */
  readonly help: string;
  readonly key: string;
  /** How many presses have been counted. */
  readonly pressed: number;
  /** What is announced. It stays in the line on the shortcut after the count has gone back to nothing. */
  readonly announcement: string;
}

/**
 * Sets values into a text at their marks, such as `{key}`. Each stands apart from the direction of the
 * words around it. A mark without a value stays as it is.
 */
function fill(
  text: string,
  values: Readonly<Record<string, () => Node | string>>,
): (Node | string)[] {
  return text.split(/(\{\w+\})/).map((part) => {
    const value = values[part];
    return value ? create('bdi', '', value()) : part;
  });
}

/** What the note beside the button says. */
function noteParts({ note, after }: Texts): (Node | string)[] {
  const more = after
    .filter(Boolean)
    .flatMap((text) => [' ', create('span', 'handrail-exit-where', text)]);
  return [create('span', '', note), ...more];
}

/**
 * What the line on the shortcut shows. What changes in it is for the eye alone: the same is announced, in
 * words that make sense without the lights.
 */
function shortcutParts({ help, key, pressed, announcement }: Texts): Node[] {
  const line = create('span', '');
  if (pressed > 0) {
    const lights = Array.from({ length: PRESSES }, (_, index) =>
      create('i', `handrail-exit-light ${index < pressed ? 'handrail-exit-light-lit' : ''}`),
    );
    line.append(create('span', 'handrail-exit-lights', ...lights));
    if (pressed === PRESSES - 1) line.append(create('strong', '', msg('Once more to leave')));
  } else if (announcement) {
    line.append(announcement);
  } else {
    const values = {
      '{key}': () => create('kbd', 'handrail-exit-key', key),
      '{count}': () => String(PRESSES),
    };
    line.append(...fill(help, values));
  }
  if (pressed > 0 || announcement) line.setAttribute('aria-hidden', 'true');
  return [line];
}

/**
 * What the exit's bar shows beside its link. It is made without Lit's templates: most pages with an exit
 * have nothing else of ours, and need not load a template engine for it.
 */
export class View {
  readonly #prefixId: string;
  #places: readonly HTMLElement[] = [];
  #drawn: readonly string[] = [];

  constructor(prefixId: string) {
    this.#prefixId = prefixId;
  }

  /**
   * Draws what has changed. What has not stays as it is: a page that was translated keeps its words, and
   * a live region is there before its text changes.
   */
  draw(ui: HTMLElement, texts: Texts): void {
    if (!this.#drawn.length) {
      const prefix = create('span', '');
      prefix.id = this.#prefixId;
      prefix.hidden = true;
      const status = create('span', 'handrail-visually-hidden');
      status.setAttribute('role', 'status');
      this.#places = [
        prefix,
        create('p', 'handrail-exit-note'),
        create('p', 'handrail-exit-shortcut'),
        status,
      ];
      ui.append(...this.#places);
    }
    const { prefix, note, after, announcement, ...line } = texts;
    const wanted = [prefix, [note, after], [line, announcement], announcement].map((from) =>
      JSON.stringify(from),
    );
    const parts = [() => [prefix], noteParts, shortcutParts, () => [announcement]];
    this.#places.forEach((place, index) => {
      if (wanted[index] !== this.#drawn[index])
        place.replaceChildren(...(parts[index]?.(texts) ?? []));
    });
    this.#drawn = wanted;
    const [, noteAt, lineAt] = this.#places;
    if (texts.help === '') lineAt?.remove();
    else if (lineAt && !lineAt.parentNode) noteAt?.after(lineAt);
  }
}
