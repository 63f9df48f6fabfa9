/** Writes the hashes of the built files into every snippet that a web officer copies from the docs. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';

/** The hash of each built file, by its name in dist/. */
const hashes = JSON.parse(readFileSync('dist/sri.json', 'utf8')) as Readonly<
  Record<string, string>
>;

for (const page of ['README.md', ...globSync('docs/*.md')]) {
  const text = readFileSync(page, 'utf8');
  const written = text.replace(
    /((?:src|href)="\/handrail\/([\w./-]+)"\s+integrity=")[^"]*"/g,
    (_, before: string, file: string) => {
      const hash = hashes[file];
      if (!hash) throw new Error(`${page} names ${file}, which is not in dist/sri.json.`);
      return `${before}${hash}"`;
    },
  );
  if (written !== text) writeFileSync(page, written);
}
