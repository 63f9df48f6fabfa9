import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { documentValue } from '../schema/document-value.ts';
import { fieldName } from '../schema/labels.ts';
import { group, options, textField } from './controls.ts';
import type { Option } from './controls.ts';
import type { FormView } from './form-view.ts';

/** How many documents are listed before the rest is asked for. */
export const FIRST_DOCUMENTS = 20;

/** How many links to formats that are there already are shown before their documents are chosen. */
const MOST_LINKS = 5;

/** A box above a long list that leaves in it what has the words that are typed. Nothing of it is sent. */
function filter({ prefix, filter: typed, onFilter }: FormView, found: number): TemplateResult {
  const id = `${prefix}-filter`;
  return html`<div class="handrail-field">
    <label class="handrail-label" for=${id}>${msg('Find a document in this list')}</label>
    <input
      class="handrail-input handrail-filter"
      id=${id}
      type="search"
      autocomplete="off"
      .value=${typed}
      @input=${({ target }: Event) => onFilter?.((target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        // Enter in it would send the form.
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
    <div class="handrail-note" role="status">
      ${typed ? words(msg(str`Documents found: ${found}`)) : nothing}
    </div>
  </div>`;
}

/** The same template with and without documents: what is typed stays when the first one arrives. */
export function documentFields(view: FormView): TemplateResult {
  const { documents, shown } = view;
  const asked =
    documents.length > 0
      ? msg('Another document: its title or web address (optional)')
      : fieldName('document-other');
  const other = textField(view, 'document-other', asked);
  const links = documents.flatMap(({ alternatives }) => alternatives).length;
  const sought = view.filter.trim().toLowerCase();
  const isMeant = (title: string): boolean => title.toLowerCase().includes(sought);
  const list = documents.map((document, index): Option => {
    const value = documentValue(document);
    const isShown = sought ? isMeant(document.title) : index < shown;
    return {
      value,
      label: document.title,
      lang: document.lang,
      hint: [document.type, document.size].filter(Boolean).join(', '),
      hidden: !isShown && !view.ticked.has(`document=${value}`),
      // A few links are there at once: who finds a format there need not ask. More would be many stops of Tab.
      keeps: links <= MOST_LINKS,
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
    documents.length > FIRST_DOCUMENTS && view.onFilter
      ? filter(view, documents.filter(({ title }) => isMeant(title)).length)
      : nothing,
    options(view, 'document', 'checkbox', list),
    documents.length > shown && !sought
      ? html`<p>
          <button class="handrail-button handrail-quiet" type="button" @click=${view.showAll}>
            ${words(msg(str`Show all ${documents.length} documents`))}
          </button>
        </p>`
      : nothing,
    other,
  ]);
}

/** The box of a document, by its place in the list. */
export function documentBox(root: ParentNode, index: number): HTMLElement | undefined {
  return root.querySelectorAll<HTMLElement>('[name=document]')[index];
}
