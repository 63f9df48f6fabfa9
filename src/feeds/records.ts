import type { Service } from '../service/service.ts';
import { Account } from './account.ts';
import { FieldReader, isObject } from './field-reader.ts';
import type { FeedResult, FeedProblem, Report } from './problem.ts';
import { WHOLE_FEED, shown } from './problem.ts';
import type { FeedOptions } from './values.ts';

/** What an adapter reads of one record: its id and name may be missing, and are seen to here. */
export type Draft = Omit<Service, 'id' | 'name'> & { readonly name?: string };

/** What a service is called whose record has no name. */
export const UNNAMED = 'Unnamed service';

/** How one kind of feed is read. */
export interface Adapter {
  /** What the records' list is called in this kind of feed, besides a bare list. */
  readonly lists: readonly string[];
  /** The names under which a record has its id, the best one first. */
  readonly ids: readonly [string, ...string[]];
  /** Fields that are left out on purpose, as `Account` names them. */
  readonly ignored?: RegExp;
  read(record: FieldReader, options: FeedOptions): Draft;
}

/** The records of a feed: a bare list, a list in a wrapper, or one record by itself. */
function rowsOf(value: unknown, { lists, ids }: Adapter): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return undefined;
  const wrapped = lists.map((name) => (Object.hasOwn(value, name) ? value[name] : undefined));
  const list = wrapped.find((one) => Array.isArray(one));
  if (list !== undefined) return list as unknown[];
  // A lone object with neither an id nor a name is somebody's error message, or another kind of file.
  const marks = [...ids, 'name', 'OrganisationName'];
  return marks.some((name) => Object.hasOwn(value, name)) ? [value] : undefined;
}

/** A record as text, to tell whether it comes again. One that cannot be written is like no other. */
function fingerprint(row: unknown, index: number): string {
  try {
    return JSON.stringify(row);
  } catch {
    return String(index);
  }
}

/** Gives every record an id that no other one has. */
class Ids {
  readonly #taken: Set<string>;
  readonly #used = new Set<string>();
  readonly #next = new Map<string, number>();

  /** @param written - the ids that the feed has: none of them is given to another record. */
  constructor(written: readonly string[]) {
    this.#taken = new Set(written);
  }

  give(wanted: string): string {
    let id = wanted;
    let count = this.#next.get(wanted) ?? 2;
    while (this.#used.has(id) || (id !== wanted && this.#taken.has(id))) {
      id = `${wanted}-${String(count)}`;
      count += 1;
    }
    this.#next.set(wanted, count);
    this.#used.add(id);
    return id;
  }
}

const silent: Report = () => undefined;

/**
 * Reads a feed record by record. Every record that is an object becomes a service, whatever is wrong
 * with it: a fault costs the field. Only a record that comes again letter for letter is read once.
 *
 * @param value - parsed JSON of any shape. It never throws.
 */
export function readRecords(
  value: unknown,
  adapter: Adapter,
  options: FeedOptions = {},
): FeedResult {
  const problems: FeedProblem[] = [];
  const rows = rowsOf(value, adapter);
  const tell = (record: string, ...[kind, field, read, done]: Parameters<Report>): void => {
    problems.push({ record, field, read: shown(read), done, kind });
  };
  if (rows === undefined) {
    tell(WHOLE_FEED, 'fault', '', value, 'Nothing was read: a list of records was expected.');
    return { services: [], problems, records: 0, repeats: 0, account: [] };
  }
  const idOf = (row: unknown, report: Report): string | undefined =>
    adapter.ids
      .map((name) => new FieldReader(row, '', report).at(name).raw())
      .find((id) => id !== undefined);
  const ids = new Ids(rows.map((row) => idOf(row, silent)).filter((id) => id !== undefined));
  const seen = new Map<string, string>();
  const services: Service[] = [];
  const account = new Account(adapter.ignored);
  let repeats = 0;

  for (const [index, row] of rows.entries()) {
    const place = `record ${String(index + 1)}`;
    if (!isObject(row)) {
      tell(place, 'fault', '', row, 'Left out: a record must be an object.');
      continue;
    }
    const print = fingerprint(row, index);
    const before = seen.get(print);
    if (before !== undefined) {
      repeats += 1;
      tell(
        before,
        'fault',
        adapter.ids[0],
        idOf(row, silent),
        `Left out ${place}: it is this record again, letter for letter.`,
      );
      continue;
    }
    const written = idOf(row, silent);
    const id = ids.give(written ?? `record-${String(index + 1)}`);
    seen.set(print, id);
    const report: Report = (...problem) => tell(id, ...problem);
    idOf(row, report);
    const mark = new FieldReader(row, '', report).at(adapter.ids[0]);
    if (written === undefined) mark.fault(`The record has no id, and was given "${id}".`);
    else if (id !== written)
      mark.fault(`Another record has this id, so this one was given "${id}".`);
    const taken = new Set<string>();
    services.push({ id, ...draft(new FieldReader(row, '', report, taken), adapter, options) });
    account.add(row, taken);
  }
  return { services, problems, records: rows.length, repeats, account: account.entries() };
}

function draft(record: FieldReader, adapter: Adapter, options: FeedOptions): Omit<Service, 'id'> {
  let read: Draft;
  try {
    read = adapter.read(record, options);
  } catch (error) {
    // No record is known to do this; a reader's own mistake must not cost anybody the rest.
    const reason = error instanceof Error ? error.message : String(error);
    record.fault(`Only its id was kept: reading it failed (${reason}).`);
    read = {};
  }
  const { name = read.alternateName ?? read.organization, ...rest } = read;
  if (read.name === undefined) {
    record.at('name').fault(`The record has no name, and was called "${name ?? UNNAMED}".`);
  }
  return { name: name ?? UNNAMED, ...rest };
}
