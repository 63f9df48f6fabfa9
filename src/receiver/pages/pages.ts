import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { spokenLanguage, writingDirection } from '../../i18n/language.ts';
import { msg } from '../../i18n/msg.ts';
import type { Organisation } from '../../format-request/schema/organisation.ts';
import { telephone } from '../../telephone/telephone.ts';
import { Markup, markup } from '../../render/markup.ts';
import { receiptHtml } from '../../render/receipt.ts';
import type { ReceiverOrganisation } from '../settings/options.ts';
import type { StoredReceipt } from '../store/store.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What every page needs to know of the site it is part of. */
export interface Site {
  /** The receiver's path, without a slash at its end. */
  readonly base: string;
  readonly organisation: ReceiverOrganisation;
  readonly stylesheetUrl: string | undefined;
  readonly homeUrl: string | undefined;
  /** Where the pages' quick exit leads in the end; they have none where it is missing. */
  readonly exitUrl: string | undefined;
  /** The address of the guard script, which the pages load first. */
  readonly guardUrl: string | undefined;
  /** Whether the page is shown without the receiver, so that it can ask it for nothing. */
  readonly standsAlone?: boolean;
}

/** Without a site's style sheet there are no colours that dark ones could clash with. */
const PLAIN = markup`<meta name="color-scheme" content="light dark">`;

/**
 * The way out of a page: a link that the receiver answers with a redirect, so that it needs no script.
 * The guard, where it runs, falls back to the destination itself. Without the receiver it leads there at once.
 */
function quickExit({ base, exitUrl, standsAlone }: Site): Markup | undefined {
  if (exitUrl === undefined) return undefined;
  const where = standsAlone
    ? markup`href="${exitUrl}" data-handrail-exit`
    : markup`href="${base}/leave" data-handrail-exit="server" data-fallback-url="${exitUrl}"`;
  return markup`<div class="handrail-page-exit" role="region" aria-label="${msg('Quick exit')}">
<a class="handrail-exit-link" ${where} rel="nofollow noreferrer">${msg('Leave this page now')}</a>
</div>
`;
}

/** The receiver's own style: as a file of its own, or in the page. */
function ownStyle({ base, standsAlone }: Site): Markup {
  if (!standsAlone) return markup`<link rel="stylesheet" href="${base}/style.css">`;
  return markup`<style>${new Markup(PAGE_STYLE)}</style>`;
}

/**
 * Puts a page together around its main content, in the language that `msg()` speaks.
 *
 * @cssclass handrail-page - The page's body.
 * @cssclass handrail-page-exit - The bar that holds the way out. Its link has the exit's class, and its colours.
 * @cssclass handrail-page-main - What the page is about: a form, a receipt or a message.
 */
export function page(site: Site, title: string, main: Markup): Markup {
  const { organisation, stylesheetUrl, homeUrl, guardUrl } = site;
  return markup`<!doctype html>
<html lang="${spokenLanguage()}" dir="${writingDirection()}">
<head>
<meta charset="utf-8">
${
  guardUrl === undefined
    ? undefined
    : markup`<script src="${guardUrl}"></script>
`
}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${organisation.name}</title>
${ownStyle(site)}
${stylesheetUrl === undefined ? PLAIN : markup`<link rel="stylesheet" href="${stylesheetUrl}">`}
</head>
<body class="handrail-page">
${quickExit(site)}<main class="handrail-page-main">
${main}
${homeUrl === undefined ? undefined : markup`<p><a href="${homeUrl}">${msg('Go back to')} <bdi>${organisation.name}</bdi></a></p>`}
</main>
</body>
</html>
`;
}

/** How to reach the organisation, as links; its name where it gives no address and no number. */
export function contactLinks({ name, email, phone }: ReceiverOrganisation): Markup {
  const write = markup`<a href="mailto:${email}" dir="ltr">${email}</a>`;
  const { href, display } = telephone(phone ?? '');
  const ring = href
    ? markup`<a href="${href}" dir="ltr">${display}</a>`
    : markup`<bdi>${display}</bdi>`;
  if (email === undefined && phone === undefined) return markup`<bdi>${name}</bdi>`;
  return markup`${email && write} ${phone && ring}`;
}

/** How else to ask, as one English sentence without links; empty where the organisation gives no way. */
export function contactSentence({ email, phone }: ReceiverOrganisation): string {
  const ways = [email && `email ${email}`, phone && `phone ${phone}`].filter(Boolean);
  return ways.length === 0 ? '' : `You can also ${ways.join(' or ')}.`;
}

/** The organisation as the element's views take it. */
export function organisationView(
  { name, email = '', phone = '' }: ReceiverOrganisation,
  { division = 'england-and-wales' }: WorkingCalendar,
): Organisation {
  return { organisation: name, email, phone, division, complaintsUrl: '', enforcementUrl: '' };
}

/** The page that says a request is kept. It holds the reference and dates, and nothing personal. */
export function receiptPage(
  site: Site & { calendar: WorkingCalendar },
  receipt: StoredReceipt,
): Markup {
  const shown = organisationView(site.organisation, site.calendar);
  return page(site, msg('Request received'), receiptHtml(receipt, 1, shown));
}

/** A page that says in one English sentence what went wrong, and how else to get in touch. */
export function messagePage(site: Site, heading: string, sentence: string): Markup {
  return page(
    site,
    heading,
    markup`<h1>${heading}</h1>
<p>${sentence}</p>
<p>If you need help with a document: ${contactLinks(site.organisation)}</p>`,
  );
}
