/** Writes into docs/receiver.md, between its marks, the files that an operator copies. */
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/receiver.md';

/** A file of docs/receiver/ as a block of code. */
function file(name: string, language: string): string {
  const text = readFileSync(`docs/receiver/${name}`, 'utf8').trimEnd();
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

const PARTS: Readonly<Record<string, string>> = {
  nginx: file('nginx.conf', 'nginx'),
  caddy: file('Caddyfile', ''),
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
