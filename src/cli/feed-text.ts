import { freshness } from '../service/freshness.ts';
import type { FeedProblem, FeedResult } from '../feeds/index.ts';
import type { OpeningHours, Service } from '../service/service.ts';

/** How many things of one kind a summary names. */
const NAMED = 8;

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${String(number)} ${number === 1 ? one : many}`;

const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const some = (names: readonly string[]): string => {
  const more = names.length - NAMED;
  const first = names.slice(0, NAMED).map((name) => printable(cut(name, 60)));
  return `${first.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const hasHours = ({ schedules = [], special = [], hoursDescription }: OpeningHours): boolean =>
  schedules.length + special.length > 0 || hoursDescription !== undefined;

/** Whether nobody can be reached by a card. */
export function isUnreachable({ channels = [] }: Service): boolean {
  return channels.length === 0;
}

/** Whether a card says nothing of when: not of the service, of a way to reach it or of a place. */
export function isTimeless(service: Service): boolean {
  const { channels = [], places = [] } = service;
  return ![service, ...channels, ...places].some(hasHours);
}

/** What a data officer can act on: how many cards lack what people need. */
function gaps({ services }: FeedResult, now: Date): readonly string[] {
  const shown = services.filter(({ status }) => status !== 'inactive' && status !== 'defunct');
  const kinds: readonly (readonly [says: string, lacks: (service: Service) => boolean])[] = [
    ['without any way to reach it', isUnreachable],
    ['without hours', isTimeless],
    [
      'without a check in the last 12 months, so that they never say “open”',
      ({ checked }) => freshness(checked, now) === 'stale',
    ],
  ];
  return kinds.flatMap(([says, lacks]) => {
    const found = shown.filter(lacks);
    if (found.length === 0) return [];
    return [`${count(found.length, 'card')} ${says}: ${some(found.map(({ id }) => id))}.`];
  });
}

/** Fields that nobody read, and those that are left out on purpose. */
function unread({ account, records }: FeedResult): readonly string[] {
  const named = (use: 'unread' | 'ignored'): readonly string[] =>
    account
      .filter((one) => one.use === use)
      .map(({ field, records: found }) => `${field} (${String(found)})`);
  const [lost, ignored] = [named('unread'), named('ignored')];
  const says = (fields: readonly string[], what: string): readonly string[] =>
    fields.length === 0
      ? []
      : [
          `${count(fields.length, 'field')} in ${count(records, 'record')} ${what}: ${some(fields)}.`,
        ];
  return [...says(lost, 'not read'), ...says(ignored, 'left out on purpose')];
}

/** Faults by what was done, the most frequent first: each with a place where it can be seen. */
function kindsOf(problems: readonly FeedProblem[]): readonly string[] {
  const kinds = new Map<string, FeedProblem[]>();
  for (const problem of problems.filter(({ kind }) => kind === 'fault')) {
    const what = problem.done.replace(/"[^"]*"|\d+/g, '…');
    const known = kinds.get(what) ?? [];
    known.push(problem);
    kinds.set(what, known);
  }
  return [...kinds.values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((found) => {
      const [first] = found;
      if (first === undefined) return [];
      const field = first.field.replace(/\[\d+\]/g, '[]');
      return [
        `${String(found.length)} × ${field}: ${first.done} First in ${printable(cut(first.record, 60))}.`,
      ];
    });
}

/** What a feed holds, in a few sentences that somebody can act on. */
export function summaryText(result: FeedResult, now: Date): string {
  const faults = kindsOf(result.problems);
  const lines = [
    ...gaps(result, now),
    ...unread(result),
    ...faults.slice(0, NAMED),
    ...(faults.length > NAMED ? [`${count(faults.length - NAMED, 'more kind')} of fault.`] : []),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

/** Rows in columns, as wide as what stands in them. */
function columns(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(printable));
  const widths = (clean[0] ?? []).map((_, column) =>
    Math.max(...clean.map((row) => row[column]?.length ?? 0)),
  );
  return clean
    .map(
      (row) =>
        `  ${row.map((cell, at) => (at + 1 < row.length ? cell.padEnd(widths[at] ?? 0) : cell)).join('  ')}\n`,
    )
    .join('');
}

/** Every problem, and what became of every field. */
export function wholeText({ problems, account }: FeedResult): string {
  const problemRows = problems.map(({ record, field, read, done }) => [
    cut(record, 36),
    field,
    cut(read, 40),
    done,
  ]);
  const fieldRows = account.map(({ field, records, use }) => [field, String(records), use]);
  return [
    ['record', 'field', 'read', 'what was done', problemRows],
    ['field', 'records', 'use', fieldRows],
  ]
    .map((part) => ({ head: part.slice(0, -1) as string[], rows: part.at(-1) as string[][] }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ head, rows }) => `\n${columns([head, ...rows])}`)
    .join('');
}
