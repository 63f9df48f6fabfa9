import type { Scenario } from './scenario.ts';
import { person, posting, startService } from './service.ts';

/** The limits that hold where nobody sets any. */
const USUAL = { perAddress: undefined, floodPerAddress: undefined, flood: undefined };

const PEOPLE = 200;
const ATTACKS = 20;

/** What attackers send in turn: mostly what can be kept, and what cannot, and what is costly to read. */
const BODIES = [
  ...Array.from({ length: 8 }, () => (number: number) => person(number)),
  () => ({}),
  () => ({ email: '<'.repeat(60_000) }),
];

/** Where honest people are: at home and at work, with old addresses and new ones. */
function honest(number: number): string {
  return number % 2 === 0
    ? `198.51.${String(number)}.7`
    : `2001:db8:${number.toString(16)}:1::${number.toString(16)}`;
}

const FLOODS: readonly { readonly from: string; readonly address: (number: number) => string }[] = [
  // A /48 has 65,536 networks that could each be a household.
  { from: 'one IPv6 /48', address: (number) => `2001:db8:ffff:${number.toString(16)}::1` },
  { from: 'one address', address: () => '203.0.113.9' },
  {
    from: 'thousands of addresses',
    address: (number) =>
      `10.${String(number >> 16)}.${String((number >> 8) & 255)}.${String(number & 255)}`,
  },
];

export const flood: Scenario = {
  name: 'flood',
  title: `Floods, with ${String(PEOPLE)} honest people among ${String(PEOPLE * ATTACKS)} attacks`,
  run: async (report) => {
    for (const { from, address } of FLOODS) {
      const { store, receive } = startService({ limits: USUAL });
      let attacks = 0;
      let turnedAway = 0;
      let receipts = 0;
      for (let number = 0; number < PEOPLE; number += 1) {
        for (let at = 0; at < ATTACKS; at += 1) {
          const body = BODIES[attacks % BODIES.length]?.(PEOPLE + attacks) ?? {};
          const { status } = await receive(posting(body), { address: address(attacks) });
          attacks += 1;
          if (status === 429) turnedAway += 1;
        }
        const { status } = await receive(posting(person(number)), { address: honest(number) });
        if (status === 201) receipts += 1;
      }
      const held = (await store.list({ states: ['quarantined'] })).length;
      report.figure(
        `from ${from}: attacks that were turned away`,
        `${String(turnedAway)} of ${String(attacks)}`,
      );
      report.figure(
        `from ${from}: honest people with a receipt`,
        `${String(receipts)} of ${String(PEOPLE)}`,
      );
      report.figure(`from ${from}: held for somebody to look at`, held);
      report.rule(
        `In a flood from ${from}, at least 95% of honest people get a receipt.`,
        receipts >= 0.95 * PEOPLE,
      );
      await store.close();
    }
  },
};
