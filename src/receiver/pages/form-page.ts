import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { heading } from '../../template/heading.ts';
import { msg } from '../../i18n/msg.ts';
import type { ContactWay, FormatSlug } from '../../format-request/schema/choices.ts';
import type { Problem } from '../../format-request/schema/problem.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';
import { FORM_ID, formHtml } from '../../render/form.ts';
import { formView } from '../../render/form-view.ts';
import { viewHtml } from '../../render/html.ts';
import type { Markup } from '../../render/markup.ts';
import { organisationView, page } from './pages.ts';
import type { Site } from './pages.ts';

/** What the form page shows. */
export interface FormState {
  /** The path that the form is posted to. */
  readonly action: string;
  readonly now: Date;
  readonly replyDays: number;
  readonly calendar: WorkingCalendar;
  readonly formats: readonly FormatSlug[];
  readonly contactWays: readonly ContactWay[];
  /** Whether a problem can be reported too, as on the form that was posted. */
  readonly statement: boolean;
  /** What the person has filled in so far: it is shown to them again. */
  readonly request: RequestAnswers;
  readonly problems: readonly Problem[];
  /** What is wrong with the request as a whole; empty where only fields are at fault. */
  readonly notice: string;
  /** Fields that travel unseen, such as `_key`. */
  readonly hidden: Readonly<Record<string, string>>;
}

/**
 * The form as a page, for people without JavaScript: the element's own, with what they filled in so far, a
 * summary of everything that is wrong on top, and a message beside each field. It is in the language that
 * `msg()` speaks.
 */
export function formPage(site: Site, state: FormState): Markup {
  const { action, hidden, request, formats, contactWays } = state;
  const title = msg('Request for a document in another format');
  const drawn = viewHtml(() =>
    formView({
      ...state,
      prefix: FORM_ID,
      level: 2,
      title: heading(1, title),
      documents: request.documents.map((one) => ({
        ...one,
        type: '',
        size: '',
        lang: '',
        alternatives: [],
      })),
      formats: formats.map((slug) => ({ slug })),
      contactWays,
      // The wish for the same with everything is not one that every organisation can grant.
      standing: request.text.standing !== '',
      organisation: organisationView(site.organisation, state.calendar),
      privacy: '',
    }),
  );
  const form = formHtml(drawn, { id: FORM_ID, action, hidden });
  const isWrong = state.problems.length > 0 || state.notice !== '';
  return page(site, isWrong ? `${msg('Error:')} ${title}` : title, form);
}
