/**
 * Runs tests and adds up what each runner counted. The last line is `N passed, N failed`.
 *
 *   npm test                                  everything
 *   npm test -- logic                         plain logic in Node, without a browser or a build
 *   npm test -- node firefox                  some of the runs
 *   npm test -- test/logic/calendar.test.ts    some files, in Node or in the first engine that is here
 *   npm test -- firefox test/element             some files, in a run of your choice
 *   npm test -- --watch test/element/…           again whenever something in src/ or test/ changes
 *
 * What the machine lacks is installed where that may be done, and said before it is. What cannot be run is
 * named with what to do about it; where CI is `true` it counts as a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { install, mayInstall } from './install.ts';
import { aptCommand, missing } from './machine.ts';
import { RUNS } from './runs.ts';
import type { Run } from './runs.ts';

/** A run, and which of its files to run. */
interface Task {
  readonly run: Run;
  readonly files: readonly string[];
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Stops with a sentence for the person at the keyboard. */
function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function filesOf(run: Run): readonly string[] {
  return globSync([...run.files]).sort();
}

/** Which tasks the arguments ask for. */
function tasksOf(wanted: readonly string[]): readonly Task[] {
  const named = RUNS.filter(({ name }) => wanted.includes(name));
  const paths = wanted.filter((word) => !named.some(({ name }) => name === word));
  const unknown = paths.find((path) => !existsSync(path));
  if (unknown !== undefined) {
    stop(
      `There is no file, no folder and no run “${unknown}”. The runs are ` +
        `${RUNS.map(({ name }) => name).join(', ')}; a file is a path such as test/logic/calendar.test.ts.`,
    );
  }
  if (paths.length === 0) {
    return (named.length > 0 ? named : RUNS).map((run) => ({ run, files: run.files }));
  }
  const among = (run: Run): readonly string[] =>
    filesOf(run).filter((file) =>
      paths.some((path) => file === join(path) || file.startsWith(`${join(path)}/`)),
    );
  const all = (named.length > 0 ? named : RUNS)
    .map((run) => ({ run, files: among(run) }))
    .filter(({ files }) => files.length > 0);
  if (all.length === 0) stop(`There is no test in ${paths.join(', ')}: a test ends in .test.ts.`);
  // A file that three engines can run is run in the first that is here, unless somebody names others.
  if (named.length > 0) return all;
  return all.filter(
    ({ run, files }) =>
      run ===
      (all.find((other) => String(other.files) === String(files) && lacks(other.run).length === 0)
        ?.run ?? run),
  );
}

const lacks = (run: Run): ReturnType<typeof missing> => missing(run.needs);

/** The time at which the newest file of a folder was written. */
function newest(...paths: readonly string[]): number {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory() ? globSync(`${path}/**/*.*`) : [path],
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

/** Whether dist/ is younger than all that it is made from. */
function isBuilt(): boolean {
  const mark = 'dist/sri.json';
  if (!existsSync(mark)) return false;
  return statSync(mark).mtimeMs > newest('src', 'scripts', 'rollup.config.js', 'package-lock.json');
}

/** What a runner says at its end: node's `# pass 3`, or the browser runs' `browser: 3 passed, 0 failed`. */
function count(output: string): Count {
  const sum = (pattern: RegExp): number =>
    [...output.matchAll(pattern)].reduce((total, [, n]) => total + Number(n), 0);
  return {
    passed: sum(/^# pass (\d+)$/gm) + sum(/^browser: (\d+) passed, \d+ failed$/gm),
    failed:
      sum(/^# fail (\d+)$/gm) +
      sum(/^# cancelled (\d+)$/gm) +
      sum(/^browser: \d+ passed, (\d+) failed$/gm),
  };
}

function start({ run, files }: Task): Promise<Count> {
  const [program = '', ...args] = run.command(files);
  console.log(`\n== ${run.name} ==`);
  return new Promise((resolve) => {
    const env = { ...process.env, ENGINE: run.name };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(`Could not start ${program}: ${error.message}`);
      resolve({ passed: 0, failed: 1 });
    });
    child.on('close', (status) => {
      const { passed, failed } = count(output);
      // A runner that died, or that ran nothing, has not passed.
      const died = (status !== 0 && failed === 0) || passed + failed === 0;
      console.log(`-- ${run.name}: ${String(passed)} right, ${String(failed)} wrong`);
      resolve({ passed, failed: failed + (died ? 1 : 0) });
    });
  });
}

/** Says what is not run here, and how to run it. */
function tell(left: readonly Task[]): void {
  if (left.length === 0) return;
  const programs = [...new Set(left.flatMap(({ run }) => lacks(run)))];
  console.log(
    `\nNot run here: ${left.map(({ run }) => run.name).join(', ')}, for want of ${programs.join(', ')}. ` +
      `On Debian and Ubuntu: sudo ${aptCommand(programs)}. ` +
      'Elsewhere: npx playwright-core install chromium firefox webkit, and run the rest in a Debian container.',
  );
}

async function runAll(tasks: readonly Task[]): Promise<Count> {
  const able = tasks.filter(({ run }) => lacks(run).length === 0);
  const left = tasks.filter((task) => !able.includes(task));
  const reads = ({ run, files }: Task): boolean =>
    run.built !== undefined && files.some((file) => file.includes('*') || run.built?.test(file));
  if (able.some(reads) && !isBuilt()) {
    const built = await new Promise((resolve) => {
      spawn('node', ['scripts/build.ts'], { stdio: 'inherit' }).on('close', resolve);
    });
    if (built !== 0) stop('The build failed, so no test was run.');
  }
  const totals = { passed: 0, failed: process.env.CI === 'true' ? left.length : 0 };
  for (const task of able) {
    const { passed, failed } = await start(task);
    totals.passed += passed;
    totals.failed += failed;
  }
  tell(left);
  console.log(`\n${String(totals.passed)} passed, ${String(totals.failed)} failed`);
  return totals;
}

/** Runs the tasks again whenever something changes, one round at a time. */
async function keepRunning(tasks: readonly Task[]): Promise<never> {
  for (;;) {
    let change: (() => void) | undefined;
    const changed = new Promise<void>((resolve) => {
      change = resolve;
    });
    const watchers = ['src', 'test'].map((folder) =>
      watch(folder, { recursive: true }, () => change?.()),
    );
    await runAll(tasks);
    console.log('Waiting for a change in src/ or test/ …');
    await changed;
    for (const watcher of watchers) watcher.close();
  }
}

const words = process.argv.slice(2);
const wanted = words.filter((word) => word !== '--watch');
const needed = tasksOf(wanted).flatMap(({ run }) => run.needs);
// A single file needs one engine: nothing is installed for it while any is there.
if (mayInstall()) install(needed);
const tasks = tasksOf(wanted);
if (words.includes('--watch')) await keepRunning(tasks);
process.exit((await runAll(tasks)).failed === 0 ? 0 : 1);
