import type { IsoDate } from '../../calendar/london.ts';
import { replyBy } from '../../calendar/working-days.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { CONTACT_WAYS, FORMATS, USUAL_FORMATS } from '../../format-request/schema/choices.ts';
import type { ContactWay, FormatSlug } from '../../format-request/schema/choices.ts';
import type { RequestAnswers } from '../../format-request/schema/request.ts';
import { exitAddress } from './exit-address.ts';
import type { Intake } from '../store/store.ts';
import { checkTexts } from './wording.ts';
import type { TextsByLanguage } from './wording.ts';

/** Who answers the requests, as pages and errors name them. */
export interface ReceiverOrganisation {
  readonly name: string;
  /** Where people can write about a request. */
  readonly email?: string | undefined;
  /** Where people can ring about a request, written as it is read out. */
  readonly phone?: string | undefined;
}

/** How many requests are taken within ten minutes; 0 sets no limit. */
export interface Limits {
  /** From one address before the next look a little more like spam. 10 where it is left out. */
  readonly perAddress?: number | undefined;
  /**
   * From one address before the next are turned away, whether they can be taken or not. 60 where it is left
   * out. The addresses of one IPv6 network (a /48) have four times as many between them.
   */
  readonly floodPerAddress?: number | undefined;
  /**
   * From everybody before the next go into quarantine, with a receipt like any other. 3,000 where it is
   * left out. Ten times as many are kept at all.
   */
  readonly flood?: number | undefined;
}

/** Sends news of requests on: `createOutbox` makes one. */
export interface Deliver {
  /** The names of the channels over which news of a request is to go out. */
  channelsFor(request: RequestAnswers): readonly string[];
  /** Is called when there is something to send, and does not wait for it. */
  wake(): void;
  /**
   * Takes a mail that came to the address that news is sent from. Where it says that news did not arrive,
   * this is noted at the request, and staff are told.
   *
   * @param mail - the mail as it arrived, with its headers.
   * @returns whether it says so of news that was sent from here.
   * @throws Error where the mail cannot be read for want of a package, or the store cannot be written.
   */
  takeMail?(mail: Uint8Array): Promise<boolean>;
}

/** What is written down of a request that was answered: nothing of the person. */
export interface LogEntry {
  /** The HTTP status of the answer. */
  readonly status: number;
  /**
   * What became of what was posted: `new`, `repeat`, or why it was not kept, such as `answers` or `too-large`.
   * There is none where something was only shown.
   */
  readonly code?: string;
  /** The reference, where the request was kept. */
  readonly reference?: string;
}

/** What `createReceiver` takes. */
export interface ReceiverOptions {
  /** Where requests are kept. */
  readonly store: Intake;
  readonly organisation: ReceiverOrganisation;
  /** What sends news of requests on. They are only kept where it is left out. */
  readonly deliver?: Deliver | undefined;
  /** How many working days are promised, from 1 to 100. 5 where it is left out. */
  readonly replyDays?: number | undefined;
  /** Which days are no working days. Bank holidays of England and Wales where it is left out. */
  readonly calendar?: WorkingCalendar | undefined;
  /** Gives the instant of receipt. The machine's clock where it is left out. */
  readonly clock?: (() => Date) | undefined;
  /** The path that takes requests. `/requests` where it is left out. */
  readonly path?: string | undefined;
  /** Origins of other sites whose pages may send requests, such as `https://www.example.gov.uk`. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The address or path of a style sheet for the pages. */
  readonly stylesheetUrl?: string | undefined;
  /** The address or path to which the pages lead back. */
  readonly homeUrl?: string | undefined;
  /**
   * Where an exit address of the site's own leads: an absolute `https` address on another site. The
   * receiver answers it at `leave` below its path, and each of its pages has a quick exit that leads
   * there. There are no such address and no exits where it is left out.
   */
  readonly exitUrl?: string | undefined;
  /**
   * The address or path of `handrail-guard.min.js` on the site, with `blank.svg` beside it. The pages
   * load it first, and their content policy lets in that script and that icon. It needs `exitUrl`. The
   * pages run no script where it is left out.
   */
  readonly guardUrl?: string | undefined;
  /**
   * Words of the organisation's own in the place of Handrail's, by language, and in each by the English
   * sentences that they replace: `{ en: { 'Send request': 'Send' } }`.
   */
  readonly texts?: TextsByLanguage | undefined;
  /** The ways in which the organisation can reach people. All where it is left out. */
  readonly contactWays?: readonly ContactWay[] | undefined;
  /** The formats that the organisation can make. The usual ones where it is left out. */
  readonly formats?: readonly FormatSlug[] | undefined;
  /** The hosts that documents are expected on. A request for others looks more like spam. */
  readonly documentHosts?: readonly string[] | undefined;
  readonly limits?: Limits | undefined;
  /**
   * What a mail system or a flow says, as a bearer token, to hand over mail that came back: at `bounces`
   * below the path. 20 characters or more. There is no such address where it is left out.
   */
  readonly bounceSecret?: string | undefined;
  /** Is told of every answer, for the log. */
  readonly onAnswer?: ((entry: LogEntry) => void) | undefined;
  /** Is told in a sentence of options that can work but will not do what was meant. The console where left out. */
  readonly onWarning?: ((sentence: string) => void) | undefined;
  /**
   * Is told of an error that made the receiver answer 500 or 503, so that somebody can mend it.
   * It gets the error alone, never what a person sent.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A receiver's options with every default filled in. */
export interface Settings {
  readonly store: Intake;
  readonly organisation: ReceiverOrganisation;
  readonly replyDays: number;
  readonly calendar: WorkingCalendar;
  /** The date by which a reply is due to what is received now, or `null` where nobody can know it. */
  readonly dueDate: (now: Date) => IsoDate | null;
  readonly clock: () => Date;
  /** The path without a slash at its end: empty for the root. */
  readonly base: string;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly stylesheetUrl: string | undefined;
  readonly homeUrl: string | undefined;
  readonly exitUrl: string | undefined;
  readonly guardUrl: string | undefined;
  readonly texts: TextsByLanguage | undefined;
  readonly contactWays: readonly ContactWay[];
  readonly formats: readonly FormatSlug[];
  readonly deliver: Deliver;
  readonly documentHosts: readonly string[];
  readonly limits: Readonly<Record<keyof Limits, number>>;
  readonly bounceSecret: string | undefined;
  /** Never throws. */
  readonly onAnswer: (entry: LogEntry) => void;
  /** Never throws. */
  readonly onError: (error: unknown) => void;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** A path on this site, or an `http` or `https` address. Anything else, such as a script, is not. */
function isAddress(text: string): boolean {
  return /^\/(?!\/)/.test(text) || (/^https?:\/\//i.test(text) && URL.canParse(text));
}

function filled(text = ''): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

function check(right: boolean, sentence: string): void {
  if (!right) throw new TypeError(sentence);
}

/** Swallows what a callback throws: a fault in reporting must not cost somebody an answer. */
function harmless<T>(report: ((about: T) => void) | undefined): (about: T) => void {
  return (about) => {
    try {
      report?.(about);
    } catch {
      // No further channel is left to report it on.
    }
  };
}

/** Counts working days once for each minute: London's date never changes within one. */
function dueDates(days: number, calendar: WorkingCalendar): Settings['dueDate'] {
  let counted = NaN;
  let due: IsoDate | null = null;
  return (now) => {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== counted) {
      due = replyBy(now, days, calendar) ?? null;
      counted = minute;
    }
    return due;
  };
}

/**
 * Checks options and fills in defaults.
 *
 * @throws TypeError or RangeError with a sentence that names the option at fault.
 */
export function resolveOptions(options: ReceiverOptions): Settings {
  const { organisation, path = '/requests', allowedOrigins = [] } = options;
  const { stylesheetUrl, homeUrl, exitUrl, guardUrl, documentHosts = [] } = options;
  const { replyDays = 5, contactWays = CONTACT_WAYS, formats = USUAL_FORMATS } = options;
  check(organisation.name.trim() !== '', 'organisation.name is needed: the pages say who answers.');
  check(/^\/(?!\/)[^?#\s]*$/.test(path), 'path must be a path such as "/requests".');
  for (const origin of allowedOrigins) {
    check(
      isOrigin(origin),
      `allowedOrigins must hold origins such as "https://a.example", not "${origin}".`,
    );
  }
  for (const [name, address] of Object.entries({ stylesheetUrl, homeUrl, guardUrl })) {
    check(
      address === undefined || isAddress(address),
      `${name} must be a path or an http(s) address.`,
    );
  }
  check(
    contactWays.length > 0 && contactWays.every((way) => CONTACT_WAYS.includes(way)),
    `contactWays must hold at least one of: ${CONTACT_WAYS.join(', ')}.`,
  );
  check(
    formats.length > 0 && formats.every((slug) => FORMATS.includes(slug)),
    `formats must hold at least one of: ${FORMATS.join(', ')}.`,
  );
  for (const host of documentHosts) {
    check(
      URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host.toLowerCase(),
      `documentHosts must hold hosts such as "www.council.example", not "${host}".`,
    );
  }
  checkTexts(options.texts, options.onWarning);
  // These throw now, rather than at the first request.
  replyBy(new Date(0), replyDays);
  if (exitUrl !== undefined) exitAddress(exitUrl);
  check(
    guardUrl === undefined || exitUrl !== undefined,
    'guardUrl needs exitUrl as well: without it the pages have no quick exit that the guard could make safer.',
  );
  const { bounceSecret } = options;
  check(
    bounceSecret === undefined || bounceSecret.length >= 20,
    'bounceSecret must have 20 characters or more, so that nobody guesses it.',
  );
  const limit = (name: keyof Limits, usual: number): number => {
    const size = options.limits?.[name] ?? usual;
    check(Number.isInteger(size) && size >= 0, `limits.${name} must be a whole number from 0 on.`);
    return size;
  };
  return {
    store: options.store,
    organisation: {
      name: organisation.name,
      email: filled(organisation.email),
      phone: filled(organisation.phone),
    },
    replyDays,
    calendar: options.calendar ?? {},
    dueDate: dueDates(replyDays, options.calendar ?? {}),
    clock: options.clock ?? (() => new Date()),
    base: path.replace(/\/+$/, ''),
    allowedOrigins: new Set(allowedOrigins),
    stylesheetUrl,
    homeUrl,
    exitUrl,
    guardUrl,
    texts: options.texts,
    contactWays,
    formats,
    deliver: options.deliver ?? { channelsFor: () => [], wake: () => undefined },
    documentHosts: documentHosts.map((host) => host.toLowerCase()),
    limits: {
      perAddress: limit('perAddress', 10),
      floodPerAddress: limit('floodPerAddress', 60),
      flood: limit('flood', 3000),
    },
    bounceSecret,
    onAnswer: harmless(options.onAnswer),
    onError: harmless(options.onError),
  };
}
