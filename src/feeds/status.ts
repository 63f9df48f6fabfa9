import type { Service } from '../service/service.ts';
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';

/** What feeds write of a service that goes on, that is shut for a while, that is not shown, and that is over. */
const STATUSES: readonly (readonly [RegExp, NonNullable<Service['status']>])[] = [
  [
    /^(?:active|open|live|published|visible|current|running|approved|available|enabled|true)$/,
    'active',
  ],
  [/^(?:temporar(?:il)?y[ _-]closed|suspended|paused)$/, 'temporarily closed'],
  [
    /^(?:inactive|hidden|draft|archived|unpublished|closed|deleted|retired|withdrawn|rejected|pending|false)$/,
    'inactive',
  ],
  [/^defunct$/, 'defunct'],
];

/**
 * Whether a service goes on, from a word, a yes or no, or an object with such a word in it. What is not
 * known to go on is not shown.
 *
 * @returns `undefined` where the record says nothing of it: most that run do not.
 */
export function status(field: FieldReader): Service['status'] {
  if (!field.known) return undefined;
  const inside = isObject(field.value) ? field.firstOf('status', 'code', 'value', 'name') : field;
  const { value } = inside;
  const text = (typeof value === 'boolean' ? String(value) : (inside.text() ?? '')).toLowerCase();
  const found = STATUSES.find(([pattern]) => pattern.test(text))?.[1];
  if (found === undefined) field.fault('Not shown: it is not one of the states that are known.');
  return found ?? 'inactive';
}
