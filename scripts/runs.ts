/** The test runs: what each needs on the machine, and the command for its files. */
import type { Program } from './machine.ts';
import { pathOf } from './machine.ts';

export interface Run {
  readonly name: string;
  /** Programs without which it is not run. */
  readonly needs: readonly Program[];
  /** Globs of its test files. */
  readonly files: readonly string[];
  /** Which of its files read dist/, so that it has to be built first. */
  readonly built?: RegExp;
  /** The command that runs some of its files. */
  command(files: readonly string[]): readonly string[];
}

/** A test that takes too long has failed, and so has a file that leaves something open. */
const nodeTest = (minutes: number, ...options: readonly string[]): readonly string[] => [
  'node',
  '--import=./test/nothing-left-open.ts',
  '--test',
  '--test-reporter=tap',
  `--test-timeout=${String(minutes * 60_000)}`,
  ...options,
];

const ELEMENTS = ['test/{logic,element,contract}/**/*.test.ts'];

const elements = (name: string, needs: readonly Program[], ...before: readonly string[]): Run => ({
  name,
  needs,
  files: ELEMENTS,
  built: /^test\/contract/,
  // The configuration reads from ENGINE which engine to drive.
  command: (files) => [...before, 'wtr', ...(files === ELEMENTS ? [] : ['--files', ...files])],
});

const onScreen = process.platform === 'linux' && !process.env.DISPLAY ? ['xvfb-run', '-a'] : [];
const webkit: readonly Program[] = pathOf('playwrightWebkit')
  ? ['playwrightWebkit']
  : ['webkitDriver', 'miniBrowser', ...(onScreen.length > 0 ? ['xvfb' as const] : [])];

export const RUNS: readonly Run[] = [
  {
    // The same files run in each engine below: what is plain logic needs neither a browser nor a build.
    name: 'logic',
    needs: [],
    files: ['test/logic/**/*.test.ts'],
    command: (files) => [...nodeTest(10, '--import=./test/logic-in-node.ts'), ...files],
  },
  {
    name: 'node',
    needs: [],
    files: ['test/server/**/!(*postgres|operator-*).test.ts'],
    built: /package|schema/,
    command: (files) => [...nodeTest(10), ...files],
  },
  {
    name: 'postgres',
    needs: ['initdb'],
    files: ['test/server/**/*postgres.test.ts'],
    command: (files) => [...nodeTest(10), ...files],
  },
  {
    // The files that an operator copies, read by the programs that they are for. None of them needs a daemon.
    name: 'operator',
    needs: ['systemdAnalyze', 'nginx', 'caddy', 'dockerCompose', 'prometheusReader', 'initdb'],
    files: ['test/server/**/operator-*.test.ts'],
    command: (files) => [...nodeTest(10), ...files],
  },
  elements('chromium', ['chromium']),
  elements('firefox', ['firefox']),
  elements('webkit', webkit, ...onScreen),
  {
    name: 'e2e',
    needs: ['chromium', 'firefox', 'webkitDriver', 'miniBrowser', 'xvfb', 'xdotool'],
    files: ['test/e2e/**/*.test.ts'],
    built: /./,
    // Windows mostly wait. Node itself would run one file at a time on two cores.
    command: (files) => [...nodeTest(4, '--test-concurrency=3'), ...files],
  },
];
