import { nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { nearestLevel } from '../template/heading.ts';
import { ownLanguage, spokenLanguage, translationNotice } from '../i18n/language.ts';
import { warn } from '../element/warn.ts';
import * as details from '../service-card/details.ts';
import { withoutPlaces } from '../service-card/view/view.ts';
import { isListed } from '../service-card/view/ways.ts';
import { card, cardAndReport, notRunning } from '../service-card/view/card.ts';
import { freshness } from '../service/freshness.ts';
import { safeText } from '../service/safe-text.ts';
import type { Service } from '../service/service.ts';
import { hostHtml } from './host.ts';
import { viewHtml } from './html.ts';
import { inTexts } from './texts.ts';
import type { Texts } from '../i18n/msg.ts';

/** How a card is drawn. Each has the meaning of the element's attribute of the same name. */
export interface CardOptions {
  /** The language of Handrail's own words: a BCP 47 tag. English where Handrail does not speak it. */
  readonly language?: string;
  /** Words in the place of Handrail's own, by the English sentences that they replace. */
  readonly texts?: Texts;
  /** The instant at which it is drawn. Now, where it is left out. */
  readonly now?: Date;
  /** Where the element finds the service again: `/services.json#haven`. Without it the HTML stays as it is. */
  readonly src?: string;
  /** The level of the card's heading, 1 to 6. */
  readonly headingLevel?: number;
  /** Shows no more of any place than its outcode. */
  readonly hideAddress?: boolean;
  /** A map's address, with `{place}` where the place goes. Empty for no link. */
  readonly mapUrl?: string;
  /** The address of directions, with `{place}` where the place goes. Empty for no link. */
  readonly directionsUrl?: string;
  /** What every card of the file says, such as that it is demonstration data. */
  readonly notice?: string;
  /** The other services of the file, whose names cards of services that work with them show. */
  readonly services?: readonly Service[];
  /** What the ids in the card begin with, where a page has two cards of one service. */
  readonly id?: string;
}

const MAP = 'https://www.openstreetmap.org';

function view(service: Service, options: CardOptions): unknown {
  const now = options.now ?? new Date();
  if (!isListed(service, now)) return cardAndReport(nothing, nothing, notRunning());
  const shown = card({
    id: options.id ?? `handrail-service-${service.id.replace(/[^\w-]+/g, '-')}`,
    service: options.hideAddress ? withoutPlaces(service) : service,
    level: nearestLevel(options.headingLevel ?? 3),
    notice: options.notice ?? '',
    translationNotice: translationNotice(),
    now,
    freshness: freshness(service.checked, now),
    clockAgrees: true,
    language: spokenLanguage(),
    map: options.mapUrl ?? `${MAP}/search?query={place}`,
    directions: options.directionsUrl ?? `${MAP}/directions?to={place}`,
    // Keeping a number takes a script, which offers it once it is there.
    keep: nothing,
    extras: () => ({ safeText }),
    details: () => details,
    nameOf: (id) => options.services?.find((other) => other.id === id)?.name,
  });
  return cardAndReport(keyed(service, shown), nothing, '');
}

/**
 * Draws a service's card as HTML: the element, and in it what the element would draw. Without
 * JavaScript it is read as it stands; where the element finds the service again, it goes on with it.
 *
 * @param service - a record of a services file. What is wrong in it is left out.
 * @param options - how it is drawn.
 * @returns HTML in which every word of the record is escaped.
 */
export function renderCard(service: Service, options: CardOptions = {}): string {
  const { src, headingLevel, hideAddress, mapUrl, directionsUrl } = options;
  const attributes = {
    src,
    'heading-level': headingLevel === undefined ? undefined : String(nearestLevel(headingLevel)),
    'hide-address': hideAddress ? '' : undefined,
    'map-url': mapUrl,
    'directions-url': directionsUrl,
    texts: options.texts && JSON.stringify(options.texts),
  };
  return inTexts('handrail-service-card', options, () => {
    let drawn = '';
    try {
      drawn = viewHtml(() => view(service, options));
    } catch (error) {
      warn(`renderCard() could not draw "${service.id}": ${String(error)}`);
    }
    return hostHtml(drawn, { tag: 'handrail-service-card', attributes, own: ownLanguage() }).text;
  });
}
