import { contactWayLabel, fieldLabel, formatHint, formatLabel } from '../format-request/labels.ts';
import { documentValue, FORMAT_DETAILS, LIMITS, problemText } from '../format-request/request.ts';
import type {
  ContactWay,
  FieldName,
  FormatRequest,
  FormatSlug,
  Problem,
  TextField,
} from '../format-request/request.ts';
import { listedDocuments } from './documents.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { page } from './pages.ts';
import type { Site } from './pages.ts';

/** What the form page shows. */
export interface FormState {
  /** The path that the form is posted to. */
  readonly action: string;
  readonly formats: readonly FormatSlug[];
  readonly contactWays: readonly ContactWay[];
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
  ['phone', ['phone', 'text']],
  ['address-line1', ['post']],
  ['address-line2', ['post']],
  ['town', ['post']],
  ['postcode', ['post']],
];

/** The fields that the page has a place for. What else was filled in is shown before the button. */
const PLACED: ReadonlySet<string> = new Set([
  'document-other',
  ...Object.values(FORMAT_DETAILS).flat(),
  ...CONTACTS.map(([name]) => name),
  'name',
  'notes',
]);

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
    return markup`<p id="${name}-error" class="handrail-error">Error: ${problemText(problem)}</p>`;
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
<label for="${name}">${fieldLabel(name)}</label>
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
    const boxes = listedDocuments(this.#state.request).map((one, at) => {
      const id = `document-${String(at + 1)}`;
      return markup`<div class="handrail-choice"><input type="checkbox" id="${id}" name="document" value="${documentValue(one)}" checked> <label for="${id}">${one.title}</label></div>`;
    });
    return this.#group('document', [...boxes, this.text('document-other', ['document'])]);
  }

  /** The formats that are offered, each with the field that says more about it. */
  formats(): Markup {
    const { formats, request } = this.#state;
    const boxes = formats.map((slug) => {
      const id = formatId(slug);
      const hint = formatHint(slug);
      return markup`<div class="handrail-choice"><input type="checkbox" id="${id}" name="format" value="${slug}"${request.formats.includes(slug) ? markup` checked` : undefined}${hint === undefined ? undefined : markup` aria-describedby="${id}-hint"`}> <label for="${id}">${formatLabel(slug)}</label>
${hint === undefined ? undefined : markup`<p id="${id}-hint" class="handrail-hint">${hint}</p>`}
${FORMAT_DETAILS[slug]?.map((detail) => this.text(detail))}</div>`;
    });
    const strays = Object.entries(FORMAT_DETAILS)
      .filter(([slug]) => !(formats as readonly string[]).includes(slug))
      .flatMap(([, details]) => details.filter((name) => this.#problemWith(name)))
      .map((name) => this.text(name));
    return this.#group('format', [...boxes, ...strays]);
  }

  /** Answers that this page does not ask for and that another form did: they are not lost either. */
  others(): readonly Markup[] {
    return (Object.keys(LIMITS) as TextField[])
      .filter((name) => !PLACED.has(name))
      .filter((name) => this.#state.request.text[name] !== '' || this.#problemWith(name))
      .map((name) => this.text(name));
  }

  /** The ways to be reached, where there is a choice, and the fields that each needs. */
  contact(): Markup {
    const { contactWays, request } = this.#state;
    const ways = contactWays.map((way) => {
      const id = `contact-by-${way}`;
      return markup`<div class="handrail-choice"><input type="radio" id="${id}" name="contact-by" value="${way}"${request.contactBy === way ? markup` checked` : undefined}> <label for="${id}">${contactWayLabel(way)}</label></div>`;
    });
    // What is wrong is shown even where it is not offered, so that no link in the summary is dead.
    const fields = CONTACTS.filter(
      ([name, needs]) =>
        needs.some((way) => contactWays.includes(way)) || this.#problemWith(name) !== undefined,
    );
    const choice = ways.length > 1 || this.#problemWith('contact-by') !== undefined;
    return markup`${choice ? this.#group('contact-by', ways) : undefined}
${fields.map(([name]) => this.text(name))}`;
  }
}

/**
 * The form again, for people without JavaScript: with what they filled in, a summary of everything
 * that is wrong on top, and a message beside each field.
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
  const heading = 'Ask for a document in another format';
  return page(
    site,
    `Error: ${heading}`,
    markup`<div class="handrail-error-summary" tabindex="-1" autofocus>
<div role="alert">
<h2>There is a problem</h2>
${state.notice === '' ? undefined : markup`<p>${state.notice}</p>`}
${problems.length === 0 ? undefined : markup`<ul>${problems}</ul>`}
</div>
</div>
<h1>${heading}</h1>
<form method="post" action="${state.action}" novalidate accept-charset="utf-8">
${hidden}
${fields.documents()}
${fields.formats()}
${fields.contact()}
${fields.text('name')}
${fields.lines('notes')}
${fields.others()}
<button type="submit">Send request</button>
</form>`,
  );
}
