import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { group, more, note, options, textField } from './controls.ts';
import type { Option } from './controls.ts';
import type { FoundDocument } from '../documents/documents.ts';
import {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  FORMAT_DETAILS,
  STANDING_WORDING,
} from '../schema/fields.ts';
import type { ContactWay, FieldName, TextField } from '../schema/fields.ts';
import {
  choiceLabel,
  contactWayLabel,
  fieldLabel,
  fieldName,
  formatHint,
  formatLabel,
  technologyLabel,
  workingDays,
} from '../schema/labels.ts';
import { documentValue } from '../schema/document-value.ts';
import type { RequestedDocument } from '../schema/document-value.ts';
import type { OfferedFormat } from '../settings.ts';

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
  /** Those of them that say more about a format that is not on offer. */
  readonly strays?: readonly TextField[];
  /** Whether what belongs to a choice is shown before that is made, where no script can show it. */
  readonly open?: boolean;
}

/** A document of the page, as the form lists it. */
export type ListedDocument = RequestedDocument & Omit<FoundDocument, 'link' | 'url'>;

/** How many documents are listed before the rest is asked for. */
export const FIRST_DOCUMENTS = 20;

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
      view.strays?.map((name) => detail(view, name)),
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
