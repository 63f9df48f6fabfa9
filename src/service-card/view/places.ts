import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import { hoursLines } from './facts.ts';
import { join, link, say } from './view.ts';
import type { CardView } from './view.ts';
import { hoursOf } from './ways.ts';
import { shownPlace } from '../../service/place.ts';
import type { Access, Place } from '../../service/service.ts';

/** What can be said of a place's access. The first four matter to most people: their lack of an answer is said too. */
function accessLines(access: Access): string[] {
  const facts: [keyof Access, string][] = [
    ['stepFree', msg('Step-free access')],
    ['hearingLoop', msg('Hearing loop')],
    ['accessibleToilet', msg('Accessible toilet')],
    ['quietSpace', msg('Quiet space')],
    ['accessibleParking', msg('Parking for disabled people')],
    ['parking', msg('Parking')],
    ['lift', msg('Lift')],
    ['changingPlace', msg('Changing Places toilet')],
    ['bsl', msg('Staff who sign')],
  ];
  return facts.flatMap(([key, name], index) => {
    const fact: unknown = access[key];
    if (typeof fact === 'boolean') return `${name}: ${fact ? msg('yes') : msg('no')}`;
    return index < 4 ? `${name}: ${msg('not known')}` : [];
  });
}

/** Links to a map and to directions: nothing is asked of anyone until a person follows one. */
function wayThere(view: CardView, { latitude, longitude, address, postcode }: Place): unknown {
  const words = [address, postcode].filter(Boolean).join(', ');
  const point = typeof latitude === 'number' && typeof longitude === 'number';
  const place = point ? `${String(latitude)},${String(longitude)}` : words;
  if (!point && !postcode) return '';
  const to = (url: string, name: string): unknown =>
    url && link(url.replace('{place}', encodeURIComponent(place)), name);
  return join([to(view.map, msg('Map')), to(view.directions, msg('Directions'))], ' ');
}

/** Draws one place; of a masked one, no more than its outcode. */
export function placeView(view: CardView, raw: Place): unknown {
  const place = shownPlace(raw);
  const physical = (place.type ?? 'physical') === 'physical';
  const address = [place.address, place.postcode].filter(Boolean).join(', ');
  const repeated = place.address?.includes(place.postcode ?? '');
  const lines = [
    join([say(view, place.name), say(view, repeated ? place.address : address)], ': '),
    place.masked ? msg('We do not show the address, to keep people safe.') : '',
    physical && !place.masked ? wayThere(view, place) : '',
    say(view, place.transport),
    // Where the service keeps the hours of its places, their words stand above.
    hoursOf(view.service).hoursDescription === place.hoursDescription
      ? ''
      : say(view, place.hoursDescription),
    ...hoursLines(view, place),
    ...(place.access ? accessLines(place.access) : []),
    say(view, place.access?.description),
  ];
  return join(lines, html`<br />`);
}
