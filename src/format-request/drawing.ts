import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../template/html.ts';
import { words } from '../template/words.ts';
import type { IsoDate } from '../calendar/london.ts';
import { answersOf } from './dom/form-data.ts';
import { goTo } from './dom/go-to.ts';
import type { FoundDocument } from './documents/found.ts';
import type { FormHost } from './form-host.ts';
import type { FormState } from './form-state.ts';
import type { Reply } from './reply-file.ts';
import type { FieldName } from './schema/fields.ts';
import type { SaidProblem } from './schema/problem.ts';
import type { Sending } from './sending/sending.ts';
import {
  isForStatement,
  organisationOf,
  readDays,
  readFormats,
  readLink,
  readWays,
} from './settings.ts';
import { controlId } from './view/controls.ts';
import { documentBox } from './view/document-fields.ts';
import { fieldOf, formFields } from './view/form.ts';
import { promise } from './view/promise.ts';
import { questions } from './view/questions.ts';
import { draw } from './view/view.ts';

/** What the form is drawn from, beside the element's own attributes. */
export interface Drawing {
  readonly state: FormState;
  /** What the ids in it begin with. */
  readonly prefix: string;
  /** The level of its headings. */
  readonly level: number;
  /** When a reply is due, where anybody can know. */
  readonly due: IsoDate | undefined;
  readonly documents: readonly FoundDocument[];
  readonly sending: Sending;
  /** The form itself. */
  readonly form: HTMLFormElement;
  /** What answers, once it has come. */
  readonly reply: Reply | undefined;
  /** A sentence to show beside words whose translation nobody has reviewed. */
  readonly notice: string;
}

const lineOf = ({ documents, reply }: Drawing, problem: SaidProblem): [FieldName, string] => [
  fieldOf(problem.field, documents),
  reply?.problemSentence(problem) ?? '',
];

function fields(host: FormHost, drawing: Drawing): TemplateResult {
  const { prefix, level, documents, form, state } = drawing;
  const { ticked, filled, asked, hints, problems, shown, filter } = state;
  return formFields({
    prefix,
    level,
    documents,
    shown,
    filter,
    filled,
    asked,
    formats: readFormats(host.formats),
    contactWays: readWays(host.contactWays),
    statement: isForStatement(host.purpose),
    standing: host.standing,
    ticked,
    errors: new Map(problems.map((problem) => lineOf(drawing, problem))),
    notes: hints,
    showAll: () => {
      state.shown = Infinity;
      host.requestUpdate();
      void host.updateComplete.then(() => goTo(documentBox(form, shown)));
    },
    onFilter: (words) => {
      state.filter = words;
      host.requestUpdate();
    },
  });
}

function summary(host: FormHost, drawing: Drawing): unknown {
  const { prefix, level, reply } = drawing;
  const { problems, own } = drawing.state;
  if (problems.length + own.length === 0) return nothing;
  const ours = problems.map((problem) => {
    const [field, text] = lineOf(drawing, problem);
    return { id: controlId(prefix, field), text };
  });
  const lines = [
    ...own.flatMap(({ control, text }) => (control ? [{ id: control.id, text }] : [])),
    ...ours,
  ];
  const notice = own.map(({ control, text }) => (control ? nothing : html`<p>${words(text)}</p>`));
  return reply?.errorSummary({ prefix, level, lines, root: host, notice });
}

/** Draws the form, or the receipt that takes its place. */
export function drawForm(host: FormHost, drawing: Drawing): TemplateResult {
  const { level, due, sending, form, reply, notice } = drawing;
  const { received } = drawing.state;
  const organisation = organisationOf(host);
  const days = readDays(host.replyDays, host.getAttribute('reply-days'));
  if (received && reply) return draw(reply.confirmation(received, days, level, organisation));
  // The author's own words on a subject take the place of ours.
  const needs = (words: string): boolean =>
    isForStatement(host.purpose) && !host.querySelector(`[data-handrail-${words}]`);
  return draw(
    questions({
      level,
      summary: summary(host, drawing),
      promise: promise(days, due),
      fields: fields(host, drawing),
      organisation,
      sending,
      privacy: readLink('privacy-url', host.privacyUrl, host.baseURI),
      aboutProblems: needs('wording'),
      aboutDuty: needs('enforcement'),
      otherWays: sending.failed
        ? reply?.otherWays(reply.readRequest(answersOf(form)), organisation)
        : nothing,
      notice,
    }),
  );
}
