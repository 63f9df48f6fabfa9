/** A place on a page where Tab may stop. */
export interface Stop {
  /** A field's name, with `=value` where it is a box; the words of anything else. */
  readonly name: string;
  /** The question of an answer to choose; empty where it is none. */
  readonly question: string;
  /** The words of what it is folded behind; empty where nothing hides it. */
  readonly within: string;
}

const TAGS =
  /<(\/?)(details|summary|a|button|input|textarea|select)\b([^>]*)>\s*(?:<span>)?([^<]*)/g;

const valueOf = (attributes: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

/** The places of a page without scripts where Tab may stop, in order. */
export function stopsOf(html: string): Stop[] {
  const stops: Stop[] = [];
  let within = '';
  for (const [, end, tag, attributes = '', text = ''] of html
    .replace(/<!--.*?-->/gs, '')
    .matchAll(TAGS)) {
    const [type, name] = [valueOf(attributes, 'type'), valueOf(attributes, 'name')];
    if (end && tag === 'details') within = '';
    if (end || tag === 'details' || type === 'hidden') continue;
    const isBox = type === 'checkbox' || type === 'radio';
    stops.push({
      name: isBox ? `${name}=${valueOf(attributes, 'value')}` : name || text.trim(),
      question: type === 'radio' ? name : '',
      within,
    });
    if (tag === 'summary') within = text.trim();
  }
  return stops;
}

/** Knows where Tab stops next on a page without scripts, as somebody fills it in from its top on. */
export class TabOrder {
  readonly #stops: readonly Stop[];
  readonly #opened = new Set(['']);
  /** The answer that is chosen to each question, where one is. */
  readonly #chosen = new Map<string, Stop>();
  #at = -1;

  constructor(html: string) {
    this.#stops = stopsOf(html);
  }

  /** Where something is in the order; -1 where the page has no such thing. */
  place(name: string): number {
    return this.#stops.findIndex((stop) => stop.name === name || stop.question === name);
  }

  #isReached(stop: Stop): boolean {
    const { question, within } = stop;
    if (!this.#opened.has(within)) return false;
    if (!question) return true;
    const first = this.#stops.find((each) => each.question === question);
    return stop === (this.#chosen.get(question) ?? first);
  }

  /** The presses of Tab that lead to something. */
  to(name: string): string[] {
    const wanted = this.place(name);
    if (wanted < 0) throw new Error(`${name} is not on the page.`);
    const isOn = wanted > this.#at;
    const passed = isOn
      ? this.#stops.slice(this.#at + 1, wanted + 1)
      : this.#stops.slice(wanted, this.#at);
    this.#at = wanted;
    const reached = passed.filter((stop) => this.#isReached(stop));
    return reached.map(() => (isOn ? 'Tab' : 'shift+Tab'));
  }

  /** Takes note that what has the focus, which hides something, is opened. */
  open(): void {
    this.#opened.add(this.#stops[this.#at]?.name ?? '');
  }

  /** Takes note that the arrows went on to the so-many-th answer to a question, from 0. */
  choose(question: string, down: number): void {
    const chosen = this.#stops.filter((stop) => stop.question === question)[down];
    if (!chosen) throw new Error(`${question} has fewer answers.`);
    this.#chosen.set(question, chosen);
    this.#at = this.#stops.indexOf(chosen);
  }
}
