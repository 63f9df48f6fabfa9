/** What a call costs, as far as the number's first digits say so. */
export type CallCost = 'free' | 'standard' | 'mobile' | 'service-charge' | 'premium' | 'unknown';

/** A telephone number, made ready to be shown, heard and rung. */
export interface Telephone {
  /** A `tel:` link after RFC 3966; left out where the value is not one whole number. */
  readonly href?: string;
  /** The number in groups, as it is written in the United Kingdom; else the value as it was. */
  readonly display: string;
  /** Its digits with spaces between, so that a screen reader says them one by one; else as `display`. */
  readonly spoken: string;
  readonly cost: CallCost;
}

/**
 * Which numbers there are, where they are split, and what they cost; the first row that fits counts.
 * After Ofcom's National Telephone Numbering Plan. Calls to 101 have been free since 1 April 2020
 * (Home Office). Personal numbers (070) and pagers (076, but for 07624 on the Isle of Man) look like
 * mobiles and are not.
 */
const PLAN: readonly (readonly [RegExp, CallCost])[] = [
  [/^(999|112|111|101|105|18000)$/, 'free'],
  [/^(116)(\d{3})$/, 'free'],
  [/^(0[58]00)(1111|\d{6})$/, 'free'],
  [/^(080[08])(\d{3})(\d{4})$/, 'free'],
  [/^(02[03489])(\d{4})(\d{4})$/, 'standard'],
  [/^(011\d|01\d1)(\d{3})(\d{4})$/, 'standard'],
  [/^(01[2-9]\d\d)(\d{5,6})$/, 'standard'],
  [/^(03[0347]\d)(\d{3})(\d{4})$/, 'standard'],
  [/^(070\d\d|076(?!24)\d\d)(\d{6})$/, 'unknown'],
  [/^(07\d{3})(\d{6})$/, 'mobile'],
  [/^(08[47]\d)(\d{3})(\d{4})$/, 'service-charge'],
  [/^(09[018]\d)(\d{3})(\d{4})$/, 'premium'],
  [/^(05[56]\d)(\d{3})(\d{4})$/, 'unknown'],
];

const spell = (number: string): string => number.replaceAll(' ', '').replace(/\d(?=\d)/g, '$& ');

/**
 * Makes a telephone number ready for a page.
 *
 * There is a link only where the whole value is one number that exists in the United Kingdom's plan,
 * or one with another country's code. Anything else, such as two numbers, a name or an extension, is
 * shown as it is, because a link made from a part of it may ring a stranger. Line breaks, no-break
 * spaces and invisible characters are taken out.
 *
 * Ordinary numbers (01, 02, 03, 07) are linked as +44, so that they ring from abroad too. Short,
 * free and charged ones are linked as they are dialled here: few can be reached from abroad, and a
 * free one must stay free. A Relay UK prefix (18001, 18002) stays in front, and its cost is that of
 * the number behind it.
 *
 * An author's own groups are kept where each has 3 to 6 digits, since people know a number such as
 * 08088 010818 by its rhythm; but 02 numbers are regrouped where the area code is not by itself, as
 * in 0203. Any other number gets the usual groups.
 *
 * @param value - the number as a source gives it, with any of `+44`, `(0)`, brackets, dots, hyphens.
 */
export function telephone(value: string): Telephone {
  const text = value
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const bare = text.replace(/[ ().\u2010-\u2015\u2212-]/g, '');
  const [, relay = '', number = ''] = /^(1800[12])?(\+?\d+)$/.exec(bare) ?? [];
  const national = number.replace(/^(?:\+|00)440?/, '0');
  const abroad = /^(?:\+|00)(?!44)([1-9]\d{6,14})$/.exec(number)?.[1];
  for (const [pattern, cost] of PLAN) {
    const groups = pattern.exec(national)?.slice(1);
    if (groups) {
      const own = text.slice(relay.length).replace(/\D+/g, ' ').trim();
      const sane =
        /^(?!02\d\d)\d{3,6}( \d{3,6})+$/.test(own) && own.replaceAll(' ', '') === national;
      const display = `${relay} ${sane ? own : groups.join(' ')}`.trim();
      const global = relay === '' && /^0[1237]/.test(national);
      const dialled = global ? `+44${national.slice(1)}` : relay + national;
      return { href: `tel:${dialled}`, display, spoken: spell(display), cost };
    }
  }
  const plain = { display: text, spoken: text, cost: 'unknown' } as const;
  return abroad === undefined || relay !== ''
    ? plain
    : { ...plain, href: `tel:+${abroad}`, spoken: spell(`+${abroad}`) };
}

/**
 * Makes a number that text messages are sent to ready for a page, with an `sms:` link. Beside the
 * numbers that `telephone` knows there are short codes: five digits, the first a 6, 7 or 8. What a
 * text costs is not in a number's first digits.
 */
export function textNumber(value: string): Telephone {
  const number = telephone(value);
  const href = /^[678]\d{4}$/.test(number.display) ? `tel:${number.display}` : number.href;
  if (href === undefined) return number;
  return {
    display: number.display,
    spoken: spell(number.display),
    href: href.replace('tel:', 'sms:'),
    cost: 'unknown',
  };
}
