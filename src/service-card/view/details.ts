import { nothing } from 'lit';
import { addDays, isIsoDate, londonTime } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { msg } from '../../i18n/msg.ts';
import { measure, routeText } from './facts.ts';
import { languageNames } from './languages.ts';
import { items, join, link, say, sayAll, section } from './view.ts';
import type { CardView } from './view.ts';
import { text } from '../../opening-hours/rows.ts';
import { safeHref } from '../../service/safe-href.ts';
import type { CostOption, Referral, Wait, WorksWith } from '../../service/service.ts';
import { telephone } from '../../telephone/telephone.ts';

/** One route into the service, and how to take it. */
function referralLine(view: CardView, { by, accepted, description, value }: Referral): unknown {
  const number = typeof value === 'string' ? telephone(value) : undefined;
  const href = number?.href ?? safeHref(text(value));
  const way = href ? link(href, number?.href ? number.display : value) : say(view, value);
  return join([routeText(by, accepted !== false), say(view, description), way], ': ');
}

/** How a visit works. */
function attendanceText(way: unknown): string {
  if (way === 'appointment') return msg('By appointment');
  if (way === 'drop-in') return msg('You can drop in');
  return way === 'membership' ? msg('For members') : '';
}

/** One price, unless its time is over or still to come. */
export function costLine(view: CardView, cost: CostOption): unknown {
  const today = londonTime(view.now).date;
  if ((cost.validFrom ?? today) > today || (cost.validTo ?? today) < today) return nothing;
  const currency = /^[A-Z]{3}$/.test(cost.currency ?? '') ? cost.currency : 'GBP';
  const price =
    typeof cost.amount === 'number'
      ? measure(cost.amount, view.language, { style: 'currency', currency })
      : '';
  return join([say(view, cost.description), join([price, say(view, cost.per)], ' ')], ': ');
}

/** How long people wait, for 30 days after somebody said so. */
function waitLine(view: CardView, wait: Wait): unknown {
  const today = londonTime(view.now).date;
  const date = String(wait.date);
  if (!isIsoDate(date) || date > today || date < addDays(today, -30)) return nothing;
  const closed = wait.accepting === false ? msg('Not taking on new people at present') : '';
  const said = join([closed, say(view, wait.description)], ': ');
  return said === nothing ? said : join([said, ' (', dateWords(date), ')'], '');
}

/** Another service that this one works with. */
function worksWithLine(view: CardView, { id, name, url, description }: WorksWith): unknown {
  const words = say(view, name ?? view.nameOf(String(id)));
  const href = safeHref(text(url));
  return join(
    [
      href ? link(href, words === nothing ? new URL(href).hostname : words) : words,
      say(view, description),
    ],
    ': ',
  );
}

/** How people come to a service and what they meet there: all that is known of it, a term each. */
export function details(view: CardView): readonly unknown[] {
  const { service } = view;
  const { interpreters } = service;
  return [
    section(msg('How to get help'), [
      ...items(service.referral).map((referral) => referralLine(view, referral)),
      ...(Array.isArray(service.attendance) ? service.attendance.map(attendanceText) : []),
    ]),
    section(msg('Waiting time'), [service.wait && waitLine(view, service.wait)]),
    section(msg('What to bring'), sayAll(view, service.requiredDocuments)),
    section(msg('Languages'), [join(languageNames(view, service.languages))]),
    section(msg('Interpreters'), [
      say(view, interpreters?.description),
      join(languageNames(view, interpreters?.languages)),
      interpreters?.free === true ? msg('Free') : '',
      interpreters?.arrange === true ? msg('Ask for one before you come') : '',
    ]),
  ];
}

/** The services that this one works with. */
export function worksWith(view: CardView): unknown {
  return section(
    msg('Works with'),
    items(view.service.worksWith).map((other) => worksWithLine(view, other)),
  );
}
