/**
 * Installs the packages of package-lock.json where they are not there already, and says so before it does.
 * It is the only script in JavaScript: it runs on whatever Node a machine has (20 or later), before the one that
 * the project brings is there, and uses nothing that has to be installed.
 */
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/**
 * Stops with a sentence for the person at the keyboard.
 *
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * What a lock file says of the packages, by path; nothing where there is no file.
 *
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function versions(path) {
  const file = new URL(path, root);
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Whether everything that the lock file names is installed, by this script or by `npm ci`.
 *
 * @returns {boolean}
 */
function isInstalled() {
  const here = versions('node_modules/.package-lock.json');
  return Object.entries(versions('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || here[path]?.version === version || (optional === true && !here[path]),
  );
}

if (!isInstalled()) {
  console.log('Installing the packages Handrail is built with (about a minute the first time) …');
  const { status, error } = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (error) stop(`Could not start npm: ${error.message}.`);
  if (status !== 0) {
    stop(
      'npm ci failed. The lines above say why; once that is mended, run the same command again.',
    );
  }
}
if (!existsSync(new URL('node_modules/.bin/node', root))) {
  stop(
    'The project brings its own Node, and its install script did not run. ' +
      'Run: npm rebuild node --ignore-scripts=false',
  );
}
