/** Writes the hashes of the built files into every snippet that a web officer copies from the docs. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';

const hashes = JSON.parse(readFileSync('dist/sri.json', 'utf8'));

for (const page of ['README.md', ...globSync('docs/*.md')]) {
  const text = readFileSync(page, 'utf8');
  const written = text.replace(
    /((?:src|href)="\/handrail\/([\w./-]+)"\s+integrity=")[^"]*"/g,
    (_, before, file) => {
      if (!hashes[file]) throw new Error(`${page} names ${file}, which is not in dist/sri.json.`);
      return `${before}${hashes[file]}"`;
    },
  );
  if (written !== text) writeFileSync(page, written);
}
