import { isEmail } from '../../email/email.ts';
import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { words } from '../../template/words.ts';
import { hoursLines } from './facts.ts';
import { items, join, link, say } from './view.ts';
import type { CardView } from './view.ts';
import type { Way } from './ways.ts';
import type { Channel, Privacy } from '../../service/channel.ts';
import { wordsAgree } from '../../opening-hours/agreement.ts';
import { stateText } from '../../opening-hours/words.ts';
import { text } from '../../opening-hours/rows.ts';
import { safeHref } from '../../service/safe-href.ts';
import { telephone, textNumber } from '../../telephone/telephone.ts';
import type { CallCost, Telephone } from '../../telephone/telephone.ts';

function kindName(kind: Channel['kind']): string {
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

function costText(cost: CallCost): string {
  switch (cost) {
    case 'free':
      return msg('Free to call');
    case 'standard':
      return msg('Standard rate');
    case 'mobile':
      return msg('Mobile rate');
    case 'service-charge':
    case 'premium':
      return msg('You pay an extra charge');
    case 'unknown':
      return '';
  }
}

/** Says of each fact that is known what it means for the person who calls. */
export function privacyLines(privacy: Privacy | undefined): string[] {
  const facts: [keyof Privacy, yes: string, no: string][] = [
    ['showsOnBill', msg('Shows on a bill'), msg('Does not show on a bill')],
    ['recorded', msg('Recorded'), msg('Not recorded')],
    ['voicemail', msg('Has a voicemail'), msg('Has no voicemail')],
    ['numberSeen', msg('They see your number'), msg('They do not see your number')],
    ['safeToText', msg('They say that it is safe to text'), msg('It is not safe to text')],
    ['anonymous', msg('You need not give a name'), msg('They ask for your name')],
  ];
  return facts.flatMap(([key, yes, no]) => {
    const fact: unknown = privacy?.[key];
    return fact === true ? [yes] : fact === false ? [no] : [];
  });
}

/**
 * A number keeps its order on a right-to-left page. A screen reader spells it out after its name, which
 * stays as it is written, so that it can be said to a computer that listens.
 *
 * @param id - for the digits that are spelled out.
 */
function numberLink({ href, display, spoken }: Telephone, id: string): TemplateResult {
  const digits = html`<bdi dir=${href ? 'ltr' : 'auto'}>${display}</bdi>`;
  if (!href) return digits;
  return html`<a class="handrail-card-link" href=${href} aria-describedby=${id}>${digits}</a
    ><span id=${id} hidden>${spoken}</span>`;
}

/** A link where the value is one, and otherwise the value as it stands: nothing is guessed. */
function addressLink(value: string): unknown {
  if (isEmail(value)) return link(`mailto:${value}`, value);
  const href = safeHref(value);
  return href?.startsWith('http') ? link(href, new URL(href).hostname) : value;
}

const numbers = { voice: telephone, textphone: telephone, text: textNumber };

/** The number of a channel, where it is one. */
export function numberOf({ kind, value }: Channel): Telephone | undefined {
  return kind in numbers ? numbers[kind as keyof typeof numbers](text(value)) : undefined;
}

/**
 * Draws one way to reach the service.
 *
 * @param stated - whether it says when it is open.
 */
export function channelItem(view: CardView, way: Way, stated: boolean): TemplateResult {
  const { channel, place, state, own, sure } = way;
  const number = numberOf(channel);
  const owner = channel.owner === 'organization' ? view.service.organization : '';
  const label = say(view, channel.label);
  const sourceCost = say(view, channel.cost);
  const cost = sourceCost === nothing ? costText(number?.cost ?? 'unknown') : sourceCost;
  const said = stated && state ? stateText(state, view.now, view.language, !sure) : '';
  const notes = [
    channel.for === 'police' ? msg('For the police') : '',
    channel.for === 'professional' ? msg('For professionals') : '',
    say(view, channel.description),
    own && !wordsAgree(channel) ? say(view, channel.hoursDescription) : '',
    said && words(said),
    cost,
    ...privacyLines(channel.privacy),
    items(channel.languages).length > 0
      ? join(view.details()?.languageNames(view, channel.languages) ?? [])
      : '',
    ...(own ? hoursLines(view, channel) : []),
  ];
  return html`<li class="handrail-card-way" data-state=${state?.state ?? nothing}>
    <span class="handrail-card-label"
      >${join([say(view, owner), label === nothing ? kindName(channel.kind) : label], ': ')}</span
    >
    ${number ? numberLink(number, `${view.id}-way-${String(place)}`) : addressLink(text(channel.value))}
    <span class="handrail-card-notes">${join(notes, '. ')}</span>
  </li>`;
}

/** What to do in danger, for when nobody is known to answer. */
export function emergency({ id }: CardView): TemplateResult {
  return html`<p class="handrail-card-emergency">
    ${msg('If anyone is in danger now, call')} ${numberLink(telephone('999'), `${id}-999`)}
  </p>`;
}
