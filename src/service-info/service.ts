import type { IsoDate } from '../calendar/london.ts';

/** The days of the week as HSDS and iCalendar write them, Monday first. */
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A day of the week as HSDS and iCalendar write it. */
export type Day = (typeof DAYS)[number];

/** A weekday counted within a month, as iCalendar writes it: `2MO` the second Monday, `-1FR` the last Friday. */
export type NthDay = `${number}${Day}`;

/** One span of opening that comes round, after the HSDS `schedule`. Times are on a London clock. */
export interface Schedule {
  /** The days on which the span starts. A counted day goes with `MONTHLY` only. */
  readonly byday: readonly (Day | NthDay)[];
  /** `HH:MM`, 00:00 to 23:59. */
  readonly opensAt: string;
  /**
   * `HH:MM`. At or before `opensAt` it is the next day's; 00:00, 24:00 and 23:59 mean midnight;
   * 00:00 to 00:00 is the whole day.
   */
  readonly closesAt: string;
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** `WEEKLY` where it is left out. */
  readonly freq?: 'WEEKLY' | 'MONTHLY';
  /** Every how many weeks or months; 1 where it is left out. Above 1 it needs `dtstart` to count from. */
  readonly interval?: number;
  /** The first day of the series. */
  readonly dtstart?: IsoDate;
  /** The last day of the series. */
  readonly until?: IsoDate;
  /** Days of the month. They are carried, but not worked out: nothing is said of such a row's hours. */
  readonly bymonthday?: readonly number[];
}

/**
 * The hours of one date, in place of whatever the schedules say for it. Without times the service
 * is closed that day; two spans on one date are two entries.
 */
export interface SpecialDay {
  readonly date: IsoDate;
  /** As in a schedule. */
  readonly opensAt?: string;
  /** As in a schedule. */
  readonly closesAt?: string;
}

/** One way to reach a service. */
export interface Channel {
  readonly kind: 'voice' | 'text' | 'textphone' | 'bsl' | 'webchat' | 'email' | 'website';
  /** The number, address or URL, as the source gives it. */
  readonly value: string;
  /** What this way is for, where a service has several: "Out of hours". */
  readonly label?: string;
  /** When this way is answered; the service's own `schedules` where it is left out. */
  readonly schedules?: readonly Schedule[];
  /** The way to use first. */
  readonly primary?: boolean;
}

/** One rule about who can use a service. A service may have several. */
export interface Eligibility {
  /** In years; 0 is a real age. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** Anything else the rule says, in plain words. */
  readonly description?: string;
}

/** A place where a service is given. */
export interface Place {
  readonly name?: string;
  /** The address, or words that say where it is; never a masked place's street. */
  readonly address?: string;
}

/** One service: the record that every card, feed and snapshot speaks. Only what is known is set. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /** Who runs it. */
  readonly organization?: string;
  /** Plain text; a blank line starts a paragraph. */
  readonly description?: string;
  /** Something to know before anything else, in at most 300 characters. */
  readonly alert?: string;
  readonly channels?: readonly Channel[];
  readonly schedules?: readonly Schedule[];
  /** Dates on which the hours are other than usual. */
  readonly special?: readonly SpecialDay[];
  /** What a bank holiday does to the hours. `unknown` where it is left out. */
  readonly bankHolidays?: 'same' | 'closed' | 'unknown';
  readonly eligibility?: readonly Eligibility[];
  readonly places?: readonly Place[];
  /** How people come to the service: by themselves, by appointment, through a professional. */
  readonly referral?: readonly string[];
  /** Facts about police, confidentiality and records, in plain words. */
  readonly safety?: readonly string[];
  readonly interpreters?: string;
  /** What it costs, in plain words; "Free" only where the source says so. */
  readonly cost?: string;
  /** The day somebody last checked these facts. */
  readonly checked?: IsoDate;
}

/** A services file: what the attribute `src` of a card names. */
export interface ServicesFile {
  /** A sentence that every card made from this file shows, such as that it is demonstration data. */
  readonly notice?: string;
  readonly services: readonly Service[];
}

/**
 * Reads a services file that came from outside.
 *
 * @param value - parsed JSON of any shape.
 * @returns the file, or a sentence that says what is wrong with it. A service without an `id` and a
 *   `name` is left out; the others are kept.
 */
export function readServicesFile(value: unknown): ServicesFile | string {
  if (!isObject(value) || !Array.isArray(value['services'])) {
    return 'It must be a JSON object with a list named "services".';
  }
  const services = value['services'].filter(isService);
  if (services.length === 0) return 'None of its services has an "id" and a "name".';
  const notice = value['notice'];
  return typeof notice === 'string' ? { notice, services } : { services };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isService(value: unknown): value is Service {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}
