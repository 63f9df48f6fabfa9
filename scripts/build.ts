/** Builds everything in dist/, then weighs it: a page over its budget fails the build. */
import { transform } from 'lightningcss';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { BANNER } from './banner.ts';
import { files, weigh } from './sizes.ts';

function run(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error(`\nThe build stopped: ${command} failed. The lines above say why.`);
    process.exit(1);
  }
}

console.log('Building …');
rmSync('dist', { recursive: true, force: true });
// What is said of a public thing stands in its declaration: the code beside it need not repeat it.
run('tsc', '-p', 'tsconfig.build.json');
run('tsc', '-p', 'tsconfig.declarations.json');
run('rollup', '--config', '--silent');
mkdirSync('dist/themes');
for (const filename of readdirSync('src/themes')) {
  const code = readFileSync(`src/themes/${filename}`);
  const smaller = transform({ filename, code, minify: true });
  // A page may be in another encoding: a sheet names its own, before anything else.
  const start = smaller.code.some((byte) => byte > 127) ? '@charset "utf-8";' : '';
  const head = Buffer.from(start + BANNER);
  writeFileSync(`dist/themes/${filename}`, Buffer.concat([head, smaller.code]));
}
run('node', 'scripts/editor-data.ts');
run('node', 'scripts/declarations.ts');
run('node', 'scripts/licences.ts');
cpSync('src/quick-exit/blank.svg', 'dist/blank.svg');

// A policy that allows scripts by their hashes takes a file's own: the one that the script asks for it by.
const hashOf = (file: string): string => {
  const algorithm = /-[\w-]{8}\.min\.js$/.test(file) ? 'sha256' : 'sha384';
  const hash = createHash(algorithm).update(readFileSync(`dist/${file}`));
  return `${algorithm}-${hash.digest('base64')}`;
};
const hashes = Object.fromEntries(files().map((file) => [file, hashOf(file)]));
writeFileSync('dist/sri.json', `${JSON.stringify(hashes, null, 2)}\n`);

if (!weigh()) process.exit(1);
