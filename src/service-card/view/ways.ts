import { isIsoDate, londonTime } from '../../calendar/london.ts';
import { items } from './view.ts';
import type { Channel } from '../../service/channel.ts';
import { wordsAgree } from '../../opening-hours/agreement.ts';
import { openingState } from '../../opening-hours/state.ts';
import type { OpeningState } from '../../opening-hours/state.ts';
import type { OpeningHours } from '../../service/schedule.ts';
import { msg } from '../../i18n/msg.ts';
import type { Service } from '../../service/service.ts';

/** A way to reach a service, and what may be said of it at one instant. */
export interface Way {
  readonly channel: Channel;
  /** Where it stands among the service's ways as they are listed, from 0. It stays when others go first. */
  readonly place: number;
  /** Left out for email and websites, which have no hours unless their source gives them some. */
  readonly state?: OpeningState;
  /** Whether its hours are its own and not the service's. */
  readonly own: boolean;
  /** Whether its state holds: not where words beside the hours may change it, or where they are old. */
  readonly sure: boolean;
}

/** How far the state of a service may be told: as it is, as what is usual, or not at all. */
export type Trust = 'sure' | 'usual' | 'none';

/** Whether it has hours of its own, in whatever form. */
export function hasHours({ schedules, special, hoursDescription }: OpeningHours): boolean {
  return Boolean(schedules ?? special ?? hoursDescription);
}

/**
 * The hours by which a service is open: its own, or those of its places where it has none and they are all
 * the same.
 */
export function hoursOf(service: Service): OpeningHours {
  if (hasHours(service)) return service;
  const [first, ...others] = items(service.places).map(
    ({ schedules, special, bankHolidays, hoursDescription }): OpeningHours =>
      ({ schedules, special, bankHolidays, hoursDescription }) as OpeningHours,
  );
  const same = others.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return first !== undefined && same ? first : {};
}

/** A channel, and the ways to have it rung by somebody who relays the talk, as channels of their own. */
function withRelays(channel: Channel): Channel[] {
  const relays = items(channel.relay).flatMap(({ kind, value, label, ...own }): Channel[] => {
    const typed = kind === 'relay-uk';
    const target = value ?? (typed ? `18001 ${channel.value}` : '');
    const { schedules, special, bankHolidays, hoursDescription, owner } = channel;
    const hours = hasHours(own) ? own : { schedules, special, bankHolidays, hoursDescription };
    const name = label ?? (typed ? msg('Relay UK') : undefined);
    if (!target) return [];
    return [
      { kind: typed ? 'textphone' : 'bsl', value: target, label: name, owner, ...hours } as Channel,
    ];
  });
  return [channel, ...relays];
}

const answered = ({ kind }: Channel): boolean => kind !== 'email' && kind !== 'website';

/** Whether it is open by its hours at that instant. */
const isOpenByHours = ({ state }: Way): boolean =>
  state?.state === 'open' || state?.state === 'always-open';

/** Whether somebody surely answers at that instant. */
export const isOpen = (way: Way): boolean => way.sure && isOpenByHours(way);

/**
 * The ways to reach a service, those that somebody answers now before those that may be, and those
 * before the closed ones; what is for professionals alone after all of them. Among equals the service's own
 * go before its organisation's, its primary one first, and then as the file has them. Email and websites
 * come last.
 */
export function ways(service: Service, channels: readonly Channel[], now: Date, trust: Trust) {
  const { status } = service;
  const found = channels.flatMap(withRelays).map((channel, place): Way => {
    const own = hasHours(channel);
    if (!own && !answered(channel)) return { channel, place, own, sure: false };
    // An organisation's line does not keep the hours of one of its services.
    const hours: OpeningHours = own
      ? channel
      : channel.owner === 'organization'
        ? {}
        : hoursOf(service);
    const bankHolidays = channel.bankHolidays ?? hours.bankHolidays;
    const state = openingState({ ...hours, bankHolidays, status }, now);
    const sure = trust === 'sure' && wordsAgree(hours);
    return trust !== 'none' || state.state === 'temporarily-closed'
      ? { channel, place, own, state, sure }
      : { channel, place, own, state: { state: 'unknown' }, sure };
  });
  const rank = (way: Way): number =>
    (answered(way.channel) ? 0 : 16) +
    (way.channel.for ? 8 : 0) +
    (isOpen(way) ? 0 : way.state?.state === 'closed' ? 6 : isOpenByHours(way) ? 2 : 4) +
    (way.channel.owner ? 1 : 0);
  const primary = ({ channel }: Way): number => Number(channel.primary === true);
  return found.sort((a, b) => rank(a) - rank(b) || primary(b) - primary(a));
}

/** Whether a service may be shown: it runs, and today is one of the days it is to be shown on. */
export function isListed({ status, visibleFrom, visibleTo }: Service, now: Date): boolean {
  const { date } = londonTime(now);
  const bound = (day: unknown, none: string): string =>
    typeof day === 'string' && isIsoDate(day) ? day : none;
  return (
    status !== 'defunct' &&
    status !== 'inactive' &&
    bound(visibleFrom, date) <= date &&
    date <= bound(visibleTo, date)
  );
}
