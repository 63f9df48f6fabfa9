import type { Channel } from '../service/service.ts';
import { telephone } from '../telephone/telephone.ts';
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';
import { email, language, only, url } from './values.ts';

/** What is known of a way to reach a service besides its value. */
export type About = Partial<
  Pick<Channel, 'label' | 'description' | 'owner' | 'languages' | 'cost' | 'schedules' | 'special'>
>;

const KINDS: readonly (readonly [RegExp, Channel['kind']])[] = [
  [/text ?phone|tty|tdd|minicom|typetalk/i, 'textphone'],
  [/^(?:sms|text|texts?( message)?|mms)$/i, 'text'],
  [/\bbsl\b|sign ?(?:video|live|language)|video/i, 'bsl'],
  [/voice|phone|^tel|cell|mobile|call|help ?line|landline/i, 'voice'],
];

/** The words of a channel's label, joined. */
export function label(...words: readonly (string | undefined)[]): string | undefined {
  const known = words.filter((word) => word !== undefined && word !== '');
  return known.length === 0 ? undefined : known.join(', ');
}

/** Takes off what systems put around a number: quotation marks, `tel:`, a label before a colon. */
function bare(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^["'\s]+|["'\s;,.]+$/g, '')
    .replace(/;\s*ext=(\d+)$/i, ' ext $1')
    .replace(/^(?:tel(?:ephone)?|phone)\s*[:.]?\s*(?=[+(\d])/i, '');
}

/**
 * The ways that a telephone field holds. Several whole numbers become several ways. A value that is
 * not a whole number is kept as text, which a card shows without a link: a number picked out of it
 * may ring a stranger.
 */
export function phones(
  number: FieldReader,
  type: FieldReader,
  about: About = {},
): readonly Channel[] {
  const text = number.text();
  if (text === undefined) return [];
  const named = type.text() ?? '';
  if (/fax|pager/i.test(named) && !/tel|phone|voice/i.test(named)) {
    type.note('Left out: the record has no place for it.');
    return [];
  }
  const found = KINDS.find(([pattern]) => pattern.test(named))?.[1];
  if (named !== '' && found === undefined) type.note('Read as a telephone.');
  const value = bare(text);
  if (value === '') {
    number.fault('Left out: there is no number in it.');
    return [];
  }
  const written = number.raw() ?? '';
  if (number.value !== written || /["\u00a0\u200b-\u200f\u2060\ufeff]/.test(written)) {
    number.fault(`Read as ${value}, without what stood around it.`);
  }
  const kind = found ?? (/^1800[012]/.test(value.replace(/\D/g, '')) ? 'textphone' : 'voice');
  const one = (each: string): Channel => only<Channel>({ kind, value: each, ...about });
  if (kind === 'bsl' || telephone(value).href !== undefined) return [one(value)];
  const parts = value.split(/\s*(?:[,;/|&]|\bor\b|\band\b)\s*/i).map(bare);
  if (parts.length > 1 && parts.every((part) => telephone(part).href !== undefined)) {
    number.fault(`Read as ${String(parts.length)} numbers.`);
    return parts.map(one);
  }
  number.fault('Kept as text, without a link: it is not one whole number.');
  return [one(value)];
}

/** An email address or website as a way to reach a service; none where it is neither. */
export function contactLink(
  kind: 'email' | 'website' | 'webchat',
  value: FieldReader,
  about: About = {},
): readonly Channel[] {
  const read = kind === 'email' ? email(value) : url(value);
  return read === undefined ? [] : [only<Channel>({ kind, value: read, ...about })];
}

/** The website of each row of a list of links, under the row's own label. */
export function labelledLinks(rows: FieldReader): readonly Channel[] {
  return rows.objects().flatMap((row) => {
    const label = row.at('label').text();
    return contactLink('website', row.at('url'), label === undefined ? {} : { label });
  });
}

/** The phones of an HSDS object, and of its contacts; a person's name stays out of the record. */
export function hsdsContacts(owner: FieldReader, about: About = {}): readonly Channel[] {
  const phone = (row: FieldReader, title?: string): readonly Channel[] => {
    const extension = row.at('extension').raw();
    // What is longer than a few words is no label.
    const said = row.at('description').text();
    const short = said !== undefined && said.length <= 60;
    const words = label(short ? said : title, extension && `extension ${extension}`);
    const languages = row
      .firstOf('languages', 'language')
      .items()
      .map(language)
      .filter((one) => one !== undefined);
    return phones(row.firstOf('number', 'phone'), row.at('type'), {
      ...about,
      ...only<About>({
        label: about.owner === 'place' ? label(about.label, words) : (words ?? about.label),
        description: short ? undefined : said,
        languages,
      }),
    });
  };
  const contact = (row: FieldReader): readonly Channel[] => {
    const title = row.firstOf('title', 'department').text();
    const named = only<About>({
      ...about,
      label: about.owner === 'place' ? label(about.label, title) : (title ?? about.label),
    });
    return [
      ...row
        .at('phones')
        .objects()
        .flatMap((one) => phone(one, title)),
      ...phones(row.at('phone'), row.at('type'), named),
      ...contactLink('email', row.at('email'), named),
    ];
  };
  return [
    ...owner
      .at('phones')
      .items()
      .flatMap((row) => (isObject(row.value) ? phone(row) : phones(row, row.at('type'), about))),
    ...owner.at('contacts').objects().flatMap(contact),
  ];
}

/** Whom a number is for, where its own words say that it is not for everybody. */
const PROFESSIONALS = /\b(?:professionals?|practitioners?|referrers?|agenc(?:y|ies)|GPs?)\b/i;
const EVERYBODY = /\b(?:survivors?|victims?|public|anyone|everyone|people|self[- ]referrals?)\b/i;

/** A way with the people whom it is for, as far as its words say it. */
function forWhom(channel: Channel): Channel {
  const words = `${channel.label ?? ''} ${channel.description ?? ''}`;
  const isFor = PROFESSIONALS.test(words) && !EVERYBODY.test(words);
  return isFor && channel.for === undefined ? { ...channel, for: 'professional' } : channel;
}

/** All that is said of one way to reach a service, where a record names it twice. */
function merged(one: Channel, other: Channel): Channel {
  const both = <K extends 'schedules' | 'special' | 'languages'>(key: K): Channel[K] =>
    [...(one[key] ?? []), ...(other[key] ?? [])] as Channel[K];
  // A way that is the organisation's as well is the service's own.
  const { label: second, description: also, ...rest } = other;
  return only<Channel>({
    ...rest,
    ...one,
    label: one.label === second ? one.label : label(one.label, second),
    description: one.description === also ? also : label(one.description, also),
    schedules: both('schedules'),
    special: both('special'),
    languages: both('languages'),
  });
}

/** Each way once, with all that is said of it. The first phone leads. */
export function contactPoints(channels: readonly Channel[]): readonly Channel[] {
  const once = new Map<string, Channel>();
  for (const channel of channels) {
    const { kind, value } = channel;
    const number = /^(?:voice|text|textphone)$/.test(kind) ? telephone(value).href : undefined;
    const key = `${kind} ${number ?? value.toLowerCase().replace(/\/$/, '')}`;
    const before = once.get(key);
    const isOthers = before !== undefined && before.owner !== channel.owner;
    if (!isOthers) once.set(key, before === undefined ? channel : merged(before, channel));
  }
  return [...once.values()].map(forWhom);
}
