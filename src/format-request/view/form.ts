import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { ASSISTIVE_TECHNOLOGIES } from '../schema/choices.ts';
import type { ContactWay } from '../schema/choices.ts';
import { documentValue } from '../schema/document-value.ts';
import {
  detailsOf,
  FIELD,
  FIELDS,
  fieldsOf,
  questionOf,
  STANDING_WORDING,
} from '../schema/fields.ts';
import type { FieldName, TextField } from '../schema/fields.ts';
import {
  fieldLabel,
  fieldName,
  formatHint,
  formatLabel,
  slugLabel,
  workingDays,
} from '../schema/labels.ts';
import { group, more, note, options, textField } from './controls.ts';
import type { Option } from './controls.ts';
import type { FormView } from './form-view.ts';

/** How many documents are listed before the rest is asked for. */
export const FIRST_DOCUMENTS = 20;

/** How many links to formats that are there already are shown before their documents are chosen. */
const MOST_LINKS = 5;

/** With no list of documents to choose from, the text box is where one is named. */
export function fieldOf(field: FieldName, documents: readonly unknown[]): FieldName {
  return field === 'document' && documents.length === 0 ? 'document-other' : field;
}

/** The same template with and without documents: what is typed stays when the first one arrives. */
function documentFields(view: FormView): TemplateResult {
  const { documents, shown } = view;
  const asked =
    documents.length > 0
      ? msg('Another document: its title or web address (optional)')
      : fieldName('document-other');
  const other = textField(view, 'document-other', asked);
  const links = documents.flatMap(({ alternatives }) => alternatives).length;
  const list = documents.map((document, index): Option => {
    const value = documentValue(document);
    return {
      value,
      label: document.title,
      lang: document.lang,
      hint: [document.type, document.size].filter(Boolean).join(', '),
      hidden: index >= shown && !view.ticked.has(`document=${value}`),
      more:
        document.alternatives.length > 0 &&
        html`${msg('Already available as:')}
        ${document.alternatives.map(({ url, type, size }) => [
          ' ',
          html`<a href=${url}
            >${words([type, size].filter(Boolean).join(', '))}<span
              class="handrail-visually-hidden"
              lang=${document.lang}
              .textContent=${`\u00A0${document.title}`}
            ></span
          ></a>`,
        ])}`,
    };
  });
  return group(view, 'document', [
    // A few links are there at once: who finds a format there need not ask. More would be many stops of Tab.
    options({ ...view, open: view.open ?? links <= MOST_LINKS }, 'document', 'checkbox', list),
    documents.length > shown
      ? html`<p>
          <button class="handrail-button handrail-quiet" type="button" @click=${view.showAll}>
            ${words(msg(str`Show all ${documents.length} documents`))}
          </button>
        </p>`
      : nothing,
    other,
  ]);
}

/** The boxes of a question whose answers are slugs. */
function slugOptions(
  view: FormView,
  name: FieldName,
  type: 'checkbox' | 'radio',
  slugs: readonly string[],
): unknown {
  const list = slugs.map((value) => ({ value, label: slugLabel(name, value) }));
  return options(view, name, type, list);
}

/** A field that stands for itself: a choice where there are few answers, or a text. */
function simpleField(view: FormView, name: TextField): unknown {
  const { choices, only } = FIELD[name];
  const label = fieldLabel(name, chosenWays(view));
  if (view.also?.has(name)) return textField(view, name, label);
  if (only && !view[only]) return nothing;
  if (only === 'standing') {
    const value = view.typed?.[name] || STANDING_WORDING;
    return options(view, name, 'checkbox', [{ value, label }]);
  }
  if (!choices) return textField(view, name, label);
  return group(view, name, slugOptions(view, name, 'radio', choices));
}

function formatFields(view: FormView): TemplateResult {
  const formats = view.formats.map(({ slug, days }): Option => {
    const time = days && msg(str`Usually takes us ${workingDays(days)} to make`);
    const details = detailsOf(slug);
    return {
      value: slug,
      label: formatLabel(slug),
      hint: [formatHint(slug), time].filter(Boolean).join('. '),
      more: details[0] && details.map((name) => simpleField(view, name)),
    };
  });
  return group(view, 'format', [
    options(view, 'format', 'checkbox', formats),
    view.strays?.map((name) => simpleField(view, name)),
  ]);
}

function technologyFields(view: FormView): unknown {
  const details = fieldsOf('at').map((name) => textField(view, name));
  if (view.also?.has('at')) return [textField(view, 'at'), details];
  const usesSome = ASSISTIVE_TECHNOLOGIES.some(
    (slug) => slug !== 'prefer-not-to-say' && view.ticked.has(`at=${slug}`),
  );
  return group(view, 'at', [
    slugOptions(view, 'at', 'checkbox', ASSISTIVE_TECHNOLOGIES),
    more(view, usesSome, details),
  ]);
}

/** How somebody may be reached: in the way that they chose, or the only one there is. */
function chosenWays({ contactWays, ticked }: FormView): readonly ContactWay[] {
  return contactWays.filter((way) => contactWays.length === 1 || ticked.has(`contact-by=${way}`));
}

function contactFields(view: FormView): unknown {
  const { contactWays } = view;
  const chosen = chosenWays(view);
  const fields = fieldsOf('contact-by').map((name) => {
    const isFor = (way: ContactWay): boolean | undefined => FIELD[name].ways?.includes(way);
    return contactWays.some(isFor) || view.also?.has(name)
      ? html`<div class="handrail-asked" ?hidden=${!view.open && !chosen.some(isFor)}>
          ${textField(view, name)}
        </div>`
      : nothing;
  });
  const all = [fields, note(view.notes['contact-by'])];
  if (contactWays.length === 1 && !view.errors.has('contact-by')) {
    return [html`<input type="hidden" name="contact-by" value=${contactWays[0]} />`, all];
  }
  return group(view, 'contact-by', [slugOptions(view, 'contact-by', 'radio', contactWays), all]);
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
  return html`${FIELDS.filter((name) => !questionOf(name)).map(
    (name) => QUESTIONS[name]?.(view) ?? simpleField(view, name as TextField),
  )}`;
}
