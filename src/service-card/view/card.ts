import { str } from '@lit/localize';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isIsoDate, londonTime } from '../../calendar/london.ts';
import { dateWords } from '../../i18n/dates.ts';
import { heading } from '../../template/heading.ts';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { channelItem, emergency, privacyLines } from './channels.ts';
import { eligibilityLine, hoursLines } from './facts.ts';
import { placeView } from './places.ts';
import { foreignLanguage, items, join, say, sayAll, section } from './view.ts';
import type { CardView } from './view.ts';
import { hoursOf, isOpen, ways } from './ways.ts';
import type { Trust } from './ways.ts';
import { wordsAgree } from '../../opening-hours/agreement.ts';
import { stateText } from '../../opening-hours/words.ts';
import { openingState } from '../../opening-hours/state.ts';
import { textView } from './text.ts';
import type { OpeningHours, Service } from '../../service/service.ts';

/** How far the state of the service may be told. */
function trustOf({ freshness, clockAgrees }: CardView): Trust {
  if (freshness === 'stale' || !clockAgrees) return 'none';
  return freshness === 'fresh' ? 'sure' : 'usual';
}

/** The words that its source puts beside the hours, where they say more than the hours do. */
function hoursWords(view: CardView, hours: OpeningHours): unknown {
  if (wordsAgree(hours)) return nothing;
  return html`<p class="handrail-card-hours">${say(view, hours.hoursDescription)}</p>`;
}

/** What stands in the place of a state that cannot be told. */
function withoutState(view: CardView, hours: OpeningHours): string {
  if (view.freshness === 'stale') return msg('Check opening times before you rely on them');
  if (!view.clockAgrees) {
    return msg('We cannot say whether it is open now: this device’s clock may be wrong');
  }
  // Words stand above, and say what is known.
  return wordsAgree(hours) ? msg('Call for opening times') : '';
}

/** Whether the service is open, under the words that its source puts beside its hours. */
function stateLine(view: CardView): TemplateResult {
  const { service, now, language } = view;
  const hours = hoursOf(service);
  const state = openingState({ ...hours, status: service.status }, now);
  const trust = state.state === 'temporarily-closed' ? 'sure' : trustOf(view);
  const sure = trust === 'sure' && wordsAgree(hours);
  const known = trust === 'none' ? '' : stateText(state, now, language, !sure);
  const open = sure && (state.state === 'open' || state.state === 'always-open');
  const text = known || withoutState(view, hours);
  return html`${hoursWords(view, hours)}
  ${text ? html`<p class="handrail-card-state" ?data-open=${open} .textContent=${text}></p>` : nothing}`;
}

/** When somebody last checked the facts, and what follows from that. */
function checkedText({ service: { checked }, now, freshness }: CardView): string {
  if (typeof checked !== 'string' || !isIsoDate(checked)) {
    return msg('Nobody has said when this was last checked.');
  }
  const date = dateWords(checked);
  if (checked > londonTime(now).date) {
    return msg(str`The date of the last check, ${date}, is still to come.`);
  }
  if (freshness === 'fresh') return msg(str`Checked ${date}.`);
  return freshness === 'stale'
    ? msg(str`Last checked more than 12 months ago, on ${date}.`)
    : msg(str`Last checked more than 6 months ago, on ${date}.`);
}

/** How to reach it: first whom one can reach now. */
function reach(view: CardView): TemplateResult {
  const { service, now } = view;
  const trust = trustOf(view);
  const found = ways(service, items(service.channels), now, trust);
  const live = found.filter(({ state }) => state);
  // One line says it all where every way keeps the service's hours.
  const each = trust !== 'none' && live.some(({ own, channel }) => own || channel.owner);
  const isEach = each && service.status !== 'temporarily closed';
  return html`${isEach ? hoursWords(view, hoursOf(service)) : stateLine(view)}
  ${
    found.length > 0
      ? html`<ul class="handrail-card-channels">
          ${repeat(
            found,
            ({ place }) => place,
            (way) => channelItem(view, way, each),
          )}
        </ul>`
      : html`<p>${msg('We have no phone number for this service that has been checked.')}</p>`
  }
  ${live.some(isOpen) ? nothing : emergency(view)}`;
}

/** What `details` draws. */
const DETAILS: readonly (keyof Service)[] = [
  'attendance',
  'interpreters',
  'languages',
  'referral',
  'requiredDocuments',
  'wait',
];

/** Whether a record says any of it. A list with nothing in it says nothing. */
function isDetailed(service: Service): boolean {
  return DETAILS.some((key) => {
    const said: unknown = service[key];
    return Array.isArray(said) ? said.length > 0 : said;
  });
}

/** Draws one service, in the order a person in trouble needs it. */
export function card(view: CardView): TemplateResult {
  const { id, service, level } = view;
  const { safety } = service;
  const foreign = foreignLanguage(service, view.language);
  const own = (text: unknown): unknown => say(view, text);
  const limits = own(safety?.confidentialityLimits);
  const known = items(service.costOptions).map((cost) => view.details()?.costLine(view, cost));
  return html`<article class="handrail-card" aria-labelledby="${id}-name">
    ${heading(level, service.name, { id: `${id}-name`, lang: foreign })}
    ${service.alternateName ? html`<p>${own(service.alternateName)}</p>` : nothing}
    ${service.alert ? html`<p class="handrail-card-alert">${own(service.alert)}</p>` : nothing}
    ${reach(view)}
    <dl class="handrail-card-facts">
      ${section(msg('Who it is for'), [
        ...items(service.eligibility).map((rule) => eligibilityLine(view, rule)),
        join(items(service.areas).map(({ name }) => own(name))),
      ])}
      ${section(msg('Cost'), [
        service.free === true && !service.cost ? msg('Free') : own(service.cost),
        ...known,
      ])}
      ${section(msg('Police and privacy'), [
        safety?.policeRequired === false ? msg('You do not have to tell the police') : '',
        safety?.policeRequired === true ? msg('You must report to the police first') : '',
        ...privacyLines(safety),
        ...sayAll(view, safety?.notes),
        limits === nothing ? '' : join([msg('When they must tell somebody else'), limits], ': '),
      ])}
    </dl>
    ${typeof service.description === 'string' ? html`<div class="handrail-card-text" lang=${foreign ?? nothing} dir=${foreign ? 'auto' : nothing}>${textView(service.description, view.extras)}</div>` : nothing}
    <dl class="handrail-card-facts">
      ${isDetailed(service) ? view.details()?.details(view) : nothing}
      ${section(msg('Opening times'), hoursLines(view, service))}
      ${section(
        msg('Where'),
        items(service.places).map((place) => placeView(view, place)),
      )}
      ${items(service.worksWith).length > 0 ? view.details()?.worksWith(view) : nothing}
      ${section(msg('Run by'), [own(service.organization)])}
    </dl>
    ${view.keep}
    <p class="handrail-card-checked">
      ${words(checkedText(view))} ${own(view.notice)} ${view.translationNotice}
    </p>
  </article>`;
}

/**
 * Puts what the element shows together. The report is announced as it changes.
 *
 * @param shown - the card, or nothing where there is none to show.
 * @param block - the service for search engines, where the page asks for that.
 */
export function cardAndReport(shown: unknown, block: unknown, report: string): TemplateResult {
  return html`${shown} ${block}
    <p class="handrail-card-report" role="status">${report}</p>`;
}

/** What is said in place of a service that does not run, or not today. */
export function notRunning(): string {
  return msg('This service may not be running. Check with it before you rely on these details.');
}
