import { dateInWords, londonTime } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/london.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Organisation } from './options.ts';
import type { Receipt } from './store.ts';

/** What every page needs to know of the site it is part of. */
export interface Site {
  /** The receiver's path, without a slash at its end. */
  readonly base: string;
  readonly organisation: Organisation;
  readonly stylesheet: string | undefined;
  readonly home: string | undefined;
}

/** The language that the pages are written in. */
const LANGUAGE = 'en';

/** Without a site's style sheet there are no colours that dark ones could clash with. */
const PLAIN = markup`<meta name="color-scheme" content="light dark">`;

/** Puts a page together around its main content. */
export function page(site: Site, title: string, main: Markup): Markup {
  const { base, organisation, stylesheet, home } = site;
  return markup`<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${organisation.name}</title>
<link rel="stylesheet" href="${base}/style.css">
${stylesheet === undefined ? PLAIN : markup`<link rel="stylesheet" href="${stylesheet}">`}
</head>
<body class="handrail-page">
<main class="handrail-page-main">
${main}
${home === undefined ? undefined : markup`<p><a href="${home}">Go back to ${organisation.name}</a></p>`}
</main>
</body>
</html>
`;
}

/** How to reach the organisation: "Email a@b.example or phone 020 …", with links. */
function contactLinks({ name, email, phone }: Organisation): Markup {
  const write = markup`<a href="mailto:${email}">${email}</a>`;
  const ring = markup`<a href="tel:${(phone ?? '').replace(/[^\d+]/g, '')}">${phone}</a>`;
  if (email !== undefined && phone !== undefined) return markup`Email ${write} or phone ${ring}`;
  if (email !== undefined) return markup`Email ${write}`;
  return phone === undefined ? markup`Contact ${name}` : markup`Phone ${ring}`;
}

/** How else to ask, as one sentence without links; empty where the organisation gives no way. */
export function contactSentence({ email, phone }: Organisation): string {
  const ways = [email && `email ${email}`, phone && `phone ${phone}`].filter(Boolean);
  return ways.length === 0 ? '' : `You can also ${ways.join(' or ')}.`;
}

/** "5 working days", as a promise counts them. */
export function workingDays(days: number): string {
  return days === 1 ? '1 working day' : `${String(days)} working days`;
}

function time(date: IsoDate): Markup {
  return markup`<time datetime="${date}">${dateInWords(date, LANGUAGE)}</time>`;
}

/** The page that says a request is kept. It holds the reference and dates, and nothing personal. */
export function receiptPage(site: Site, receipt: Receipt): Markup {
  const { organisation } = site;
  const due =
    receipt.replyBy === null
      ? markup`within ${workingDays(receipt.replyWithin)}`
      : markup`by ${time(receipt.replyBy)}`;
  return page(
    site,
    'We have received your request',
    markup`<h1>We have received your request</h1>
<p>Your reference is <strong class="handrail-reference">${receipt.reference}</strong>.</p>
<p>We received your request on ${time(londonTime(new Date(receipt.receivedAt)).date)}.</p>
<h2>What happens next</h2>
<p>${organisation.name} will reply to you ${due}.</p>
<h2>If you need to get in touch</h2>
<p>${contactLinks(organisation)} and give your reference. Write it down, or print this page.</p>`,
  );
}

/** A page that says in one sentence what went wrong, and how else to get in touch. */
export function messagePage(site: Site, heading: string, sentence: string): Markup {
  return page(
    site,
    heading,
    markup`<h1>${heading}</h1>
<p>${sentence}</p>
<p>${contactLinks(site.organisation)} if you need help with a document.</p>`,
  );
}
