import { isDivision } from '../calendar/bank-holidays.ts';
import { isIsoDate } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { warn } from '../element/warn.ts';
import type { Organisation } from './schema/organisation.ts';
import { isEmail } from '../email/email.ts';
import { CONTACT_WAYS, FORMATS, USUAL_FORMATS } from './schema/choices.ts';
import type { ContactWay, OfferedFormat } from './schema/choices.ts';
import { isDays } from './schema/receipt.ts';

/** Says what is wrong with an attribute, once. */
function complain(attribute: string, value: unknown, remedy: string): void {
  warn(`<handrail-format-request ${attribute}="${String(value)}"> ${remedy}`);
}

/** An attribute that was taken away again is `null`, whatever its type says. */
function words(attribute: string | null): readonly string[] {
  return (attribute ?? '').split(/[\s,]+/).filter(Boolean);
}

/** Whether a form is one for an accessibility statement. */
export function isForStatement(purpose: string | null): boolean {
  const statement = purpose === 'statement';
  if (purpose && !statement) complain('purpose', purpose, 'is not known. It can be: statement.');
  return statement;
}

/** The promise in working days; 5 where the attribute holds no number from 1 to 100, or was removed (`null`). */
export function readDays(days: number | null, written: string | null): number {
  if (days === null) return 5;
  if (isDays(days)) return days;
  complain('reply-days', written ?? days, 'is no whole number from 1 to 100. It uses 5.');
  return 5;
}

/** The days on which an organisation works. What cannot be read is left out, with a word about it. */
export function readCalendar(division: string, closures: string, cutOff: string): WorkingCalendar {
  if (division && !isDivision(division)) {
    complain('division', division, 'is not known. It uses england-and-wales.');
  }
  const closed = words(closures).filter((date) => {
    if (isIsoDate(date)) return true;
    complain('closures', date, 'is no date. Write dates as 2026-12-29.');
    return false;
  });
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(cutOff) ?? [];
  if (cutOff && !hours) complain('cut-off', cutOff, 'is no time of day. Write it as 17:00.');
  return {
    division: isDivision(division) ? division : 'england-and-wales',
    closures: closed,
    ...(hours && { cutOff: Number(hours) * 60 + Number(minutes) }),
  };
}

/** The formats on offer, in the form's own order: `large-print braille:10`. The usual ones where left out. */
export function readFormats(attribute: string): readonly OfferedFormat[] {
  const named = new Map(
    words(attribute).map((word): [string, string | undefined] => {
      const [slug = '', days] = word.split(':', 2);
      return [slug, days];
    }),
  );
  for (const [slug, days] of named) {
    if (!(FORMATS as readonly string[]).includes(slug)) {
      complain('formats', slug, `is not known. The formats are: ${FORMATS.join(' ')}.`);
    } else if (days !== undefined && !isDays(Number(days))) {
      complain('formats', `${slug}:${days}`, 'needs a whole number of working days, 1 to 100.');
    }
  }
  const offered = FORMATS.filter((slug) => named.has(slug));
  return (offered.length > 0 ? offered : USUAL_FORMATS).map((slug) => {
    const days = Number(named.get(slug));
    return isDays(days) ? { slug, days } : { slug };
  });
}

/** The ways to be reached on offer. All of them where the attribute names none. */
export function readWays(attribute: string): readonly ContactWay[] {
  const named = words(attribute);
  const strange = named.find((way) => !(CONTACT_WAYS as readonly string[]).includes(way));
  if (strange) {
    complain('contact-ways', strange, `is not known. The ways are: ${CONTACT_WAYS.join(' ')}.`);
  }
  const offered = CONTACT_WAYS.filter((way) => named.includes(way));
  return offered.length > 0 ? offered : CONTACT_WAYS;
}

/**
 * The receiver's address, absolute. Answers travel over http only to the host of a page that came over
 * http itself, or within one machine, and nothing is ever "sent" to a script.
 *
 * @returns an empty text where there is no address that answers may go to.
 */
export function readAction(action: string, base: string): string {
  const url = action && URL.canParse(action, base) ? new URL(action, base) : undefined;
  const here = new URL(base);
  const plain =
    url?.protocol === 'http:' &&
    here.protocol === 'http:' &&
    (url.hostname === here.hostname || /^(localhost|127\..*|\[::1\])$/.test(url.hostname));
  if (url?.protocol === 'https:' || plain) return url.href;
  complain('action', action, 'is no address to send answers to. Give the receiver’s: https://….');
  return '';
}

/** An address to link to, or an empty text where it is none that is safe to link to. */
export function readLink(attribute: string, link: string, base: string): string {
  if (!link) return '';
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  complain(attribute, link, 'is no web address. It is left out.');
  return '';
}

/** How to reach the organisation, without what is no address. */
export function organisationOf(
  attributes: Organisation & { readonly baseURI: string },
): Organisation {
  const { organisation, email, phone, division, complaintsUrl, enforcementUrl, baseURI } =
    attributes;
  if (email && !isEmail(email)) complain('email', email, 'is no email address. It is left out.');
  return {
    organisation,
    email: isEmail(email) ? email : '',
    phone,
    division,
    complaintsUrl: readLink('complaints-url', complaintsUrl, baseURI),
    enforcementUrl: readLink('enforcement-url', enforcementUrl, baseURI),
  };
}
