import { isObject } from './field-reader.ts';
import type { FieldAccount } from './problem.ts';

/** Names that say how a record is kept, and nothing of the service, in any kind of feed. */
const KEPT_BY =
  /(?:^|\.)(?:id|_id|@id|@type|@context|\$schema|resourceType|uri|version|[a-z_]*_id|created_at|metadata)(?:$|[.[])/;

const isText = (value: unknown): boolean =>
  typeof value === 'string' ? !/^[\s\-–—]*$/.test(value) : value !== null && value !== undefined;

/** The fields of a value that hold anything, down to texts, numbers and yes or no. */
function* leaves(value: unknown, path: string, depth = 0): Generator<string> {
  // What lies deeper than any format goes is one field.
  if (depth > 40) yield path;
  else if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      yield* leaves(one, `${path}[${String(index)}]`, depth + 1);
  } else if (isObject(value)) {
    for (const [name, one] of Object.entries(value))
      yield* leaves(one, path === '' ? name : `${path}.${name}`, depth + 1);
  } else if (isText(value)) yield path;
}

/** Whether a field was read, or something that it is a part of. */
function isTaken(path: string, taken: ReadonlySet<string>): boolean {
  if (taken.has('') || taken.has(path)) return true;
  for (let end = path.length - 1; end > 0; end -= 1) {
    if ((path[end] === '.' || path[end] === '[') && taken.has(path.slice(0, end))) return true;
  }
  return false;
}

/** Keeps account of every field of a feed's records. */
export class Account {
  readonly #ignored: RegExp | undefined;
  readonly #fields = new Map<string, { records: number; unread: boolean }>();

  /** @param ignored - fields that the reader of this kind of feed leaves out on purpose. */
  constructor(ignored?: RegExp) {
    this.#ignored = ignored;
  }

  /**
   * Adds a record.
   *
   * @param taken - the paths that its reader has read, or has said something of.
   */
  add(record: unknown, taken: ReadonlySet<string>): void {
    const found = new Map<string, boolean>();
    for (const path of leaves(record, '')) {
      const field = path.replace(/\[\d+\]/g, '[]');
      found.set(field, (found.get(field) ?? false) || !isTaken(path, taken));
    }
    for (const [field, unread] of found) {
      const before = this.#fields.get(field) ?? { records: 0, unread: false };
      this.#fields.set(field, {
        records: before.records + 1,
        unread: before.unread || unread,
      });
    }
  }

  /** Every field, those that nobody read first, and among these those of most records. */
  entries(): readonly FieldAccount[] {
    const use = (field: string, unread: boolean): FieldAccount['use'] => {
      if (!unread) return 'read';
      return KEPT_BY.test(field) || this.#ignored?.test(field) === true ? 'ignored' : 'unread';
    };
    const order = ['unread', 'ignored', 'read'];
    return [...this.#fields]
      .map(([field, { records, unread }]) => ({ field, records, use: use(field, unread) }))
      .sort((a, b) => order.indexOf(a.use) - order.indexOf(b.use) || b.records - a.records);
  }
}
