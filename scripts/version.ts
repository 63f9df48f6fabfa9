/**
 * Writes the version of package.json, the one place that it is set in, into what says it too. `npm version` runs it;
 * after `npx changeset version`, run `npm run version`. test/server/package.test.ts compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Each file that says the version, and how its line begins and ends. */
const PLACES = [
  ['src/element/define.ts', /(export const VERSION = ')[^']*(')/],
  ['publiccode.yml', /(softwareVersion: )\S+()/],
] as const;

for (const [path, line] of PLACES) {
  const text = readFileSync(path, 'utf8');
  if (!line.test(text)) throw new Error(`${path} has no line that says the version: add it again.`);
  writeFileSync(path, text.replace(line, `$1${version}$2`));
}
