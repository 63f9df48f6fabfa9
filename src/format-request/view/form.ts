import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { words } from '../../template/words.ts';
import { msg } from '../../i18n/msg.ts';
import { ASSISTIVE_TECHNOLOGIES } from '../schema/choices.ts';
import { FIELDS, fieldsOf, questionOf } from '../schema/fields.ts';
import type { FieldName, TextField } from '../schema/fields.ts';
import { slugLabel } from '../schema/labels.ts';
import { contactFields } from './contact-fields.ts';
import { fold, group, more, options, simpleField, textField } from './controls.ts';
import { documentFields } from './document-fields.ts';
import { formatFields } from './format-fields.ts';
import type { FormView } from './form-view.ts';

/** What stands behind one control at the end: all of it helps, and none of it is needed. */
const FOLDED: readonly FieldName[] = ['at', 'name', 'notes'];

/** With no list of documents to choose from, the text box is where one is named. */
export function fieldOf(field: FieldName, documents: readonly unknown[]): FieldName {
  return field === 'document' && documents.length === 0 ? 'document-other' : field;
}

function technologyFields(view: FormView): unknown {
  const details = fieldsOf('at').map((name) => textField(view, name));
  if (view.also?.has('at')) return [textField(view, 'at'), details];
  const list = ASSISTIVE_TECHNOLOGIES.map((value) => ({ value, label: slugLabel('at', value) }));
  const usesSome = list.some(({ value }) => view.ticked.has(`at=${value}`));
  return group(view, 'at', [options(view, 'at', 'checkbox', list), more(view, usesSome, details)]);
}

/** What has come up with the last choice, for people who do not see it. */
function asked({ asked: labels }: FormView): TemplateResult {
  return html`<div role="status">
    <span class="handrail-visually-hidden"
      >${labels ? words(msg(str`Asked below now: ${labels}`)) : nothing}</span
    >
  </div>`;
}

/** The questions that are more than one control. */
const QUESTIONS: Readonly<Partial<Record<FieldName, (view: FormView) => unknown>>> = {
  document: documentFields,
  format: formatFields,
  at: technologyFields,
  'contact-by': contactFields,
};

/** Draws the form's questions, in the order of `FIELDS`. */
export function formFields(view: FormView): TemplateResult {
  const draw = (name: FieldName): unknown =>
    QUESTIONS[name]?.(view) ?? simpleField(view, name as TextField);
  const questions = FIELDS.filter((name) => !questionOf(name));
  const isOpen = FOLDED.some((name) => view.errors.has(name) || view.filled.has(name));
  return html`${questions.filter((name) => !FOLDED.includes(name)).map(draw)} ${asked(view)}
  ${fold(msg('More that would help us (optional)'), isOpen, FOLDED.map(draw))}`;
}
