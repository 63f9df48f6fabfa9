import type { IsoDate } from '../calendar/london.ts';
import type { Channel, Language, Privacy } from './channel.ts';
import type { OpeningHours } from './schedule.ts';

export type { Channel, Language, Privacy, Relay } from './channel.ts';
export { DAYS } from './schedule.ts';
export type { Day, NthDay, OpeningHours, Schedule, SpecialDay } from './schedule.ts';

/** A part of the country (HSDS `service_areas`). */
export interface Area {
  readonly name?: string;
  /**
   * Its GSS code, such as `E09000028` (from HSDS `service_areas[].uri`).
   *
   * @pattern ^[A-Z]\d{8}$
   */
  readonly code?: string;
}

/** Through whom a person comes to a service: by themselves, a professional such as a GP, or the police. */
export type Route = 'self' | 'professional' | 'police';

/**
 * One rule about who can use a service. All that a rule says holds together; a service that has
 * several is for everyone whom one of them fits. "Women 13 and over, men 16 and over" is two rules.
 */
export interface Eligibility {
  /**
   * In years; 0 is a real age (HSDS `minimum_age`).
   *
   * @minimum 0
   */
  readonly minimumAge?: number;
  /**
   * In years, that age included (HSDS `maximum_age`).
   *
   * @minimum 0
   */
  readonly maximumAge?: number;
  /** The genders it is for; all of them where it is left out. */
  readonly gender?: readonly ('female' | 'male' | 'non-binary')[];
  /** Where people must live, where that is less than the service's `areas`. */
  readonly areas?: readonly Area[];
  /**
   * How long ago it may have happened, as an ISO 8601 duration: `P12M`, `P7D`.
   *
   * @pattern ^P\d+[DWMY]$
   */
  readonly since?: string;
  /** Whom the rule is about, in plain words: "Young witnesses", "Friends and family". */
  readonly who?: string;
  /** How the people of this rule come to the service, where others have more routes. */
  readonly route?: Route;
  /** Anything else the rule says, in plain words (HSDS `eligibility_description`). */
  readonly description?: string;
}

/** One route into a service, shown apart from the others (HSDS `application_process`). */
export interface Referral {
  /** Who makes it; left out where the source does not say. */
  readonly by?: Route;
  /** False where the service says that it does not take this route. */
  readonly accepted?: boolean;
  /** How it is done, in plain words. */
  readonly description?: string;
  /** A number, address or form for this route alone (Outpost `referral_url`). */
  readonly value?: string;
}

/**
 * What a place has for people with access needs: `true` it has, `false` it has not, left out: not
 * known, and a card may say so (HSDS `location.accessibility`, NHS `Facilities`).
 */
export interface Access {
  readonly stepFree?: boolean;
  readonly hearingLoop?: boolean;
  readonly accessibleToilet?: boolean;
  /** Parking for disabled people. */
  readonly accessibleParking?: boolean;
  readonly parking?: boolean;
  readonly lift?: boolean;
  readonly quietSpace?: boolean;
  readonly changingPlace?: boolean;
  /** Staff who sign British Sign Language. */
  readonly bsl?: boolean;
  /** Anything else, in plain words. */
  readonly description?: string;
}

/** A place where a service is given (HSDS `service_at_locations[].location`). Its own hours go first. */
export interface Place extends OpeningHours {
  readonly name?: string;
  /** The address, or words that say where it is. */
  readonly address?: string;
  /** A postcode, or an outcode such as `SE5` alone. */
  readonly postcode?: string;
  /**
   * Whether nobody may learn where it is, as for a refuge (Outpost `mask_exact_address`). No more than
   * the outcode may be shown: pass places through `shownPlace` before using them.
   */
  readonly masked?: boolean;
  /**
   * In degrees, 49 to 61 (WGS 84).
   *
   * @minimum 49
   * @maximum 61
   */
  readonly latitude?: number;
  /**
   * In degrees, -9 to 2 (WGS 84).
   *
   * @minimum -9
   * @maximum 2
   */
  readonly longitude?: number;
  /** `physical` where it is left out; nobody can visit the others (HSDS `location_type`). */
  readonly type?: 'physical' | 'virtual' | 'postal';
  /** How to get there, in plain words (HSDS `location.transportation`). */
  readonly transport?: string;
  readonly access?: Access;
}

/** Help for people who speak or sign another language (HSDS `interpretation_services`). */
export interface Interpreters {
  readonly description?: string;
  /** Whether it costs the person nothing. */
  readonly free?: boolean;
  /** Whether it has to be asked for beforehand. */
  readonly arrange?: boolean;
  /** The languages there are interpreters for; `bfi` is British Sign Language. */
  readonly languages?: readonly Language[];
}

/** One price (HSDS `cost_options`). */
export interface CostOption {
  /** Whom or what it is for: "Under 18s". */
  readonly description?: string;
  /** In the currency's main unit, such as pounds. */
  readonly amount?: number;
  /**
   * ISO 4217; `GBP` where it is left out.
   *
   * @pattern ^[A-Z]{3}$
   */
  readonly currency?: string;
  /** What the amount buys: "per hour". */
  readonly per?: string;
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
}

/** How long people wait (HSDS `wait_time`). It goes out of date fast: not to be shown after 30 days. */
export interface Wait {
  readonly description?: string;
  /** False where new people are not taken on at present. */
  readonly accepting?: boolean;
  /** The day on which this was true. Without one it may not be shown. */
  readonly date?: IsoDate;
}

/** Facts that decide whether it is safe to ask for help. Its privacy facts hold for every channel without its own. */
export interface Safety extends Privacy {
  /** False where nobody has to go to the police; true where they must. */
  readonly policeRequired?: boolean;
  /** When the service has to tell somebody else, in plain words. */
  readonly confidentialityLimits?: string;
  /** Anything else about police, confidentiality and records, each in a plain sentence. */
  readonly notes?: readonly string[];
}

/** Another service that this one works with: the next step of a journey. */
export interface WorksWith {
  /** The other service's `id`, where it is in the same file. */
  readonly id?: string;
  readonly name?: string;
  readonly url?: string;
  /** What the other one does, in plain words: "Counselling afterwards". */
  readonly description?: string;
}

/** What a service is about, in somebody's list of terms (HSDS `attributes[].taxonomy_term`). */
export interface Category {
  readonly name: string;
  readonly id?: string;
  /** Whose list it is (HSDS `taxonomy`). */
  readonly taxonomy?: string;
}

/**
 * One service: the record that every card, feed and snapshot speaks. Only what is known is set.
 * Texts are plain, but for `description`, which `safeText` reads.
 */
export interface Service extends OpeningHours {
  /**
   * Unique in its file; what follows the `#` in a card's `src`.
   *
   * @minLength 1
   */
  readonly id: string;
  /**
   * @minLength 1
   */
  readonly name: string;
  /**
   * The language that the texts of this record are in, as a BCP 47 tag (schema.org `inLanguage`); `en`
   * where it is left out.
   *
   * @pattern ^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$
   */
  readonly inLanguage?: string;
  /** Another name that people know it by (HSDS `alternate_name`). */
  readonly alternateName?: string;
  /** `active` where it is left out. An `inactive` or `defunct` one is not shown (HSDS `status`). */
  readonly status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /** Shown from this day on, in London (Outpost `visible_from`). */
  readonly visibleFrom?: IsoDate;
  /** Shown until this day, in London, that day included (Outpost `visible_to`). */
  readonly visibleTo?: IsoDate;
  /** Who runs it (HSDS `organization.name`). */
  readonly organization?: string;
  /** What it does. A blank line starts a paragraph; of HTML, only what `safeText` allows has effect. */
  readonly description?: string;
  /**
   * Something to know before anything else (HSDS `alert`).
   *
   * @maxLength 300
   */
  readonly alert?: string;
  /** The ways to reach it, the best ones first. */
  readonly channels?: readonly Channel[];
  readonly eligibility?: readonly Eligibility[];
  /** Where the people whom it serves live; everywhere where it is left out. */
  readonly areas?: readonly Area[];
  readonly places?: readonly Place[];
  /** How people come to the service, a route each. */
  readonly referral?: readonly Referral[];
  /** How a visit works (ORUK 1 `attending_access`). */
  readonly attendance?: readonly ('appointment' | 'drop-in' | 'membership')[];
  /** What to bring (HSDS `required_documents`). */
  readonly requiredDocuments?: readonly string[];
  readonly safety?: Safety;
  /** The languages that its staff speak (HSDS `languages`). */
  readonly languages?: readonly Language[];
  readonly interpreters?: Interpreters;
  /** What it costs, in plain words; "Free" only where the source says so (HSDS `fees_description`). */
  readonly cost?: string;
  /** Whether it costs nothing, where the source says so (Outpost `free`). */
  readonly free?: boolean;
  readonly costOptions?: readonly CostOption[];
  readonly wait?: Wait;
  readonly worksWith?: readonly WorksWith[];
  readonly categories?: readonly Category[];
  /** The day somebody last checked these facts (HSDS `assured_date`, else `last_modified`). */
  readonly checked?: IsoDate;
}

/** A services file: what the attribute `src` of a card names. */
export interface ServicesFile {
  /** Where the schema of this file is, for editors that check as one types. */
  readonly $schema?: string;
  /** A sentence that every card made from this file shows, such as that it is demonstration data. */
  readonly notice?: string;
  readonly services: readonly Service[];
}
