/**
 * Runs every test and adds up what each runner counted. The last line is `N passed, N failed`.
 *
 *   node scripts/test.js           all runs
 *   node scripts/test.js node e2e  some of them
 */
import { spawn } from 'node:child_process';

/** A test that takes too long has failed, and so has a file that leaves something open. */
const nodeTest = (minutes) => [
  'node',
  '--import=./test/nothing-left-open.ts',
  '--test',
  '--test-reporter=tap',
  `--test-timeout=${minutes * 60_000}`,
];

const RUNS = {
  node: [...nodeTest(10), 'test/node/**/*.test.ts'],
  chromium: ['wtr'],
  firefox: ['wtr'],
  webkit: ['xvfb-run', '-a', 'wtr'],
  // Windows mostly wait. Node itself would run one file at a time on two cores.
  e2e: [...nodeTest(4), '--test-concurrency=3', 'test/e2e/**/*.test.ts'],
};

/** What a runner says at its end: node's `# pass 3`, or the browser runs' `browser: 3 passed, 0 failed`. */
function count(output) {
  const sum = (pattern) =>
    [...output.matchAll(pattern)].reduce((total, [, n]) => total + Number(n), 0);
  return {
    passed: sum(/^# pass (\d+)$/gm) + sum(/^browser: (\d+) passed, \d+ failed$/gm),
    failed:
      sum(/^# fail (\d+)$/gm) +
      sum(/^# cancelled (\d+)$/gm) +
      sum(/^browser: \d+ passed, (\d+) failed$/gm),
  };
}

function run(name, [command, ...args]) {
  console.log(`\n== ${name} ==`);
  return new Promise((resolve) => {
    // The browser runs read from ENGINE which engine to drive.
    const env = { ...process.env, ENGINE: name };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ passed: 0, failed: 1, why: error.message }));
    child.on('close', (status) => {
      const counted = count(output);
      const silent = counted.passed + counted.failed === 0;
      // A runner that died, or that ran nothing, has not passed.
      if ((status !== 0 && counted.failed === 0) || silent) counted.failed += 1;
      resolve(counted);
    });
  });
}

const wanted = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
for (const [name, command] of Object.entries(RUNS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { passed, failed, why } = await run(name, command);
  if (why) console.error(`Could not start ${name}: ${why}`);
  totals.passed += passed;
  totals.failed += failed;
  console.log(`-- ${name}: ${passed} right, ${failed} wrong`);
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
