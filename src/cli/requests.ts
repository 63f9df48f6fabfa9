import { closeSync, openSync, writeSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { londonTime } from '../calendar/london.ts';
import { csvHead, csvLine, OPEN_STATES, REQUEST_STATES } from '../receiver/index.ts';
import type { State, Store } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Command, Surroundings } from './command.ts';
import { readConfig } from './config.ts';
import { caseText, countsText, listText } from './requests-text.ts';
import { databaseOf, openStore } from './store.ts';

const HELP = `Usage: handrail requests [options]                 what is overdue, due today and next
       handrail requests show REFERENCE            everything about one request
       handrail requests set REFERENCE STATE       note how far it has got
       handrail requests export                    all requests as CSV
       handrail requests counts                    how often each format and document is asked for

STATE is ${REQUEST_STATES.join(', ')}.

  --state STATE     list requests in this state instead of the open ones
  --note TEXT       what to remember about the step
  --by NAME         who takes it; your login name where it is left out
  --out FILE        write the CSV to FILE, which only you can read
  --json            for machines
  --config FILE     settings; handrail.json where it is left out, if it exists
  --database WHERE  a file for SQLite, or postgresql://…
`;

const PAGE = 500;
const LONGEST_NOTE = 2000;

/** A reference as it was read out or typed: any case, with or without the hyphen. */
function referenceFrom(text: string | undefined): string {
  const bare = (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (!/^[A-Z0-9]{8}$/.test(bare)) {
    throw new UsageError('Give the reference: 8 letters and digits, such as K7M4-PX3T.');
  }
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}

function stateFrom(text: string | undefined): State {
  const state = REQUEST_STATES.find((one) => one === text);
  if (state === undefined) throw new UsageError(`Give a state: ${REQUEST_STATES.join(', ')}.`);
  return state;
}

function notFound(reference: string): Error {
  return new Error(
    `There is no request ${reference}. Read the reference again, and check each letter.`,
  );
}

/** Writes the CSV as it comes out of the store, so that any number of requests fits. */
async function exportCsv(store: Store, write: (text: string) => void): Promise<number> {
  write(csvHead());
  let count = 0;
  for (let after = 0; ;) {
    const page = await store.page(after, PAGE);
    for (const request of page) write(csvLine(request));
    count += page.length;
    const last = page.at(-1);
    if (last === undefined) return count;
    after = last.id;
  }
}

async function exportTo(store: Store, path: string | undefined, { out, err }: Surroundings) {
  if (path === undefined) {
    await exportCsv(store, out);
    return;
  }
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch {
    throw new UsageError(`${path} cannot be made, or is there already. Name another file.`);
  }
  try {
    const count = await exportCsv(store, (text) => writeSync(file, text));
    err(`Wrote ${String(count)} requests to ${path}. It names people: delete it after use.\n`);
  } finally {
    closeSync(file);
  }
}

interface Options {
  readonly state?: string | undefined;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
}

async function act(
  store: Store,
  [action = 'list', ...rest]: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  const { out, clock } = surroundings;
  const print = (value: unknown, text: () => string): void =>
    out(options.json === true ? `${JSON.stringify(value, null, 2)}\n` : text());
  const now = clock();
  const today = londonTime(now).date;
  const show = async (reference: string): Promise<void> => {
    const found = await store.find(reference);
    if (found === undefined) throw notFound(reference);
    print(found, () => caseText(found));
  };
  if (action === 'list') {
    const states = options.state === undefined ? OPEN_STATES : [stateFrom(options.state)];
    const requests = await store.list({ states });
    const backlog = await store.backlog();
    print({ today, requests, backlog }, () => listText(requests, backlog, today));
  } else if (action === 'show') {
    await show(referenceFrom(rest[0]));
  } else if (action === 'set') {
    const reference = referenceFrom(rest[0]);
    const state = stateFrom(rest[1]);
    const note = (options.note ?? '').slice(0, LONGEST_NOTE);
    const by = options.by ?? userInfo().username;
    if (!(await store.change(reference, { state, note, by, at: now.toISOString() }))) {
      throw notFound(reference);
    }
    await show(reference);
  } else if (action === 'export') {
    await exportTo(store, options.out, surroundings);
  } else if (action === 'counts') {
    const counts = await store.counts();
    print(counts, () => countsText(counts));
  } else {
    throw new UsageError(`"${action}" is not something that can be done with requests.`);
  }
}

async function run(args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      database: { type: 'string' },
      state: { type: 'string' },
      note: { type: 'string' },
      by: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const config = readConfig(values.config, surroundings.env);
  const store = await openStore(databaseOf(values.database, config), { create: false });
  try {
    await act(store, positionals, values, surroundings);
  } finally {
    await store.close();
  }
  return 0;
}

/** `handrail requests`: the queue, for the people who answer. */
export const command: Command = {
  summary: 'see which requests are due, and note what was done',
  help: HELP,
  run,
};
