import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../element/html.ts';
import { msg } from '../element/msg.ts';
import { words } from '../element/words.ts';
import type { FoundDocument } from './documents.ts';
import {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  FORMAT_DETAILS,
  MULTILINE,
  STANDING_WORDING,
} from './fields.ts';
import type { ContactWay, FieldName, TextField } from './fields.ts';
import {
  choiceLabel,
  contactWayLabel,
  fieldLabel,
  fieldName,
  formatHint,
  formatLabel,
  technologyLabel,
  workingDays,
} from './labels.ts';
import { documentValue } from './request.ts';
import type { RequestedDocument } from './request.ts';
import type { OfferedFormat } from './settings.ts';

/** Everything that the form's fields are drawn from. What is typed stays in the inputs themselves. */
export interface FormView {
  /** Makes ids unique to one element on the page. */
  readonly prefix: string;
  readonly documents: readonly ListedDocument[];
  /** How many of the documents are shown. */
  readonly shown: number;
  readonly formats: readonly OfferedFormat[];
  readonly contactWays: readonly ContactWay[];
  /** Whether a problem with the page can be reported too. */
  readonly statement: boolean;
  /** Whether somebody can ask for the same with everything they are sent. */
  readonly standing: boolean;
  /** The boxes that are ticked, each as `name=value`. */
  readonly ticked: ReadonlySet<string>;
  /** What is wrong with each field, in words. */
  readonly errors: ReadonlyMap<FieldName, string>;
  /** What there is to say about an answer that is not wrong. */
  readonly notes: Readonly<Partial<Record<FieldName, unknown>>>;
  readonly showAll?: () => void;
  /** What was typed before, where a server draws the form. */
  readonly typed?: Readonly<Partial<Record<FieldName, string>>>;
  /** Texts that are there though the form does not ask for them: nothing typed is lost. */
  readonly also?: ReadonlySet<FieldName>;
  /** Whether what belongs to a choice is shown before that is made, where no script can show it. */
  readonly open?: boolean;
}

/** A document of the page, as the form lists it. */
export type ListedDocument = RequestedDocument & Omit<FoundDocument, 'link' | 'url'>;

/** How many documents are listed before the rest is asked for. */
export const FIRST_DOCUMENTS = 20;

const AUTOFILL: Readonly<Partial<Record<TextField, AutoFill>>> = {
  email: 'email',
  phone: 'tel',
  'address-line1': 'address-line1',
  'address-line2': 'address-line2',
  town: 'address-level2',
  postcode: 'postal-code',
  name: 'name',
};

const TYPES: Readonly<Partial<Record<TextField, string>>> = { email: 'email', phone: 'tel' };

/** The id of the control that an error about a field leads to: a group's is its first option. */
export function controlId(prefix: string, field: FieldName): string {
  return `${prefix}-${field}`;
}

/** With no list of documents to choose from, the text box is where one is named. */
export function fieldOf(field: FieldName, documents: readonly unknown[]): FieldName {
  return field === 'document' && documents.length === 0 ? 'document-other' : field;
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

function textField(view: FormView, name: TextField, label = fieldLabel(name)): TemplateResult {
  const id = controlId(view.prefix, name);
  const describedBy = errorId(view, name);
  const invalid = view.errors.has(name) ? 'true' : nothing;
  const autocomplete = AUTOFILL[name];
  return html`<div class="handrail-field">
    <label class="handrail-label" for=${id} .textContent=${label}></label>
    ${errorText(view, name)}
    ${
      MULTILINE.includes(name)
        ? html`<textarea
            class="handrail-input"
            id=${id}
            name=${name}
            rows="4"
            autocomplete="off"
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
            .defaultValue=${view.typed?.[name] ?? ''}
          ></textarea>`
        : html`<input
            class="handrail-input"
            id=${id}
            name=${name}
            type=${TYPES[name] ?? 'text'}
            autocomplete=${autocomplete ?? 'off'}
            spellcheck=${autocomplete ? 'false' : nothing}
            value=${view.typed?.[name] || nothing}
            aria-describedby=${describedBy}
            aria-invalid=${invalid}
          />`
    }
    ${name in view.notes ? note(view.notes[name]) : nothing}
  </div>`;
}

/** A place that is there before it has something to say, so that what it says is read out. */
function note(content: unknown): TemplateResult {
  return html`<div class="handrail-note" role="status">${content}</div>`;
}

function group(
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

function more({ open }: FormView, shown: boolean, content: unknown): TemplateResult {
  return html`<div class="handrail-more" ?hidden=${!shown && !open}>${content}</div>`;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly hidden?: boolean;
  /** The language of the label, where it is the page's own. */
  readonly lang?: string;
  /** What is asked or said once this option is chosen. */
  readonly more?: unknown;
}

function options(
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

/** The same template with and without documents: what is typed stays when the first one arrives. */
function documentFields(view: FormView): TemplateResult {
  const { documents, shown } = view;
  const asked =
    documents.length > 0
      ? msg('Another document: its title or web address (optional)')
      : fieldLabel('document-other');
  const other = textField(view, 'document-other', asked);
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
        ${document.alternatives.map(({ url, type }) => [
          ' ',
          html`<a href=${url}
            >${words(type)}<span
              class="handrail-visually-hidden"
              lang=${document.lang}
              .textContent=${`\u00A0${document.title}`}
            ></span
          ></a>`,
        ])}`,
    };
  });
  return group(view, 'document', [
    options(view, 'document', 'checkbox', list),
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

/** What is asked about a format once it is chosen: a choice where there are few answers. */
function detail(view: FormView, name: TextField): TemplateResult {
  if ((name !== 'braille-grade' && name !== 'audio-type') || view.also?.has(name)) {
    return textField(view, name);
  }
  const list = CHOICES[name].map((value) => ({ value, label: choiceLabel(value) }));
  return group(view, name, options(view, name, 'radio', list));
}

/** Whether somebody is reached in this way: the one that they chose, or the only one there is. */
function isWay({ contactWays, ticked }: FormView, way: ContactWay): boolean {
  return contactWays.length === 1 ? contactWays[0] === way : ticked.has(`contact-by=${way}`);
}

function contactFields(view: FormView): unknown {
  const { contactWays } = view;
  const [only] = contactWays;
  const fields = (ways: readonly ContactWay[], names: readonly TextField[]): unknown =>
    ways.some((way) => contactWays.includes(way)) || names.some((name) => view.also?.has(name))
      ? html`<div
          class="handrail-asked"
          ?hidden=${!view.open && !ways.some((way) => isWay(view, way))}
        >
          ${names.map((name) => textField(view, name))}
        </div>`
      : nothing;
  const all = [
    fields(['email'], ['email']),
    fields(['post'], ['address-line1', 'address-line2', 'town', 'postcode']),
    // A call and a text message share one number.
    fields(['phone', 'text'], ['phone']),
    fields(['phone'], ['phone-notes']),
    note(view.notes['contact-by']),
  ];
  if (contactWays.length === 1 && !view.errors.has('contact-by')) {
    return [html`<input type="hidden" name="contact-by" value=${only} />`, all];
  }
  const ways = contactWays.map((value) => ({ value, label: contactWayLabel(value) }));
  return group(view, 'contact-by', [options(view, 'contact-by', 'radio', ways), all]);
}

/** Draws the form's questions, in the order of `FIELDS`. */
export function formFields(view: FormView): TemplateResult {
  const formats = view.formats.map(({ slug, days }): Option => {
    const details = FORMAT_DETAILS[slug];
    const time = days && msg(str`Usually takes us ${workingDays(days)} to make`);
    return {
      value: slug,
      label: formatLabel(slug),
      hint: [formatHint(slug), time].filter(Boolean).join('. '),
      more: details?.map((name) => detail(view, name)),
    };
  });
  const strays = Object.entries(FORMAT_DETAILS)
    .filter(([slug]) => !view.formats.some((offered) => offered.slug === slug))
    .flatMap(([, names]) => names.filter((name) => view.also?.has(name)));
  const technologies = ASSISTIVE_TECHNOLOGIES.map((value) => ({
    value,
    label: technologyLabel(value),
  }));
  const usesSome = ASSISTIVE_TECHNOLOGIES.some(
    (value) => value !== 'prefer-not-to-say' && view.ticked.has(`at=${value}`),
  );
  const name = isWay(view, 'post') ? fieldName('name') : fieldLabel('name');
  return html`
    ${view.statement || view.also?.has('problem') ? textField(view, 'problem') : nothing}
    ${documentFields(view)}
    ${group(view, 'format', [
      options(view, 'format', 'checkbox', formats),
      strays.map((name) => detail(view, name)),
    ])}
    ${
      view.also?.has('at')
        ? [textField(view, 'at'), textField(view, 'at-detail')]
        : group(view, 'at', [
            options(view, 'at', 'checkbox', technologies),
            more(view, usesSome, textField(view, 'at-detail')),
          ])
    }
    ${contactFields(view)} ${textField(view, 'name', name)} ${textField(view, 'needed-by')}
    ${textField(view, 'notes')}
    ${
      view.also?.has('standing')
        ? textField(view, 'standing')
        : view.standing
          ? options(view, 'standing', 'checkbox', [
              { value: view.typed?.standing || STANDING_WORDING, label: fieldLabel('standing') },
            ])
          : nothing
    }
  `;
}
