/**
 * Brings a fresh clone to the point where the other scripts can run, and says what it is doing.
 * Runs on whatever Node the machine has (20 or later), so it uses nothing that has to be installed.
 *
 *   node scripts/setup.js              packages
 *   node scripts/setup.js --browsers   packages, then the three browser engines the tests drive
 *   node scripts/setup.js --postgres   packages, then the database server the tests start
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { browserPaths, debianPackages } from './browsers.js';
import { postgresPackage, postgresPrograms } from './postgres.js';

const root = new URL('../', import.meta.url);
const stamp = new URL('node_modules/.handrail-installed', root);

/** Stops with a sentence for the person at the keyboard. */
function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env });
  if (error) stop(`Could not start ${command}: ${error.message}.`);
  return status === 0;
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the packages Handrail is built with (about a minute the first time) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    stop(
      'npm ci failed. The lines above say why; once that is mended, run the same command again.',
    );
  }
  const pinned = new URL('node_modules/.bin/node', root);
  if (!existsSync(pinned)) {
    stop(
      'The project brings its own Node, and its install script did not run. ' +
        'Run: npm rebuild node --ignore-scripts=false',
    );
  }
  writeFileSync(stamp, lock);
}

/**
 * Installs Debian packages where something that they bring is missing.
 *
 * @param missing - gives the names of what is missing now.
 */
function installDebian(packages, missing) {
  const names = missing();
  if (names.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    stop(
      `The tests need ${names.join(', ')}, which this machine does not have. ` +
        `On Debian, run: sudo ${install}`,
    );
  }
  console.log(`Installing what the tests need (${names.join(', ')}) with apt …`);
  const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], quiet);
  const [command, ...args] = install.split(' ');
  if (!run(command, ['-q', ...args], quiet) || missing().length > 0) {
    stop(
      `apt could not install ${names.join(', ')}. The lines above say why. The command was: ${install}`,
    );
  }
}

installPackages();
if (process.argv.includes('--browsers')) {
  installDebian(debianPackages, () =>
    Object.entries(browserPaths()).flatMap(([name, path]) => (path === undefined ? [name] : [])),
  );
}
if (process.argv.includes('--postgres')) {
  installDebian([postgresPackage], () => (postgresPrograms() ? [] : ['PostgreSQL']));
}
