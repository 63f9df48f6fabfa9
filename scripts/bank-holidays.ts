/**
 * Brings the bank holidays up to date with GOV.UK, which adds a year each November.
 *
 *   node scripts/bank-holidays.ts         asks https://www.gov.uk/bank-holidays.json
 *   node scripts/bank-holidays.ts FILE    reads a copy of it
 *
 * It says what changed, and writes nothing where the answer is not what it should be.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = 'https://www.gov.uk/bank-holidays.json';
const TABLE = new URL('../src/calendar/bank-holiday-table.ts', import.meta.url);
const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

/** What GOV.UK answers, before it has been looked at: any of it may be missing. */
type Answer = Partial<
  Readonly<Record<(typeof DIVISIONS)[number], { readonly events?: unknown } | null>>
> | null;

/** The fewest bank holidays that any part of the United Kingdom has in a whole year. */
const FEWEST = 8;

function check(right: boolean, sentence: string): asserts right {
  if (!right) throw new Error(sentence);
}

/** The dates of one division by year, from the year before `today` on. */
function yearsOf(division: string, events: unknown, today: Date): Map<number, readonly string[]> {
  check(Array.isArray(events) && events.length > 0, `There are no events for ${division}.`);
  const years = new Map<number, readonly string[]>();
  for (const { date } of events as readonly { readonly date?: unknown }[]) {
    const real =
      typeof date === 'string' &&
      /^\d{4}-\d\d-\d\d$/.test(date) &&
      new Date(date).toISOString().startsWith(date);
    check(real, `${division} has a date that is none: ${JSON.stringify(date)}.`);
    const year = Number(date.slice(0, 4));
    if (year < today.getUTCFullYear() - 1) continue;
    years.set(year, [...(years.get(year) ?? []), date.slice(5).replace('-', '')].sort());
  }
  for (const [year, days] of years) {
    check(
      days.length >= FEWEST,
      `${division} has ${String(days.length)} bank holidays in ${String(year)}; a whole year has at least ${String(FEWEST)}.`,
    );
  }
  return years;
}

/**
 * Writes the table of bank holidays as TypeScript.
 *
 * @param answer - what GOV.UK's bank-holidays.json holds.
 * @param today - the day it was read on.
 * @throws Error with a sentence where the answer is not of the known shape or is not complete.
 */
export function tableFrom(answer: unknown, today: Date): string {
  const parts = answer as Answer;
  const divisions = DIVISIONS.map(
    (division) => [division, yearsOf(division, parts?.[division]?.events, today)] as const,
  );
  const spans = divisions.map(([, years]) => [...years.keys()].sort().join(' '));
  check(
    new Set(spans).size === 1,
    `The divisions do not cover the same years: ${spans.join('; ')}.`,
  );
  const read = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    today,
  );
  const lines = divisions.flatMap(([division, years]) => [
    `  ${division.includes('-') ? `'${division}'` : division}: [`,
    ...[...years].sort().map(([year, days]) => `    '${String(year)} ${days.join(' ')}',`),
    '  ],',
  ]);
  return `/**
 * Bank holidays of the United Kingdom, with substitute days, as published on
 * https://www.gov.uk/bank-holidays (Open Government Licence v3.0), read on ${read}.
 * Each line is a year followed by its dates as month and day. \`node scripts/bank-holidays.ts\` writes
 * this file.
 */
export const TABLE = {
${lines.join('\n')}
} as const;
`;
}

async function ask(): Promise<unknown> {
  const response = await fetch(SOURCE, { signal: AbortSignal.timeout(30_000) });
  check(response.ok, `${SOURCE} answered ${String(response.status)}. Try again later.`);
  return response.json();
}

if (import.meta.main) {
  try {
    const [, , file] = process.argv;
    const answer: unknown = file ? JSON.parse(readFileSync(file, 'utf8')) : await ask();
    const table = tableFrom(answer, new Date());
    const dates = (text: string): string => text.replace(/^\/\*\*.*?\*\//s, '');
    const current = readFileSync(TABLE, 'utf8');
    if (dates(current) === dates(table)) {
      console.log('The bank holidays are up to date.');
    } else {
      writeFileSync(TABLE, table);
      console.log('The bank holidays have changed. Look at the difference, run the tests, commit.');
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`The bank holidays were left as they are. ${why}`);
    process.exitCode = 1;
  }
}
