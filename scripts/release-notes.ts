/**
 * Prints the notes of the release that package.json names: its section of CHANGELOG.md, and the integrity
 * hash of each file of dist/ that a page can load.
 *
 *   node scripts/release-notes.ts > notes.md
 */
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const { version } = JSON.parse(read('package.json')) as { version: string };
const sections = read('CHANGELOG.md').split(/^(?=## )/m);
const section = sections.find((text) => text.startsWith(`## ${version}`));
if (section === undefined) {
  console.error(
    `CHANGELOG.md has no section “## ${version}”. Run: npx changeset version, then try again.`,
  );
  process.exit(1);
}
const hashes = Object.entries(JSON.parse(read('dist/sri.json')) as Record<string, string>);
const rows = hashes.map(([file, hash]) => `| \`${file}\` | \`${hash}\` |`);
console.log(
  [
    section.replace(/^## .*\n+/, '').trim(),
    '',
    '## Integrity',
    '',
    '| file | integrity |',
    '| --- | --- |',
    ...rows,
  ].join('\n'),
);
