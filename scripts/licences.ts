/**
 * Writes dist/LICENCES.txt: the licences of the libraries that the files for a script tag bring along. The
 * build runs it.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';

/** The packages that a bundle names as its sources, from its source maps. */
const packages = new Set(
  globSync('dist/*.min.js.map').flatMap((map) => {
    const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { sources: readonly string[] };
    return sources.flatMap(
      (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    );
  }),
);

const texts = [...packages].sort().map((name) => {
  const [file] = globSync(`node_modules/${name}/LICEN[CS]E*`);
  if (file === undefined) throw new Error(`${name} is bundled, and it has no licence file.`);
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
  };
  return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
});
if (texts.length === 0) throw new Error('No bundle names a library. Build first: npm run build');
writeFileSync('dist/LICENCES.txt', texts.join(`\n${'-'.repeat(72)}\n\n`));
