import { isIsoDate, londonTime } from '../../calendar/london.ts';
import { items } from './view.ts';
import type { Channel } from '../../service/channel.ts';
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
}

/** Whether it has hours of its own, in whatever form. */
export function hasHours({ schedules, special, hoursDescription }: OpeningHours): boolean {
  return Boolean(schedules ?? special ?? hoursDescription);
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

/** Whether somebody surely answers at that instant. */
export const isOpen = ({ state }: Way): boolean =>
  state?.state === 'open' || state?.state === 'always-open';

/**
 * The ways to reach a service, those that somebody answers now before those that may be, and those
 * before the closed ones. Among equals the service's own go before its organisation's, its primary
 * one first, and then as the file has them. Email and websites come last.
 *
 * @param trusted - false where the facts are so old that nothing may be said of any hours.
 */
export function ways(service: Service, channels: readonly Channel[], now: Date, trusted: boolean) {
  const { status } = service;
  const found = channels.flatMap(withRelays).map((channel, place): Way => {
    const own = hasHours(channel);
    if (!own && !answered(channel)) return { channel, place, own };
    // An organisation's line does not keep the hours of one of its services.
    const hours: OpeningHours = own ? channel : channel.owner ? {} : service;
    const bankHolidays = channel.bankHolidays ?? hours.bankHolidays;
    const state = openingState({ ...hours, bankHolidays, status }, now);
    return trusted || state.state === 'temporarily-closed'
      ? { channel, place, own, state }
      : { channel, place, own, state: { state: 'unknown' } };
  });
  const rank = (way: Way): number =>
    (answered(way.channel) ? 0 : 8) +
    (isOpen(way) ? 0 : way.state?.state === 'closed' ? 4 : 2) +
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
