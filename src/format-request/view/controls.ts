import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { FIELD } from '../schema/fields.ts';
import type { FieldName, TextField } from '../schema/fields.ts';
import type { FormView } from './form-view.ts';
import { fieldLabel } from '../schema/labels.ts';

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

/** The attributes of a control or group that is tied to its message. */
function errorId(view: FormView, field: FieldName): string | typeof nothing {
  return view.errors.has(field) ? `${controlId(view.prefix, field)}-error` : nothing;
}

/** One text to type, with its label and what is wrong with it. */
export function textField(
  view: FormView,
  name: TextField,
  label = fieldLabel(name),
): TemplateResult {
  const id = controlId(view.prefix, name);
  const describedBy = errorId(view, name);
  const invalid = view.errors.has(name) ? 'true' : nothing;
  const { multiline, type = 'text', autocomplete } = FIELD[name];
  const typed = view.typed?.[name] ?? '';
  return html`<div class="handrail-field">
    <label class="handrail-label" for=${id} .textContent=${label}></label>
    ${errorText(view, name)}
    ${
      multiline
        ? html`<textarea
            class="handrail-input"
            id=${id}
            name=${name}
            rows="4"
            autocomplete="off"
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            .defaultValue=${typed}
          ></textarea>`
        : html`<input
            class="handrail-input"
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
  return html`<fieldset class="handrail-fieldset" aria-describedby=${errorId(view, name)}>
    <legend class="handrail-legend" .textContent=${label}></legend>
    ${errorText(view, name)} ${content}
  </fieldset>`;
}

/** What belongs to a choice, once that is made. */
export function more({ open }: FormView, shown: boolean, content: unknown): TemplateResult {
  return html`<div class="handrail-more" ?hidden=${!shown && !open}>${content}</div>`;
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
}

/** The boxes of a question; the first has the question's own id. */
export function options(
  view: FormView,
  name: FieldName,
  type: 'checkbox' | 'radio',
  list: readonly Option[],
): TemplateResult[] {
  return list.map((option, index) => {
    const first = controlId(view.prefix, name);
    const id = index === 0 ? first : `${first}-${String(index)}`;
    const { value, label, hint } = option;
    const ticked = view.ticked.has(`${name}=${value}`);
    return html`<div class="handrail-option" ?hidden=${option.hidden}>
        <input
          id=${id}
          type=${type}
          name=${name}
          value=${value}
          .checked=${ticked}
          aria-describedby=${hint ? `${id}-hint` : nothing}
        />
        <label
          for=${id}
          lang=${option.lang ?? nothing}
          dir=${option.lang === undefined ? nothing : 'auto'}
          .textContent=${label}
        ></label>
        ${
          hint
            ? html`<span class="handrail-hint" id="${id}-hint" .textContent=${hint}></span>`
            : nothing
        }
      </div>
      ${option.more ? more(view, ticked, option.more) : nothing}`;
  });
}
