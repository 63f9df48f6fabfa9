import { replyBy } from '../calendar/working-days.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { CONTACT_WAYS, FORMATS } from '../format-request/request.ts';
import type { ContactWay, FormatSlug } from '../format-request/request.ts';
import type { Intake } from './store.ts';

/** Who answers the requests, as pages and errors name them. */
export interface Organisation {
  readonly name: string;
  /** Where people can write about a request. */
  readonly email?: string | undefined;
  /** Where people can ring about a request, written as it is read out. */
  readonly phone?: string | undefined;
}

/** What `createReceiver` takes. */
export interface ReceiverOptions {
  /** Where requests are kept. */
  readonly store: Intake;
  readonly organisation: Organisation;
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
  readonly stylesheet?: string | undefined;
  /** The address or path to which the pages lead back. */
  readonly home?: string | undefined;
  /** The ways in which the organisation can reach people. All where it is left out. */
  readonly contactWays?: readonly ContactWay[] | undefined;
  /** The formats that the organisation can make. All where it is left out. */
  readonly formats?: readonly FormatSlug[] | undefined;
  /**
   * Is told of an error that made the receiver answer 500 or 503, so that somebody can mend it.
   * It gets the error alone, never what a person sent.
   */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A receiver's options with every default filled in. */
export interface Settings {
  readonly store: Intake;
  readonly organisation: Organisation;
  readonly replyDays: number;
  readonly calendar: WorkingCalendar;
  readonly clock: () => Date;
  /** The path without a slash at its end: empty for the root. */
  readonly base: string;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly stylesheet: string | undefined;
  readonly home: string | undefined;
  readonly contactWays: readonly ContactWay[];
  readonly formats: readonly FormatSlug[];
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

/**
 * Checks options and fills in defaults.
 *
 * @throws TypeError or RangeError with a sentence that names the option at fault.
 */
export function settle(options: ReceiverOptions): Settings {
  const { organisation, path = '/requests', allowedOrigins = [], stylesheet, home } = options;
  const { replyDays = 5, contactWays = CONTACT_WAYS, formats = FORMATS } = options;
  check(organisation.name.trim() !== '', 'organisation.name is needed: the pages say who answers.');
  check(/^\/(?!\/)[^?#\s]*$/.test(path), 'path must be a path such as "/requests".');
  for (const origin of allowedOrigins) {
    check(
      isOrigin(origin),
      `allowedOrigins must hold origins such as "https://a.example", not "${origin}".`,
    );
  }
  for (const [name, address] of Object.entries({ stylesheet, home })) {
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
  replyBy(new Date(0), replyDays); // Throws now, rather than at the first request.
  const onError = (error: unknown): void => {
    try {
      options.onError?.(error);
    } catch {
      // A fault in the reporting of faults must not cost somebody an answer.
    }
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
    clock: options.clock ?? (() => new Date()),
    base: path.replace(/\/+$/, ''),
    allowedOrigins: new Set(allowedOrigins),
    stylesheet,
    home,
    contactWays,
    formats,
    onError,
  };
}
