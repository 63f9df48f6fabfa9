import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '@lit/localize';
import type { FoundDocument } from './documents.ts';
import { contactWayLabel, fieldLabel, formatHint, formatLabel } from './labels.ts';
import { documentValue } from './request.ts';
import type { ContactWay, FieldName, FormatSlug, TextField } from './request.ts';

/** Everything that the form's fields are drawn from. What is typed stays in the inputs themselves. */
export interface FormView {
  /** Makes ids unique to one element on the page. */
  readonly prefix: string;
  readonly documents: readonly FoundDocument[];
  readonly formats: readonly FormatSlug[];
  readonly contactWays: readonly ContactWay[];
  /** The formats that are ticked, which shows the questions that belong to them. */
  readonly chosen: ReadonlySet<string>;
  readonly contactBy: string;
  /** What is wrong with each field, in words. */
  readonly errors: ReadonlyMap<FieldName, string>;
}

/** The field that asks more about a format, where there is one. */
const DETAILS: Readonly<Partial<Record<FormatSlug, TextField>>> = {
  'large-print': 'large-print-size',
  braille: 'braille-grade',
  audio: 'audio-type',
  other: 'format-other',
};

interface TextOptions {
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete?: AutoFill;
  readonly label?: string;
}

/** The id of the control that an error about a field leads to: a group's is its first option. */
export function controlId(prefix: string, field: FieldName): string {
  return `${prefix}-${field}`;
}

function errorText(view: FormView, field: FieldName): TemplateResult | typeof nothing {
  const message = view.errors.get(field);
  if (message === undefined) return nothing;
  return html`<p class="handrail-error" id="${controlId(view.prefix, field)}-error">
    <span class="handrail-visually-hidden">${msg('Error:')}</span> ${message}
  </p>`;
}

function textField(view: FormView, name: TextField, options: TextOptions = {}): TemplateResult {
  const id = controlId(view.prefix, name);
  const wrong = view.errors.has(name);
  const describedBy = wrong ? `${id}-error` : nothing;
  const invalid = wrong ? 'true' : nothing;
  return html`<div class="handrail-field">
    <label class="handrail-label" for=${id}>${options.label ?? fieldLabel(name)}</label>
    ${errorText(view, name)}
    ${
      name === 'notes'
        ? html`<textarea
            class="handrail-input"
            id=${id}
            name=${name}
            rows="4"
            autocomplete="off"
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
          ></textarea>`
        : html`<input
            class="handrail-input"
            id=${id}
            name=${name}
            type=${options.type ?? 'text'}
            autocomplete=${options.autocomplete ?? 'off'}
            spellcheck=${options.autocomplete ? 'false' : nothing}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
          />`
    }
  </div>`;
}

function group(view: FormView, name: FieldName, content: unknown): TemplateResult {
  const describedBy = view.errors.has(name) ? `${controlId(view.prefix, name)}-error` : nothing;
  return html`<fieldset class="handrail-fieldset" aria-describedby=${describedBy}>
    <legend class="handrail-legend">${fieldLabel(name)}</legend>
    ${errorText(view, name)} ${content}
  </fieldset>`;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked?: boolean;
  /** What is asked once this option is chosen. */
  readonly more?: { readonly shown: boolean; readonly fields: unknown };
}

function options(
  view: FormView,
  name: FieldName,
  type: 'checkbox' | 'radio',
  list: readonly Option[],
): TemplateResult[] {
  return list.map(({ value, label, hint, checked = false, more }, index) => {
    const first = controlId(view.prefix, name);
    const id = index === 0 ? first : `${first}-${String(index)}`;
    return html`<div class="handrail-option">
        <input
          id=${id}
          type=${type}
          name=${name}
          value=${value}
          ?checked=${checked}
          aria-describedby=${hint ? `${id}-hint` : nothing}
        />
        <label for=${id}>${label}</label>
        ${hint ? html`<span class="handrail-hint" id="${id}-hint">${hint}</span>` : nothing}
      </div>
      ${more ? html`<div class="handrail-more" ?hidden=${!more.shown}>${more.fields}</div>` : nothing}`;
  });
}

function documentFields(view: FormView): TemplateResult {
  const other = textField(
    view,
    'document-other',
    view.documents.length > 0
      ? { label: msg('Another document: its title or web address (optional)') }
      : {},
  );
  if (view.documents.length === 0) return other;
  const list = view.documents.map((document) => ({
    value: documentValue(document),
    label: document.title,
    hint: [document.type, document.size].filter(Boolean).join(', '),
    checked: view.documents.length === 1,
  }));
  return group(view, 'document', [options(view, 'document', 'checkbox', list), other]);
}

function contactFields(view: FormView, way: ContactWay): unknown {
  switch (way) {
    case 'email':
      return textField(view, 'email', { type: 'email', autocomplete: 'email' });
    case 'phone':
    case 'text':
      return textField(view, 'phone', { type: 'tel', autocomplete: 'tel' });
    case 'post':
      return [
        textField(view, 'address-line1', { autocomplete: 'address-line1' }),
        textField(view, 'address-line2', { autocomplete: 'address-line2' }),
        textField(view, 'town', { autocomplete: 'address-level2' }),
        textField(view, 'postcode', { autocomplete: 'postal-code' }),
      ];
  }
}

/** Draws the form's questions, in the order of `FIELDS`. */
export function formFields(view: FormView): TemplateResult {
  const formats = view.formats.map((slug): Option => {
    const detail = DETAILS[slug];
    const option = { value: slug, label: formatLabel(slug), hint: formatHint(slug) };
    return detail
      ? { ...option, more: { shown: view.chosen.has(slug), fields: textField(view, detail) } }
      : option;
  });
  const ways = view.contactWays.map((way): Option => {
    const option = { value: way, label: contactWayLabel(way) };
    // A call and a text message share one number, asked for under the second of the two.
    if (way === 'phone' && view.contactWays.includes('text')) return option;
    const shown = view.contactBy === way || (way === 'text' && view.contactBy === 'phone');
    return { ...option, more: { shown, fields: contactFields(view, way) } };
  });
  return html`
    ${documentFields(view)} ${group(view, 'format', options(view, 'format', 'checkbox', formats))}
    ${group(view, 'contact-by', options(view, 'contact-by', 'radio', ways))}
    ${textField(view, 'name', { autocomplete: 'name' })} ${textField(view, 'notes')}
  `;
}
