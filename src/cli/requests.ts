import { closeSync, openSync, writeSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { londonTime } from '../calendar/london.ts';
import { csvHead, csvLine, OPEN_STATES, REQUEST_STATES } from '../receiver/index.ts';
import type { RequestState, Store } from '../receiver/index.ts';
import { UsageError } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { readConfig } from './config.ts';
import { caseText, countsText, listText } from './requests-text.ts';
import { sentenceOf } from './system-errors.ts';
import { databaseOf, openStore } from './store.ts';

const HELP = `Usage: handrail requests [options]                 what is in quarantine, overdue, due next
       handrail requests show REFERENCE            everything about one request
       handrail requests set REFERENCE STATE       note how far it has got
       handrail requests export                    all requests as CSV
       handrail requests find EMAIL                what is kept of somebody
       handrail requests erase REFERENCE …         wipe what is personal in them, at once
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

/** What is waiting for somebody: what nobody has looked at yet, and what is open. */
const LISTED: readonly RequestState[] = ['quarantined', ...OPEN_STATES];

/** A reference as it was read out or typed: any case, with or without the hyphen. */
function referenceFrom(text: string | undefined): string {
  const bare = (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (!/^[A-Z0-9]{8}$/.test(bare)) {
    throw new UsageError('Give the reference: 8 letters and digits, such as K7M4-PX3T.');
  }
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}

function stateFrom(text: string | undefined): RequestState {
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

async function exportTo(store: Store, path: string | undefined, { out, err }: CommandContext) {
  if (path === undefined) {
    await exportCsv(store, out);
    return;
  }
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    throw new UsageError(sentenceOf(error, path));
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
  context: CommandContext,
): Promise<void> {
  const { out, clock } = context;
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
    const states = options.state === undefined ? LISTED : [stateFrom(options.state)];
    const requests = await store.list({ states, limit: Number.MAX_SAFE_INTEGER });
    const backlog = await store.backlog();
    print({ today, requests, backlog }, () => listText(requests, backlog, today));
  } else if (action === 'show') {
    await show(referenceFrom(rest[0]));
  } else if (action === 'set') {
    const reference = referenceFrom(rest[0]);
    const state = stateFrom(rest[1]);
    const { note = '' } = options;
    if (note.length > LONGEST_NOTE) {
      const excess = String(note.length - LONGEST_NOTE);
      throw new UsageError(`The note is too long: shorten it by ${excess} characters.`);
    }
    const by = options.by ?? userInfo().username;
    if (!(await store.change(reference, { state, note, by, at: now.toISOString() }))) {
      throw notFound(reference);
    }
    await show(reference);
  } else if (action === 'export') {
    await exportTo(store, options.out, context);
  } else if (action === 'find') {
    const [email = ''] = rest;
    if (!/^\S+@\S+$/.test(email)) throw new UsageError('Give the email address to look for.');
    const references = await store.findByEmail(email);
    const files = await Promise.all(references.map((reference) => store.find(reference)));
    const found = files.filter((file) => file !== undefined);
    print(found, () => found.map(caseText).join('\n') || 'Nothing is kept under this address.\n');
  } else if (action === 'erase') {
    const references = rest.map(referenceFrom);
    if (references.length === 0) throw new UsageError('Give the references of what to erase.');
    const by = options.by ?? userInfo().username;
    for (const reference of references) {
      if (!(await store.erase(reference, now.toISOString(), by))) throw notFound(reference);
      out(
        `${reference}: personal details are erased. Delete the mails and backups that hold them.\n`,
      );
    }
  } else if (action === 'counts') {
    const counts = await store.counts();
    print(counts, () => countsText(counts));
  } else {
    throw new UsageError(`"${action}" is not something that can be done with requests.`);
  }
}

async function run(args: string[], context: CommandContext): Promise<number> {
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
  const config = readConfig(values.config, context.env);
  const store = await openStore(databaseOf(values.database, config), { create: false });
  try {
    await act(store, positionals, values, context);
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
