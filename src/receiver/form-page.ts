import { msg } from '../element/msg.ts';
import {
  choiceLabel,
  contactWayLabel,
  fieldLabel,
  fieldName,
  formatHint,
  formatLabel,
  technologyLabel,
} from '../format-request/labels.ts';
import {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  documentValue,
  FORMAT_DETAILS,
  problemText,
} from '../format-request/request.ts';
import type {
  ContactWay,
  FieldName,
  FormatRequest,
  FormatSlug,
  Problem,
  TextField,
} from '../format-request/request.ts';
import { listedDocuments } from './documents.ts';
import { choice, choices } from './form-choice.ts';
import { markup } from '../render/markup.ts';
import type { Markup } from '../render/markup.ts';
import type { Organisation } from './options.ts';
import { contactLinks, page } from './pages.ts';
import type { Site } from './pages.ts';

/** What the form page shows. */
export interface FormState {
  /** The path that the form is posted to. */
  readonly action: string;
  readonly formats: readonly FormatSlug[];
  readonly contactWays: readonly ContactWay[];
  /** Whether a problem can be reported too, as on the form that was posted. */
  readonly statement: boolean;
  /** What the person has filled in so far: it is shown to them again. */
  readonly request: FormatRequest;
  readonly problems: readonly Problem[];
  /** What is wrong with the request as a whole; empty where only fields are at fault. */
  readonly notice: string;
  /** Fields that travel unseen, such as `_key`. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** The fields that say where a person can be reached, and the ways that need each. */
const CONTACTS: readonly (readonly [TextField, readonly ContactWay[]])[] = [
  ['email', ['email']],
  ['address-line1', ['post']],
  ['address-line2', ['post']],
  ['town', ['post']],
  ['postcode', ['post']],
  ['phone', ['phone', 'text']],
  ['phone-notes', ['phone']],
];

/** What browsers and their helpers need to know to fill a field in. */
const INPUT: Partial<Record<TextField, Markup>> = {
  email: markup`type="email" autocomplete="email" spellcheck="false"`,
  phone: markup`type="tel" autocomplete="tel"`,
  'address-line1': markup`type="text" autocomplete="address-line1"`,
  'address-line2': markup`type="text" autocomplete="address-line2"`,
  town: markup`type="text" autocomplete="address-level2"`,
  postcode: markup`type="text" autocomplete="postal-code"`,
  name: markup`type="text" autocomplete="name" spellcheck="false"`,
};

/** A format's box. Its id is no field's name, though there is a field named `format-other`. */
function formatId(slug: string): string {
  return `format-choice-${slug}`;
}

/** Draws a form's fields: each with its value and, where something is wrong, its message. */
class FormFields {
  readonly #state: FormState;

  constructor(state: FormState) {
    this.#state = state;
  }

  #problemWith(name: FieldName): Problem | undefined {
    return this.#state.problems.find(({ field }) => field === name);
  }

  /** A letter needs a name; nothing else does. */
  #label(name: FieldName): string {
    const needed = name === 'name' && this.#state.request.contactBy === 'post';
    return needed ? fieldName(name) : fieldLabel(name);
  }

  /** Whether a field has to be there although the page does not ask for it: nothing typed is lost. */
  #isNeeded(name: TextField): boolean {
    return this.#state.request.text[name] !== '' || this.#problemWith(name) !== undefined;
  }

  /** The id that a problem's link leads to: for a group of choices the first of them. */
  target(name: FieldName): string {
    if (name === 'document') return 'document-other';
    if (name === 'format') return formatId(this.#state.formats[0] ?? '');
    if (name === 'contact-by') return `contact-by-${this.#state.contactWays[0] ?? ''}`;
    return name;
  }

  #message(name: FieldName): Markup | undefined {
    const problem = this.#problemWith(name);
    if (problem === undefined) return undefined;
    return markup`<p id="${name}-error" class="handrail-error">${msg('Error:')} ${problemText(problem)}</p>`;
  }

  /** The attributes that tie a control to messages, for those of the fields that have one. */
  #described(...names: readonly FieldName[]): Markup | undefined {
    const ids = names.filter((name) => this.#problemWith(name)).map((name) => `${name}-error`);
    return ids.length === 0 ? undefined : markup` aria-describedby="${ids.join(' ')}"`;
  }

  #invalid(...names: readonly FieldName[]): Markup | undefined {
    const wrong = names.some((name) => this.#problemWith(name));
    return wrong ? markup` aria-invalid="true"` : undefined;
  }

  /** One line of text. */
  text(name: TextField, also: readonly FieldName[] = []): Markup {
    const attributes = INPUT[name] ?? markup`type="text" autocomplete="off"`;
    return markup`<div class="handrail-field">
<label for="${name}">${this.#label(name)}</label>
${this.#message(name)}
<input id="${name}" name="${name}" ${attributes} value="${this.#state.request.text[name]}"${this.#described(...also, name)}${this.#invalid(...also, name)}>
</div>`;
  }

  /** Several lines of text. The line break after the start tag is the one that HTML drops. */
  lines(name: TextField): Markup {
    return markup`<div class="handrail-field">
<label for="${name}">${fieldLabel(name)}</label>
${this.#message(name)}
<textarea id="${name}" name="${name}" rows="5" autocomplete="off"${this.#described(name)}${this.#invalid(name)}>
${this.#state.request.text[name]}</textarea>
</div>`;
  }

  #group(name: FieldName, content: readonly Markup[]): Markup {
    return markup`<fieldset${this.#described(name)}>
<legend>${fieldLabel(name)}</legend>
${this.#message(name)}
${content}
</fieldset>`;
  }

  /** The documents asked for, each ticked, and room to type another one. */
  documents(): Markup {
    const boxes = listedDocuments(this.#state.request).map((one, at) =>
      choice({
        type: 'checkbox',
        id: `document-${String(at + 1)}`,
        name: 'document',
        value: documentValue(one),
        label: markup`<bdi>${one.title}</bdi>`,
        checked: true,
      }),
    );
    return this.#group('document', [...boxes, this.text('document-other', ['document'])]);
  }

  /** A choice where the answer is one of the usual ones; otherwise text, in which it can be mended. */
  #detail(name: TextField): Markup {
    const given = this.#state.request.text[name];
    if (name !== 'braille-grade' && name !== 'audio-type') return this.text(name);
    const usual: readonly string[] = CHOICES[name];
    if (given !== '' && !usual.includes(given)) return this.text(name);
    const list = choices({ type: 'radio', name }, CHOICES[name], choiceLabel, [given]);
    return this.#group(name, list);
  }

  /** The formats that are offered, each with the fields that say more about it. */
  formats(): Markup {
    const { formats, request } = this.#state;
    const boxes = formats.map((slug) =>
      choice({
        type: 'checkbox',
        id: formatId(slug),
        name: 'format',
        value: slug,
        label: formatLabel(slug),
        checked: request.formats.includes(slug),
        hint: formatHint(slug),
        more: FORMAT_DETAILS[slug]?.map((name) => this.#detail(name)),
      }),
    );
    const strays = Object.entries(FORMAT_DETAILS)
      .filter(([slug]) => !(formats as readonly string[]).includes(slug))
      .flatMap(([, details]) => details.filter((name) => this.#isNeeded(name)))
      .map((name) => this.#detail(name));
    return this.#group('format', [...boxes, ...strays]);
  }

  /** Assistive technology: boxes, or text where another form let people type what they use. */
  technologies(): Markup {
    const used = this.#state.request.text.at.split(' ').filter((word) => word !== '');
    const known: readonly string[] = ASSISTIVE_TECHNOLOGIES;
    const box = { type: 'checkbox', name: 'at' } as const;
    const list = choices(box, ASSISTIVE_TECHNOLOGIES, technologyLabel, used);
    return markup`${used.every((word) => known.includes(word)) ? this.#group('at', list) : this.text('at')}
${this.text('at-detail')}`;
  }

  /** A report of a problem, which only some forms take. */
  problem(): Markup | undefined {
    return this.#state.statement || this.#isNeeded('problem') ? this.lines('problem') : undefined;
  }

  /** The wish for the same with everything, which not every organisation can grant. */
  standing(): Markup | undefined {
    if (this.#problemWith('standing') !== undefined) return this.text('standing');
    const { standing } = this.#state.request.text;
    if (standing === '') return undefined;
    const id = 'standing';
    const label = fieldLabel(id);
    return choice({ type: 'checkbox', id, name: id, value: standing, label, checked: true });
  }

  /** The ways to be reached, where there is a choice, and the fields that each needs. */
  contact(): Markup {
    const { contactWays, request } = this.#state;
    const radio = { type: 'radio', name: 'contact-by' } as const;
    const ways = choices(radio, contactWays, contactWayLabel, [request.contactBy]);
    // What was typed, or is wrong, is shown even where it is not offered: no link in the summary is dead.
    const fields = CONTACTS.filter(
      ([name, needs]) => needs.some((way) => contactWays.includes(way)) || this.#isNeeded(name),
    );
    const asked = ways.length > 1 || this.#problemWith('contact-by') !== undefined;
    return markup`${asked ? this.#group('contact-by', ways) : undefined}
${fields.map(([name]) => this.text(name))}`;
  }
}

/** How to ask without the form, where there is a way. */
function otherWays(organisation: Organisation): Markup | undefined {
  const { email, phone } = organisation;
  if (email === undefined && phone === undefined) return undefined;
  return markup`<p>${msg('You can also ask us in another way:')} ${contactLinks(organisation)}</p>`;
}

/**
 * The form again, for people without JavaScript: with what they filled in, a summary of everything
 * that is wrong on top, and a message beside each field. It is in the language that `msg()` speaks.
 */
export function formPage(site: Site, state: FormState): Markup {
  const fields = new FormFields(state);
  const problems = state.problems.map(
    (problem) =>
      // In paragraphs, so that the links stand apart even without a style sheet.
      markup`<li><p><a href="#${fields.target(problem.field)}">${problemText(problem)}</a></p></li>`,
  );
  const hidden = Object.entries(state.hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  const heading = msg('Request for a document in another format');
  return page(
    site,
    `${msg('Error:')} ${heading}`,
    markup`<div class="handrail-error-summary" tabindex="-1" autofocus>
<div role="alert">
<h2>${msg('There is a problem')}</h2>
${
  state.notice === ''
    ? undefined
    : markup`<p>${state.notice}</p>
${otherWays(site.organisation)}`
}
${problems.length === 0 ? undefined : markup`<ul>${problems}</ul>`}
</div>
</div>
<h1>${heading}</h1>
<form method="post" action="${state.action}" autocomplete="off" novalidate accept-charset="utf-8">
${hidden}
${fields.problem()}
${fields.documents()}
${fields.formats()}
${fields.technologies()}
${fields.contact()}
${fields.text('name')}
${fields.text('needed-by')}
${fields.lines('notes')}
${fields.standing()}
<button type="submit">${msg('Send request')}</button>
</form>`,
  );
}
