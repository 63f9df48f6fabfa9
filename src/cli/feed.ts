import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FEEDS, WHOLE_FEED, kindOf } from '../feeds/index.ts';
import type { FeedKind, FeedOptions, FeedResult } from '../feeds/index.ts';
import type { ServicesFile } from '../service/service.ts';
import { count, isTimeless, isUnreachable, summaryText, wholeText } from './feed-text.ts';
import { UsageError } from './command.ts';
import type { Command, CommandContext } from './command.ts';

const KINDS = Object.keys(FEEDS) as readonly FeedKind[];

const HELP = `Usage: handrail feed FILE... [options]

Reads feeds of services, says what is wrong in them, and what was done about it.

  --kind KIND       ${KINDS.join(', ')};
                    found out from the file where it is left out
  --times offset    honours a "Z" or an offset behind a time of day; without this
                    such times are read as London time, as British feeds mean them
  --all             prints every problem, and what became of every field
  --json            prints services, problems and fields as JSON
  --out FILE        writes the services as a file that cards read

The exit status is 1 where a file cannot be read, a record in it gave no service,
or a service has neither a way to reach it nor hours.
docs/services-file.md says what the written file holds.
`;

/** One feed, read. */
interface Reading extends FeedResult {
  readonly file: string;
  readonly kind: FeedKind;
  /** What a services file says on every card. */
  readonly notice?: string;
  /** Records that gave no service. */
  readonly lost: number;
  /** False where the file holds nothing that could be a record. */
  readonly isFeed: boolean;
}

async function parsed(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'ENOENT'
        ? `There is no file ${file}.`
        : `${file} could not be opened (${code ?? 'unknown error'}).`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (error) {
    const page = /^\s*</.test(text);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      page
        ? `${file} is a web page, not JSON. Save the feed's answer itself.`
        : `${file} is not JSON: ${reason}.`,
    );
  }
}

async function reading(
  file: string,
  kind: FeedKind | undefined,
  options: FeedOptions,
): Promise<Reading> {
  const value = await parsed(file);
  const known = kind ?? kindOf(value);
  const result = FEEDS[known](value, options);
  const lost = result.records - result.services.length - result.repeats;
  const notice =
    known === 'handrail' ? (Object(value) as { readonly notice?: unknown }).notice : undefined;
  const isFeed = result.problems.every(({ record }) => record !== WHOLE_FEED);
  return {
    file,
    kind: known,
    lost,
    isFeed,
    ...(typeof notice === 'string' && { notice }),
    ...result,
  };
}

/** What a feed holds, in a sentence. */
function summary({ file, kind, records, services, repeats, lost, problems }: Reading): string {
  const faults = problems.filter((problem) => problem.kind === 'fault').length;
  return (
    `${file} (${kind}): ${count(records, 'record')}, ${count(services.length, 'service')} kept, ` +
    `${count(repeats, 'repeat')}, ${String(lost)} lost; ${count(faults, 'fault')}, ${count(problems.length - faults, 'note')}.`
  );
}

/** Writes a whole file or none: a reader never meets half of one. */
async function write(file: string, content: ServicesFile): Promise<void> {
  const half = `${file}.${String(process.pid)}.part`;
  try {
    await writeFile(half, `${JSON.stringify(content, null, 2)}\n`);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file} could not be written (${code ?? 'unknown error'}).`);
  }
}

/** Writes the services of all feeds as one file. */
async function save(file: string, readings: readonly Reading[]): Promise<number> {
  const services = readings.flatMap((one) => one.services);
  if (new Set(services.map(({ id }) => id)).size < services.length) {
    throw new Error('Two of the feeds use the same ids. Write each to a file of its own.');
  }
  const notice = readings.flatMap((one) => one.notice ?? []).join(' ');
  await write(file, { ...(notice !== '' && { notice }), services });
  return services.length;
}

interface Wanted extends FeedOptions {
  readonly files: readonly string[];
  readonly kind?: FeedKind | undefined;
  readonly json?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly out?: string | undefined;
}

function wanted(args: string[], now: Date): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kind: text,
      times: text,
      out: text,
      json: { type: 'boolean' },
      all: { type: 'boolean' },
    },
  });
  const { json, all, out, times = 'wall' } = values;
  const kind = KINDS.find((name) => name === values.kind);
  if (files.length === 0) throw new UsageError('Name the file to read.');
  if (values.kind !== undefined && kind === undefined) {
    throw new UsageError(`There is no kind "${values.kind}". The kinds are ${KINDS.join(', ')}.`);
  }
  if (times !== 'offset' && times !== 'wall') {
    throw new UsageError('--times must be "offset" or "wall".');
  }
  if (out !== undefined && files.some((file) => resolve(file) === resolve(out))) {
    throw new UsageError('--out must name another file than the feed.');
  }
  return { files, kind, json, all, out, times, now };
}

async function run(args: string[], { out, err, clock }: CommandContext): Promise<number> {
  const want = wanted(args, clock());
  const readings: Reading[] = [];
  for (const file of want.files) {
    try {
      readings.push(await reading(file, want.kind, want));
    } catch (error) {
      err(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const whole = readings.length === want.files.length;
  if (want.out !== undefined && whole) {
    const written = await save(want.out, readings);
    err(`Wrote ${count(written, 'service')} to ${want.out}.\n`);
  } else if (want.out !== undefined) {
    err(`${want.out} was not written, since not every feed could be read.\n`);
  }
  if (want.json && readings.length > 0) {
    out(`${JSON.stringify(want.files.length === 1 ? readings[0] : readings, null, 2)}\n`);
  } else {
    for (const one of readings) {
      out(`${summary(one)}\n${summaryText(one, want.now ?? clock())}`);
      if (want.all) out(`${wholeText(one)}\n`);
    }
  }
  const isGood = ({ lost, isFeed, services }: Reading): boolean =>
    isFeed && lost === 0 && !services.some((one) => isUnreachable(one) && isTimeless(one));
  return whole && readings.every(isGood) ? 0 : 1;
}

export const command: Command = {
  summary: 'reads a feed of services, and says what is wrong in it',
  help: HELP,
  run,
};
