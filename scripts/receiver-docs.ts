/**
 * Writes into docs/receiver.md, between its marks, the files that an operator copies, and the tables of what the
 * code counts and logs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LOG_FIELDS } from '../src/cli/log.ts';
import { METRICS } from '../src/cli/metrics.ts';

const PAGE = 'docs/receiver.md';

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

const PARTS: Readonly<Record<string, string>> = {
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
};

let page = readFileSync(PAGE, 'utf8');
for (const [name, content] of Object.entries(PARTS)) {
  const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  if (!marks.test(page)) {
    console.error(`${PAGE} has no place for its part ${name}.`);
    process.exit(1);
  }
  page = page.replace(marks, (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
}
writeFileSync(PAGE, page);
