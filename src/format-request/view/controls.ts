import { noChange, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { FIELD, STANDING_WORDING } from '../schema/fields.ts';
import type { FieldName, TextField } from '../schema/fields.ts';
import type { FormView } from './form-view.ts';
import { fieldLabel, slugLabel } from '../schema/labels.ts';

/** The id of the control that an error about a field leads to: a group's is its first option. */
export function controlId(prefix: string, field: FieldName): string {
  return `${prefix}-${field}`;
}

function errorText(view: FormView, field: FieldName): TemplateResult | typeof nothing {
  const message = view.errors.get(field);
  if (message === undefined) return nothing;
  return html`<p class="handrail-error" id="${controlId(view.prefix, field)}-error">
    <span class="handrail-visually-hidden">${msg('Error:')}</span> ${words(message)}
  </p>`;
}

/** The id of the message about a field, where there is one. */
function errorId(view: FormView, field: FieldName): string {
  return view.errors.has(field) ? `${controlId(view.prefix, field)}-error` : '';
}

/** The ids of what describes a control, in the order in which they are read. */
const ids = (...all: readonly string[]): string | typeof nothing =>
  all.filter(Boolean).join(' ') || nothing;

/** The classes of inputs that are as wide as what goes in. */
const WIDTHS = {
  date: 'handrail-width-date',
  email: 'handrail-width-email',
  phone: 'handrail-width-phone',
} as const;

/** Words that help with an answer. */
export function hint(text: string, id = ''): TemplateResult {
  return html`<p class="handrail-hint" id=${id || nothing} .textContent=${text}></p>`;
}

/** One text to type, with its label and what is wrong with it. */
export function textField(
  view: FormView,
  name: TextField,
  label = fieldLabel(name),
): TemplateResult {
  const id = controlId(view.prefix, name);
  const { multiline, type = 'text', autocomplete, hint: help, width } = FIELD[name];
  const describedBy = ids(help ? `${id}-hint` : '', errorId(view, name));
  const invalid = view.errors.has(name) ? 'true' : nothing;
  const typed = view.typed?.[name] ?? '';
  return html`<div class="handrail-field">
    <label class="handrail-label" for=${id} .textContent=${label}></label>
    ${help ? hint(help(), `${id}-hint`) : nothing} ${errorText(view, name)}
    ${
      multiline
        ? html`<textarea
            class="handrail-input"
            id=${id}
            name=${name}
            rows=${autocomplete ? 3 : 4}
            autocomplete=${autocomplete ?? 'off'}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            .defaultValue=${typed}
          ></textarea>`
        : html`<input
            class="handrail-input ${width ? WIDTHS[width] : ''}"
            id=${id}
            name=${name}
            type=${type}
            autocomplete=${autocomplete ?? 'off'}
            spellcheck=${autocomplete ? 'false' : nothing}
            value=${typed || nothing}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
          />`
    }
    ${name in view.notes ? note(view.notes[name]) : nothing}
  </div>`;
}

/** A place that is there before it has something to say, so that what it says is read out. */
export function note(content: unknown): TemplateResult {
  return html`<div class="handrail-note" role="status">${content}</div>`;
}

/** Several controls that answer one question. */
export function group(
  view: FormView,
  name: FieldName,
  content: unknown,
  label = fieldLabel(name),
): TemplateResult {
  const legend = `${controlId(view.prefix, name)}-legend`;
  return html`<fieldset class="handrail-fieldset" aria-describedby=${ids(errorId(view, name))}>
    <legend class="handrail-legend" id=${legend} .textContent=${label}></legend>
    ${errorText(view, name)} ${content}
  </fieldset>`;
}

/** What belongs to a choice, once that is made. */
export function more({ open }: FormView, shown: boolean, content: unknown): TemplateResult {
  return html`<div class="handrail-more" ?hidden=${!shown && !open}>${content}</div>`;
}

/**
 * What most people do not need, behind one control.
 *
 * @param open - whether somebody has answered something in it.
 */
export function fold(summary: string, open: boolean, content: unknown): TemplateResult {
  // Whoever has opened it closes it.
  return html`<details class="handrail-fold" open=${open ? '' : noChange}>
    <summary>${words(summary)}</summary>
    ${content}
  </details>`;
}

/** A box to tick, or one answer of several. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly hidden?: boolean;
  /** The language of the label, where it is the page's own. */
  readonly lang?: string;
  /** What is asked or said once this option is chosen. */
  readonly more?: unknown;
  /** Whether something else is asked then. */
  readonly unfolds?: boolean;
  /** Whether something in it is filled in, which is shown and sent then, whatever is chosen. */
  readonly keeps?: boolean;
}

/**
 * The boxes of a question; the first of all has the question's own id, and says what is wrong with it.
 *
 * @param from - how many of its boxes stand before these.
 */
export function options(
  view: FormView,
  name: FieldName,
  type: 'checkbox' | 'radio',
  list: readonly Option[],
  from = 0,
): TemplateResult[] {
  const question = controlId(view.prefix, name);
  return list.map((option, index) => {
    const isFirst = from + index === 0;
    const id = isFirst ? question : `${question}-${String(from + index)}`;
    const { value, label, hint: help } = option;
    const ticked = view.ticked.has(`${name}=${value}`);
    const error = isFirst ? errorId(view, name) : '';
    // Without a script all is in sight, and nothing would say that it is.
    const unfolds =
      type === 'checkbox' && !view.open && (option.unfolds || (option.more && !option.keeps));
    return html`<div class="handrail-option" ?hidden=${option.hidden}>
        <input
          id=${id}
          type=${type}
          name=${name}
          value=${value}
          .checked=${ticked}
          aria-expanded=${unfolds ? ticked : nothing}
          aria-describedby=${ids(error && `${question}-legend`, error, help ? `${id}-hint` : '')}
        />
        <label
          for=${id}
          lang=${option.lang ?? nothing}
          dir=${option.lang === undefined ? nothing : 'auto'}
          .textContent=${label}
        ></label>
        ${
          help
            ? html`<span class="handrail-hint" id="${id}-hint" .textContent=${help}></span>`
            : nothing
        }
      </div>
      ${option.more ? more(view, ticked || !!option.keeps, option.more) : nothing}`;
  });
}

/**
 * One answer of a few that says more about another: a group of its own within a question would be read
 * with it each time, so each answer has the words of both in its name.
 */
function choice(view: FormView, name: TextField, slugs: readonly string[]): TemplateResult {
  const id = controlId(view.prefix, name);
  const boxes = slugs.map((slug, index) => {
    const own = index === 0 ? id : `${id}-${String(index)}`;
    return html`<div class="handrail-option">
      <input
        id=${own}
        type="radio"
        name=${name}
        value=${slug}
        .checked=${view.ticked.has(`${name}=${slug}`)}
        aria-labelledby="${id}-question ${own}-label"
      />
      <label for=${own} id="${own}-label" .textContent=${slugLabel(name, slug)}></label>
    </div>`;
  });
  return html`<p class="handrail-label" id="${id}-question" .textContent=${fieldLabel(name)}></p>
    <div class="handrail-sizes">${boxes}</div>`;
}

/** A field that stands for itself: a choice where there are few answers, or a text. */
export function simpleField(view: FormView, name: TextField): unknown {
  const { choices, only } = FIELD[name];
  if (view.also?.has(name)) return textField(view, name);
  if (only && !view[only]) return nothing;
  if (only === 'standing') {
    const value = view.typed?.[name] || STANDING_WORDING;
    return options(view, name, 'checkbox', [{ value, label: fieldLabel(name) }]);
  }
  return choices ? choice(view, name, choices) : textField(view, name);
}
