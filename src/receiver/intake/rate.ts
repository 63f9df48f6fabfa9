import { Allowance } from '../settings/allowance.ts';
import type { Settings } from '../settings/options.ts';

/** The first groups of an IPv6 address, or nothing for another one. */
function prefix(address: string, groups: number): string | undefined {
  const plain = address.replace(/%.*$/, '');
  if (!plain.includes(':') || plain.length > 45) return undefined;
  const [head = '', tail = ''] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
    .slice(0, groups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Whom an address stands for: an IPv6 household or office has a whole /64 to itself. */
export function senderOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return prefix(plain, 4) ?? plain;
}

/** The network that an IPv6 address belongs to: a /48 is what one customer gets, with 65,536 senders in it. */
export function networkOf(address: string): string | undefined {
  const network = prefix(address.replace(/^::ffff:(?=\d+\.)/i, ''), 3);
  return network === undefined ? undefined : `${network}/48`;
}

/** The window that the limits are about, in milliseconds. */
const TEN_MINUTES = 600_000;

/** How much may be sent to one receiver. */
export interface Allowances {
  /** How many requests each sender may send before they look a little like spam. */
  readonly normal: Allowance;
  /** How much each sender may post, of whatever kind. */
  readonly most: Allowance;
  /** How much each IPv6 network may post. */
  readonly mostOfNetwork: Allowance;
  /** How much of what was turned away is still read, to show it again. */
  readonly mostShown: Allowance;
  /** How many requests all senders together may send before they are put aside. */
  readonly mostOfAll: Allowance;
  /** How many requests are kept at all. */
  readonly ceiling: Allowance;
}

/** Starts counting for a receiver. */
export function createAllowances({ limits }: Settings): Allowances {
  const { perAddress, floodPerAddress, flood } = limits;
  return {
    normal: new Allowance(perAddress, TEN_MINUTES),
    most: new Allowance(floodPerAddress, TEN_MINUTES),
    mostOfNetwork: new Allowance(4 * floodPerAddress, TEN_MINUTES),
    mostShown: new Allowance(floodPerAddress, TEN_MINUTES),
    mostOfAll: new Allowance(flood, TEN_MINUTES),
    ceiling: new Allowance(10 * flood, TEN_MINUTES),
  };
}

/** Whether a sender, or the network that it is in, posts more than any number of people would. */
export function isFlood(
  { most, mostOfNetwork }: Allowances,
  address: string,
  now: number,
): boolean {
  const network = networkOf(address);
  const one = most.take(senderOf(address), now);
  return (network !== undefined && !mostOfNetwork.take(network, now)) || !one;
}
