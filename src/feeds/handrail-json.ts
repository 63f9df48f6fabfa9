import { shownPlace } from '../service/place.ts';
import type { Channel, Service } from '../service/service.ts';
import { link, ways } from './contact.ts';
import type { Cursor } from './field-reader.ts';
import { isObject } from './field-reader.ts';
import { fit, ruleOf } from './prune-to-schema.ts';
import { isMasked, maskedParts } from './places.ts';
import type { FeedResult } from './problem.ts';
import { readRecords } from './records.ts';
import type { Draft } from './records.ts';
import { url } from './values.ts';
import type { FeedOptions } from './values.ts';

/** What a feed may say in the record's own form, under these names. */
const EXTENSIONS = {
  x_channels: 'channels',
  x_safety: 'safety',
  x_eligibility: 'eligibility',
  x_referral: 'referral',
  x_attendance: 'attendance',
  x_interpreters: 'interpreters',
  x_wait: 'wait',
  x_works_with: 'worksWith',
  x_special: 'special',
  x_bank_holidays: 'bankHolidays',
  x_free: 'free',
} as const satisfies Readonly<Record<string, keyof Service>>;

/** Without the ways and links whose addresses a page could not link to, or should not. */
function sound(record: Cursor, service: Partial<Service>): Partial<Service> {
  const { channels, worksWith } = service;
  const reached = (channel: Channel): readonly Channel[] => {
    const { kind, value } = channel;
    if (kind !== 'email' && kind !== 'website' && kind !== 'webchat') return [channel];
    return link(kind, record.at('channels').with(value)).map((read) => ({
      ...channel,
      value: read.value,
    }));
  };
  return {
    ...service,
    ...(channels && { channels: channels.flatMap(reached) }),
    ...(worksWith && {
      worksWith: worksWith.map(({ url: address, ...rest }) => {
        const known = url(record.at('worksWith').with(address));
        return { ...rest, ...(known !== undefined && { url: known }) };
      }),
    }),
  };
}

/**
 * Adds what a feed says under `x_` names. It goes before what was read in the standard's own fields,
 * since somebody wrote it for the card; channels are put before the others instead.
 */
export function extensions(record: Cursor, draft: Draft): Draft {
  const { properties = {} } = ruleOf('Service');
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(EXTENSIONS)) {
    const value = record.at(name).known ? fit(record.at(name), properties[field] ?? {}) : undefined;
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) read[field] = value;
  }
  const added = sound(record, read);
  const { channels = [] } = added;
  return {
    ...draft,
    ...added,
    ...(channels.length > 0 && { channels: ways([...channels, ...(draft.channels ?? [])]) }),
  };
}

/** The record without what would give its masked places away. */
function withoutSecrets(record: Cursor): Cursor {
  const places = record.at('places').value;
  if (!Array.isArray(places) || !isObject(record.value)) return record;
  const shown = record
    .at('places')
    .items()
    .map((place) => (isMasked(place) ? maskedParts(place).value : place.value));
  return record.with({ ...record.value, places: shown });
}

/**
 * Reads a services file in the house's own form, such as one written by hand, and says what in it
 * does not fit the schema.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readHandrail(value: unknown, options: FeedOptions = {}): FeedResult {
  const rule = ruleOf('Service');
  const read = (record: Cursor): Draft => {
    const fitted = fit(withoutSecrets(record), { ...rule, required: [] }) as {
      -readonly [K in keyof Service]?: Service[K];
    };
    // Every kind of feed has its ids seen to alike.
    delete fitted.id;
    const service = sound(record, fitted);
    return { ...service, ...(service.places && { places: service.places.map(shownPlace) }) };
  };
  return readRecords(value, { lists: ['services'], ids: ['id'], read }, options);
}
