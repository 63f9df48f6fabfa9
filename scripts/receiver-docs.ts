/**
 * Writes into the manual of the receiver, between its marks, the files that an operator copies, and the tables of
 * what the code counts, logs and says of the system's errors.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LOG_FIELDS } from '../src/cli/log.ts';
import { METRICS } from '../src/cli/metrics.ts';
import { FILE_ERRORS, NETWORK_ERRORS, SQLITE_ERRORS } from '../src/cli/system-errors.ts';

/** A file of docs/receiver/ as a block of code. */
function file(name: string, language: string): string {
  const text = readFileSync(`docs/receiver/${name}`, 'utf8').trimEnd();
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

type Cells = readonly string[];

function table(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** What is said of each error: many share a sentence. */
function errors(known: Readonly<Record<string, readonly [string, string]>>): string {
  const codes = new Map<string, string[]>();
  for (const [name, advice] of Object.entries(known)) {
    const sentence = advice.join('. ');
    codes.set(sentence, [...(codes.get(sentence) ?? []), code(name)]);
  }
  return table(
    ['the system says', 'the sentence'],
    [...codes].map(([sentence, names]) => [names.join(', '), `… ${sentence}`]),
  );
}

/** The parts of each page. */
const PAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/receiver.md': {
    nginx: file('nginx.conf', 'nginx'),
    caddy: file('Caddyfile', ''),
    metrics: table(
      ['metric', 'type', 'labels', 'what it is'],
      Object.entries(METRICS).map(([name, { type, labels, help }]) => [
        code(name),
        type,
        labels.map(code).join(', '),
        help,
      ]),
    ),
    log: table(
      ['field', 'what it is'],
      Object.entries(LOG_FIELDS).map(([name, text]) => [code(name), text]),
    ),
  },
  'docs/receiver/errors.md': {
    files: errors(FILE_ERRORS),
    network: errors(NETWORK_ERRORS),
    sqlite: errors(SQLITE_ERRORS),
  },
};

for (const [path, parts] of Object.entries(PAGES)) {
  let page = readFileSync(path, 'utf8');
  for (const [name, content] of Object.entries(parts)) {
    const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!marks.test(page)) {
      console.error(`${path} has no place for its part ${name}.`);
      process.exit(1);
    }
    page = page.replace(
      marks,
      (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`,
    );
  }
  writeFileSync(path, page);
}
