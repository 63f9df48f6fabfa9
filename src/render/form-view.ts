import { nothing } from 'lit';
import { londonTime } from '../calendar/london.ts';
import { replyBy } from '../calendar/working-days.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { translationNotice } from '../i18n/language.ts';
import { html } from '../template/html.ts';
import { msg } from '../i18n/msg.ts';
import { inTouch } from '../format-request/view/contact.ts';
import type { Organisation } from '../format-request/schema/organisation.ts';
import { controlId } from '../format-request/view/controls.ts';
import { fieldOf, formFields } from '../format-request/view/form.ts';
import type { ListedDocument } from '../format-request/view/form-view.ts';
import { promise } from '../format-request/view/promise.ts';
import { questions } from '../format-request/view/questions.ts';
import { documentValue } from '../format-request/schema/document-value.ts';
import { FIELD, fieldsOf, TEXT_FIELDS } from '../format-request/schema/fields.ts';
import { problemText } from '../format-request/schema/problems.ts';
import { readRequest } from '../format-request/schema/request.ts';
import type { ContactWay, OfferedFormat } from '../format-request/schema/choices.ts';
import type { Field, FieldName, TextField } from '../format-request/schema/fields.ts';
import type { Problem } from '../format-request/schema/problem.ts';
import type { RequestAnswers } from '../format-request/schema/request.ts';
import { errorSummary } from '../format-request/view/summary.ts';
import { draw } from '../format-request/view/view.ts';

/** What a form is drawn from on a server, every setting resolved. */
export interface FormSettings {
  /** What every id in the form begins with. */
  readonly prefix: string;
  /** The level of the headings that the form adds, 1 to 6. */
  readonly level: number;
  readonly now: Date;
  readonly documents: readonly ListedDocument[];
  readonly formats: readonly OfferedFormat[];
  readonly contactWays: readonly ContactWay[];
  readonly statement: boolean;
  readonly standing: boolean;
  readonly replyDays: number;
  readonly calendar: WorkingCalendar;
  readonly organisation: Organisation;
  readonly privacy: string;
  /** A page's own heading, where the form is a page. */
  readonly title?: unknown;
  /** What was filled in before, and all that is wrong with it. */
  readonly request?: RequestAnswers;
  readonly problems?: readonly Problem[];
  /** What is wrong with the request as a whole; empty where only fields are at fault. */
  readonly notice?: string;
}

/** The boxes that are ticked, each as `name=value`. A document that is the only one is the one that is meant. */
function ticked(
  { text, formats, contactBy }: RequestAnswers,
  documents: readonly ListedDocument[],
  again: boolean,
) {
  const chosen = again || documents.length === 1 ? documents.map(documentValue) : [];
  return new Set([
    ...chosen.map((value) => `document=${value}`),
    ...formats.map((slug) => `format=${slug}`),
    ...text.at.split(' ').map((slug) => `at=${slug}`),
    ...TEXT_FIELDS.map((name) => `${name}=${text[name]}`),
    `contact-by=${contactBy}`,
  ]);
}

/** The texts that have to be there though the form does not ask for them, or asks for a choice in their place. */
function also(
  { text }: RequestAnswers,
  formats: readonly OfferedFormat[],
  wrong: (name: FieldName) => boolean,
): ReadonlySet<FieldName> {
  const isOffered = ({ format }: Field): boolean =>
    !format || formats.some(({ slug }) => slug === format);
  const isUsual = (name: TextField, value: string): boolean => {
    const field = FIELD[name];
    return field.only === 'standing' || (isOffered(field) && !!field.choices?.includes(value));
  };
  return new Set(
    TEXT_FIELDS.filter(
      (name) =>
        wrong(name) ||
        text[name]
          .split(FIELD[name].several ? ' ' : '\0')
          .some((part) => part && !isUsual(name, part)),
    ),
  );
}

/** Draws the form's questions as the element does, with all that a script would unfold in sight. */
export function formView(settings: FormSettings): unknown {
  const { prefix, level, documents, formats, organisation, statement, title } = settings;
  const { request = readRequest([]), problems = [], notice = '' } = settings;
  const lines = problems.map((problem) => ({
    field: fieldOf(problem.field, documents),
    text: problemText(problem),
  }));
  // Of several problems with one field its own message says the first; the summary says them all.
  const errors = new Map([...lines].reverse().map(({ field, text }) => [field, text]));
  const again = settings.request !== undefined;
  const due = replyBy(settings.now, settings.replyDays, settings.calendar);
  const needed = also(request, formats, (name) => errors.has(name));
  const strays = fieldsOf('format').filter(
    (name) => needed.has(name) && !formats.some(({ slug }) => slug === FIELD[name].format),
  );
  const summary = errorSummary({
    prefix,
    level,
    lines: lines.map(({ field, text }) => ({ id: controlId(prefix, field), text })),
    autofocus: true,
    notice:
      notice &&
      html`<p>${notice}</p>
        ${inTouch(msg('You can also ask us in another way:'), organisation)}`,
  });
  return draw(
    questions({
      level,
      title,
      summary: lines.length > 0 || notice ? summary : '',
      promise: promise(settings.replyDays, due),
      fields: formFields({
        prefix,
        level,
        documents,
        shown: Infinity,
        filter: '',
        asked: '',
        filled: new Set(TEXT_FIELDS.filter((name) => request.text[name] !== '')),
        formats,
        contactWays: settings.contactWays,
        statement,
        standing: settings.standing,
        ticked: ticked(request, documents, again),
        errors,
        notes: {},
        typed: request.text,
        also: needed,
        strays,
        open: true,
      }),
      organisation,
      sending: { failed: false, busy: false, status: '' },
      privacy: settings.privacy,
      aboutProblems: statement && !again,
      aboutDuty: statement,
      otherWays: nothing,
      notice: translationNotice(),
    }),
  );
}

/** The date in London on which something was received; nothing where that is not known. */
export function dateOf(instant: string): string {
  return instant && londonTime(new Date(instant)).date;
}
