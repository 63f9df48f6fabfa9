import { plainText } from '../service/safe-text.ts';
import { named } from './characters.ts';
import type { Report } from './problem.ts';

/**
 * A place in a record that came from outside, and the way to it. Nothing here throws: a value of the
 * wrong shape is reported and reads as if it were not there. Where a value is `null`, an empty text
 * or a lone dash, feeds mean that they have none, and nothing is reported.
 */
export class FieldReader {
  readonly value: unknown;
  readonly path: string;
  readonly #report: Report;
  readonly #taken: Set<string>;

  /** @param taken - gets the path of each value that is read, or of which something is said. */
  constructor(value: unknown, path: string, report: Report, taken = new Set<string>()) {
    this.value = value;
    this.path = path;
    this.#report = report;
    this.#taken = taken;
  }

  #reader(value: unknown, path: string): FieldReader {
    return new FieldReader(value, path, this.#report, this.#taken);
  }

  /** Counts this value, and all that is in it, as read: somebody has looked at it as a whole. */
  take(): this {
    this.#taken.add(this.path);
    return this;
  }

  /** Whether there is anything. */
  get known(): boolean {
    const { value } = this;
    if (typeof value === 'string') return !/^[\s\-–—]*$/.test(value);
    return value !== undefined && value !== null;
  }

  /** A part of an object; of anything else, a part that is not there. */
  at(name: string): FieldReader {
    const path = this.path === '' ? name : `${this.path}.${name}`;
    const part: unknown =
      isObject(this.value) && Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    return this.#reader(part, path);
  }

  /** An entry of a list, by its number from 0; of anything else, an entry that is not there. */
  entry(index: number): FieldReader {
    const entry: unknown = Array.isArray(this.value) ? this.value[index] : undefined;
    return this.#reader(entry, `${this.path}[${String(index)}]`);
  }

  /** The first entry of a list; anything else as it is. */
  item(): FieldReader {
    return Array.isArray(this.value) ? this.entry(0) : this;
  }

  /** Another value in the same place, for what has to be taken apart before it is read. */
  with(value: unknown): FieldReader {
    this.take();
    return this.#reader(value, this.path);
  }

  /** The same object without some of its parts. */
  without(...names: readonly string[]): FieldReader {
    if (!isObject(this.value)) return this;
    const kept = Object.entries(this.value).filter(([name]) => !names.includes(name));
    return this.#reader(Object.fromEntries(kept), this.path);
  }

  /** The first part of these names that holds anything; the first one where none does. */
  firstOf(name: string, ...others: readonly string[]): FieldReader {
    const first = this.at(name);
    return first.known
      ? first
      : (others.map((other) => this.at(other)).find(({ known }) => known) ?? first);
  }

  /** The entries of a list that hold anything. What is not a list is a list of one. */
  items(): readonly FieldReader[] {
    if (!Array.isArray(this.value)) return this.known ? [this] : [];
    return this.value.map((_, index) => this.entry(index)).filter(({ known }) => known);
  }

  /** The entries of a list that are objects; others are reported. */
  objects(): readonly FieldReader[] {
    return this.items().filter((item) => {
      if (isObject(item.value)) return true;
      item.fault('Left out: an object was expected.');
      return false;
    });
  }

  /** A text or number as it stands, without the white space around it. */
  raw(): string | undefined {
    const { value } = this;
    if (!this.known) return undefined;
    if (!isObject(value) && !Array.isArray(value)) this.take();
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    this.fault('Left out: a text was expected.');
    return undefined;
  }

  /** A text in plain words on one line: what HTML there is goes, and so do line breaks. */
  text(): string | undefined {
    const raw = this.raw();
    const words =
      raw === undefined
        ? ''
        : plainText(named(raw))
            .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
            .trim();
    return words === '' ? undefined : words;
  }

  /** A whole or broken number, also where it is written as a text. */
  number(): number | undefined {
    if (!this.known) return undefined;
    this.take();
    const { value } = this;
    const text = typeof value === 'string' ? value.trim() : value;
    const number = typeof text === 'string' || typeof text === 'number' ? Number(text) : NaN;
    if (Number.isFinite(number)) return number;
    this.fault('Left out: a number was expected.');
    return undefined;
  }

  /** Yes or no, also where they are written as a text or as 1 and 0. */
  boolean(): boolean | undefined {
    if (!this.known) return undefined;
    this.take();
    const text = JSON.stringify(this.value)
      .replace(/^"\s*|\s*"$/g, '')
      .toLowerCase();
    if (/^(?:true|yes|y|1)$/.test(text)) return true;
    if (/^(?:false|no|n|0)$/.test(text)) return false;
    if (/^(?:unknown|not known|n\/a)$/.test(text)) return undefined;
    this.fault('Left out: yes or no was expected.');
    return undefined;
  }

  /** What is inside, where JSON was written as a text in JSON, as old NHS answers have it. */
  parsed(): FieldReader {
    if (typeof this.value !== 'string' || !/^\s*[[{]/.test(this.value)) return this;
    try {
      const inside = this.#reader(JSON.parse(this.value), this.path);
      this.take();
      return inside;
    } catch {
      return this;
    }
  }

  /** Takes down that this value was lost or changed. */
  fault(done: string): void {
    this.take();
    this.#report('fault', this.path, this.value, done);
  }

  /** Takes down how this value was understood. */
  note(done: string): void {
    this.take();
    this.#report('note', this.path, this.value, done);
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
