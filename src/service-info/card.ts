import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { dateInWords, isIsoDate, londonTime } from '../calendar/london.ts';
import { freshness } from './freshness.ts';
import { stateText, weekText } from './hours-text.ts';
import { weeklyHours } from './opening-hours-week.ts';
import { openingState } from './opening-hours.ts';
import { shownPlace } from './place.ts';
import type { Channel, Eligibility, Service } from './service.ts';
import { telephone } from './telephone.ts';

/** What a card is drawn from. */
export interface CardView {
  readonly service: Service;
  /** The element's heading, already filled with the service's name. */
  readonly heading: HTMLHeadingElement;
  /** What every card of the file says, such as that it is demonstration data. */
  readonly notice: string;
  readonly translationNotice: string;
  readonly now: Date;
  readonly language: string;
}

const NUMBERS: ReadonlySet<Channel['kind']> = new Set(['voice', 'text', 'textphone']);

function channelLabel({ kind, label }: Channel): string {
  if (label) return label;
  switch (kind) {
    case 'voice':
      return msg('Phone');
    case 'text':
      return msg('Text message');
    case 'textphone':
      return msg('Textphone');
    case 'bsl':
      return msg('British Sign Language');
    case 'webchat':
      return msg('Online chat');
    case 'email':
      return msg('Email');
    case 'website':
      return msg('Website');
  }
}

/** A link where the value is one, and otherwise the value as it stands: nothing is guessed. */
function channelValue({ kind, value }: Channel): unknown {
  if (NUMBERS.has(kind)) {
    const number = telephone(value);
    if (!number.href) return number.display;
    const href = kind === 'text' ? number.href.replace('tel:', 'sms:') : number.href;
    return html`<a class="handrail-card__link" href=${href}>${number.display}</a>
      ${number.cost === 'free' ? html`<span class="handrail-card__cost">${msg('Free to call')}</span>` : nothing}`;
  }
  if (kind === 'email' && /^[^\s@]+@[^\s@]+$/.test(value)) {
    return html`<a class="handrail-card__link" href="mailto:${value}">${value}</a>`;
  }
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) {
    return html`<a class="handrail-card__link" href=${value} rel="noreferrer"
      >${new URL(value).hostname}</a
    >`;
  }
  return value;
}

function channelItem(channel: Channel): TemplateResult {
  return html`<li class=${channel.primary ? 'handrail-card__primary' : ''}>
    <span class="handrail-card__label">${channelLabel(channel)}</span>
    ${channelValue(channel)}
  </li>`;
}

function ages({ minimumAge: from, maximumAge: to }: Eligibility): string {
  if (from !== undefined && to !== undefined)
    return from <= to ? msg(str`Age ${from} to ${to}`) : '';
  if (from !== undefined && from > 0) return msg(str`Age ${from} and over`);
  return to === undefined ? '' : msg(str`Age ${to} and under`);
}

function section(title: string, lines: readonly unknown[]): TemplateResult | typeof nothing {
  const known = lines.filter((line) => line !== '' && line !== undefined);
  if (known.length === 0) return nothing;
  return html`<dt>${title}</dt>
    ${known.map((line) => html`<dd>${line}</dd>`)}`;
}

function openNow({ service, now, language }: CardView): TemplateResult | typeof nothing {
  const state = openingState(service, now);
  const stale = freshness(service.checked, now) === 'stale';
  if (stale && state.state !== 'temporarily-closed') {
    return html`<p class="handrail-card__state">
      ${msg('Check opening times before you rely on them')}
    </p>`;
  }
  const text = stateText(state, now, language) || msg('Call for opening times');
  const open = state.state === 'open' || state.state === 'always-open';
  return html`<p class="handrail-card__state" ?data-open=${open}>${text}</p>`;
}

function checkedText({ service: { checked }, now, language }: CardView): string {
  const age = freshness(checked, now);
  const date = checked && isIsoDate(checked) ? dateInWords(checked, language) : '';
  if (age === 'stale') {
    return date && checked && checked <= londonTime(now).date
      ? msg(str`Last checked more than 12 months ago, on ${date}.`)
      : msg('Nobody has said when this was last checked.');
  }
  if (age === 'ageing') return msg(str`Last checked more than 6 months ago, on ${date}.`);
  return msg(str`Checked ${date}.`);
}

/** Draws one service, in the order a person in trouble needs it. */
export function card(view: CardView): TemplateResult {
  const { service, heading, language, now } = view;
  const channels = [...(service.channels ?? [])].sort(
    (a, b) => Number(b.primary ?? false) - Number(a.primary ?? false),
  );
  const week = weeklyHours(service.schedules ?? [], londonTime(now).date);
  return html`<article class="handrail-card">
    ${heading}
    ${service.alert ? html`<p class="handrail-card__alert">${service.alert}</p>` : nothing}
    ${openNow(view)}
    ${
      channels.length > 0
        ? html`<ul class="handrail-card__channels">
            ${channels.map(channelItem)}
          </ul>`
        : html`<p>${msg('We have no phone number for this service that has been checked.')}</p>`
    }
    ${(service.description ?? '').split(/\n\s*\n/).map((text) => (text ? html`<p>${text}</p>` : nothing))}
    <dl class="handrail-card__facts">
      ${section(
        msg('Who it is for'),
        (service.eligibility ?? []).map((rule) =>
          [ages(rule), rule.description].filter(Boolean).join(': '),
        ),
      )}
      ${section(msg('Cost'), [service.cost])}
      ${section(
        msg('How to get help'),
        (service.referral ?? []).map(({ description }) => description),
      )}
      ${section(msg('Police and privacy'), [...(service.safety?.notes ?? []), service.safety?.confidentialityLimits])}
      ${section(msg('Interpreters'), [service.interpreters?.description])}
      ${section(
        msg('Opening times'),
        week.map((row) => weekText(row, language)),
      )}
      ${section(
        msg('Where'),
        (service.places ?? [])
          .map(shownPlace)
          .map(({ name, address, postcode }) =>
            [name, address ?? postcode].filter(Boolean).join(': '),
          ),
      )}
      ${section(msg('Run by'), [service.organization])}
    </dl>
    <p class="handrail-card__checked">
      ${checkedText(view)} ${view.notice} ${view.translationNotice}
    </p>
  </article>`;
}
