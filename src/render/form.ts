import { nearestLevel } from '../template/heading.ts';
import { ownLanguage } from '../i18n/language.ts';
import type { Division } from '../calendar/bank-holidays.ts';
import type { Organisation } from '../format-request/schema/organisation.ts';
import {
  isForStatement,
  organisationOf,
  readCalendar,
  readDays,
  readFormats,
  readLink,
  readWays,
} from '../format-request/settings.ts';
import { formView } from './form-view.ts';
import { hostHtml } from './host.ts';
import type { Around } from './host.ts';
import { viewHtml } from './html.ts';
import { inTexts } from './texts.ts';
import type { Texts } from '../i18n/msg.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** A document that a form lists. */
export interface FormDocument {
  readonly title: string;
  /** Its absolute `http` or `https` address. */
  readonly url: string;
  /** "PDF", "Word" and so on. */
  readonly type?: string;
  /** As the page writes it, such as "1.2MB". */
  readonly size?: string;
  /** The language of its title: a BCP 47 tag. */
  readonly lang?: string;
}

/** How a form is drawn. Each has the meaning of the element's attribute of the same name. */
export interface FormOptions {
  /** The receiver's address. */
  readonly action: string;
  /** The language of Handrail's own words: a BCP 47 tag. English where Handrail does not speak it. */
  readonly language?: string;
  /** Words in the place of Handrail's own, by the English sentences that they replace. */
  readonly texts?: Texts;
  /** The instant at which it is drawn. Now, where it is left out. */
  readonly now?: Date;
  /** The address of the page that it is for, which relative links are read against. */
  readonly pageUrl?: string;
  /** The documents of the page. The element lists those that it finds. */
  readonly documents?: readonly FormDocument[];
  readonly replyDays?: number;
  readonly division?: Division;
  readonly closures?: string;
  readonly cutOff?: string;
  readonly organisation?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly complaintsUrl?: string;
  readonly enforcementUrl?: string;
  readonly privacyUrl?: string;
  readonly formats?: string;
  readonly contactWays?: string;
  readonly standing?: boolean;
  /** `statement` for the form that an accessibility statement links to. */
  readonly purpose?: 'statement';
  readonly headingLevel?: number;
  /** Fields that travel unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the ids in the form begin with, where a page has two. */
  readonly id?: string;
}

/** The id of the first form on a page, which those of its parts begin with. */
export const FORM_ID = 'handrail-request-1';

/** What stands around a form's fields. */
export interface FormAround extends Omit<Around, 'tag' | 'within'> {
  readonly id: string;
  readonly action: string;
  /** Fields that travel unseen. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** Puts what is drawn of a form into a real one, which posts without JavaScript, and that into its element. */
export function formHtml(
  drawn: string,
  { id, action, hidden, own, ...around }: FormAround,
): Markup {
  const fields = Object.entries(hidden).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );
  return hostHtml(drawn, {
    ...around,
    tag: 'handrail-format-request',
    own: { id, ...own },
    within: (ui) =>
      markup`<form method="post" action="${action}" autocomplete="off" novalidate accept-charset="utf-8">
${fields}
${ui}
</form>`,
  });
}

/** The element's attributes, so that it draws the same. */
function attributesOf(options: FormOptions): Record<string, string | undefined> {
  const number = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : String(value);
  return {
    'reply-days': number(options.replyDays),
    division: options.division,
    closures: options.closures,
    'cut-off': options.cutOff,
    organisation: options.organisation,
    email: options.email,
    phone: options.phone,
    'complaints-url': options.complaintsUrl,
    'enforcement-url': options.enforcementUrl,
    'privacy-url': options.privacyUrl,
    formats: options.formats,
    'contact-ways': options.contactWays,
    standing: options.standing ? '' : undefined,
    purpose: options.purpose,
    'heading-level': number(options.headingLevel),
    texts: options.texts && JSON.stringify(options.texts),
  };
}

/** The organisation as views take it. Without a page's address, a relative link stays as it is written. */
export function organisationFor(
  options: Partial<Organisation> & { pageUrl?: string },
): Organisation {
  const {
    organisation = '',
    email = '',
    phone = '',
    division = 'england-and-wales',
    pageUrl,
  } = options;
  const { complaintsUrl = '', enforcementUrl = '' } = options;
  const given = { organisation, email, phone, division, complaintsUrl, enforcementUrl };
  const read = organisationOf({ ...given, baseURI: pageUrl ?? 'https://page.invalid/' });
  if (pageUrl !== undefined) return read;
  return {
    ...read,
    complaintsUrl: read.complaintsUrl && complaintsUrl,
    enforcementUrl: read.enforcementUrl && enforcementUrl,
  };
}

/**
 * Draws the request form as HTML: the element, a real form in it, and in that what the element would
 * draw. Without JavaScript it posts as it stands, with every question in sight.
 *
 * @param options - how it is drawn, and where it is posted to.
 * @returns HTML in which every value is escaped.
 */
export function renderForm(options: FormOptions): string {
  const { action, language, pageUrl, privacyUrl = '', id = FORM_ID } = options;
  const base = pageUrl ?? 'https://page.invalid/';
  const view = (): unknown => {
    const link = readLink('privacy-url', privacyUrl, base);
    return formView({
      prefix: id,
      level: nearestLevel(options.headingLevel),
      now: options.now ?? new Date(),
      documents: (options.documents ?? []).map(
        ({ title, url, type = '', size = '', lang = '' }) => ({
          title,
          url,
          type,
          size,
          lang,
          alternatives: [],
        }),
      ),
      formats: readFormats(options.formats ?? ''),
      contactWays: readWays(options.contactWays ?? ''),
      statement: isForStatement(options.purpose ?? ''),
      standing: options.standing ?? false,
      replyDays: readDays(options.replyDays ?? null, null),
      calendar: readCalendar(options.division ?? '', options.closures ?? '', options.cutOff ?? ''),
      organisation: organisationFor(options),
      privacy: pageUrl === undefined ? link && privacyUrl : link,
    });
  };
  const hidden = { ...(language !== undefined && { _lang: language }), ...options.hidden };
  return inTexts('handrail-format-request', options, () =>
    formHtml(viewHtml(view), {
      id,
      action,
      hidden,
      attributes: attributesOf(options),
      own: ownLanguage(),
    }),
  ).text;
}
