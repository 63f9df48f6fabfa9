import type { OpeningHours } from './schedule.ts';

/**
 * What using one way to reach a service gives away. `true` it does, `false` it does not, left out:
 * nobody has said, and nothing may be shown. No standard has these; feeds give them as `x_safety`.
 */
export interface Privacy {
  /** Whether the number shows on an itemised bill. */
  readonly showsOnBill?: boolean;
  /** Whether calls or messages are recorded or kept. */
  readonly recorded?: boolean;
  /** Whether a call that nobody answers reaches a voicemail. */
  readonly voicemail?: boolean;
  /** Whether the service sees the number that calls it. */
  readonly numberSeen?: boolean;
  /** Whether the provider says that it is safe to send a text message. */
  readonly safeToText?: boolean;
  /** Whether it can be used without a name. */
  readonly anonymous?: boolean;
}

/** A way to have a number rung through somebody who relays the talk. */
export interface Relay extends OpeningHours {
  /** `relay-uk`: typed text, dialled as 18001 and the number. `bsl`: a sign language interpreter by video. */
  readonly kind: 'relay-uk' | 'bsl';
  /** The number or web address; for `relay-uk`, 18001 and the channel's number where it is left out. */
  readonly value?: string;
  /** What the relay is called: "SignVideo". */
  readonly label?: string;
}

/** A language, written or spoken. At least one of its fields is there. */
export interface Language {
  /**
   * A BCP 47 tag such as `ur` (HSDS `languages[].code`).
   *
   * @pattern ^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$
   */
  readonly code?: string;
  /** Its English name, where the source has no code. */
  readonly name?: string;
  /** What the source says about it, such as how it is arranged (HSDS `languages[].note`). */
  readonly note?: string;
}

/**
 * One way to reach a service (HSDS `phones`, `contacts`, `email`, `url`; schema.org `ContactPoint`).
 * Its own hours go before the service's, which hold where it has none.
 */
export interface Channel extends OpeningHours {
  readonly kind: 'voice' | 'text' | 'textphone' | 'bsl' | 'webchat' | 'email' | 'website';
  /**
   * The number, address or URL, as the source gives it.
   *
   * @minLength 1
   */
  readonly value: string;
  /** What this way is for, where a service has several: "Out of hours". */
  readonly label?: string;
  /** More about it, in plain words (HSDS `phones[].description`). */
  readonly description?: string;
  /** Who may use it, where it is not for the people whom the service helps (HSDS `phones[].description`). */
  readonly for?: 'professional' | 'police';
  /** Whose it is, where it is not the service's own (HSDS `organization.phones`, `location.phones`). */
  readonly owner?: 'organization' | 'place';
  /** The way to use first. */
  readonly primary?: boolean;
  /** What it costs, in plain words, where the source says so: "Free, even from a mobile". */
  readonly cost?: string;
  /** The languages spoken here (HSDS `phones[].languages`). */
  readonly languages?: readonly Language[];
  readonly relay?: readonly Relay[];
  readonly privacy?: Privacy;
}
