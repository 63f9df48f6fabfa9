import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { words } from '../element/words.ts';
import { PRESSES } from './key-sequence.ts';

/** What the bar says about leaving. Every text is whole: the author's, or the default. */
export interface NoteParts {
  readonly note: string;
  /** Where the exit leads; empty where nothing is said about that. */
  readonly where: string;
  /** What is to be said about the translation; empty where nothing is. */
  readonly notice: string;
}

/** What the line on the shortcut shows. */
export interface ShortcutParts {
  /** The explanation, with `{key}` and `{count}` in it. */
  readonly help: string;
  readonly key: string;
  /** How many presses have been counted. */
  readonly pressed: number;
  /** What stands there instead once time has run out; empty until then. */
  readonly expired: string;
}

/**
 * Sets values into a text at their marks, such as `{key}`. Each stands apart from the direction of the
 * words around it. A mark without a value stays as it is.
 */
function fill(text: string, values: Readonly<Record<string, unknown>>): unknown[] {
  return text.split(/(\{\w+\})/).map((part) => {
    const value = values[part];
    return value === undefined ? part : html`<bdi>${value}</bdi>`;
  });
}

/** The note beside the button. */
export function noteView({ note, where, notice }: NoteParts): TemplateResult {
  const after = [where, notice].filter((text) => text !== '');
  // The spaces are values: those in a template go when it is built.
  return html`<p class="handrail-quick-exit__note">
    ${words(note)}${after.map((text) => [
      ' ',
      html`<span class="handrail-quick-exit__where" .textContent=${text}></span>`,
    ])}
  </p>`;
}

/**
 * The line on the shortcut. What changes in it is for the eye alone: the same is announced, in words
 * that make sense without the lights.
 */
export function shortcutView({ help, key, pressed, expired }: ShortcutParts): TemplateResult {
  const keyView = html`<kbd class="handrail-quick-exit__key">${key}</kbd>`;
  const lights = Array.from(
    { length: PRESSES },
    (_, index) =>
      html`<i
        class="handrail-quick-exit__light ${index < pressed ? 'handrail-quick-exit__light--lit' : ''}"
      ></i>`,
  );
  let line = html`<span>${fill(help, { '{key}': keyView, '{count}': PRESSES })}</span>`;
  if (pressed > 0) {
    const last = pressed === PRESSES - 1 && html`<strong>${msg('Once more to leave')}</strong>`;
    line = html`<span aria-hidden="true"
      ><span class="handrail-quick-exit__lights">${lights}</span>${last || nothing}</span
    >`;
  } else if (expired) {
    line = html`<span aria-hidden="true" .textContent=${expired}></span>`;
  }
  return html`<p class="handrail-quick-exit__shortcut">${line}</p>`;
}
