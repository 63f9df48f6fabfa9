/** Leaves out of dist/ the declarations that none of the package's public ones refers to. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, string | { types?: string }>;
};

/** The relative modules that a declaration refers to. */
const IMPORTS = /(?:from|import\(|import) ?['"](\.[^'"]+)['"]/g;

const used = new Set<string>();

function use(path: string): void {
  if (used.has(path)) return;
  used.add(path);
  for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(IMPORTS))
    use(join(path, '..', to).replace(/\.[jt]s$/, '.d.ts'));
}

for (const entry of Object.values(entries))
  if (typeof entry !== 'string' && entry.types) use(join(entry.types));
for (const path of globSync('dist/**/*.d.ts')) if (!used.has(path)) rmSync(path);
