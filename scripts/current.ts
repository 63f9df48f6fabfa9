/**
 * Makes generated files again and fails where they come out different from what is there.
 *
 *   node scripts/current.ts PATH -- COMMAND [-- COMMAND]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [path = '', ...rest] = process.argv.slice(2);
const commands = rest
  .join(' ')
  .split(/(?:^| )-- /)
  .filter(Boolean);

function read(at: string): string {
  const found = statSync(at, { throwIfNoEntry: false });
  if (!found) return '';
  if (!found.isDirectory()) return readFileSync(at, 'utf8');
  return readdirSync(at)
    .sort()
    .map((name) => `${name}\n${read(join(at, name))}`)
    .join('\n');
}

if (commands.length === 0) {
  console.error('Say what is made, and by what: node scripts/current.ts PATH -- COMMAND');
  process.exit(1);
}
const before = read(path);
for (const command of commands) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  if (status !== 0) {
    // A tool's own trace says less than the one line of it that names the error.
    const [why = `${stdout}${stderr}`] = /^ *\w*Error: \S.*$/m.exec(`${stderr}\n${stdout}`) ?? [];
    console.error(`${path} cannot be made: ${command} failed. Mend this and run it again: ${why}`);
    process.exit(1);
  }
}
if (read(path) !== before) {
  console.error(
    `${path} was not current. It has been made again: look at the difference and commit it.`,
  );
  process.exit(1);
}
console.log(`${path} is current.`);
