/** Builds everything in dist/, then weighs it: a file over its budget fails the build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { FILES, weigh } from './sizes.js';

function run(command, ...args) {
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
run('tsc', '-p', 'tsconfig.build.json');
run('rollup', '--config', '--silent');
run('node', 'scripts/editor-data.ts');
run('node', 'scripts/licences.ts');
cpSync('src/themes', 'dist/themes', { recursive: true });
cpSync('src/quick-exit/blank.svg', 'dist/blank.svg');

const hashes = FILES.map((file) => {
  const hash = createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64');
  return [file, `sha384-${hash}`];
});
writeFileSync('dist/sri.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);

if (!weigh()) process.exit(1);
