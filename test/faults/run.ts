/**
 * Tries the receiver on bad days. Each scenario prints its figures, and the rules that it saw broken.
 *
 *   npm run test:faults                          all of them
 *   npm run test:faults -- clock                 one
 *   npm run test:faults -- kills 500 5           the receiver is killed: how many requests, and kills
 *   npm run test:faults -- kills 10000 50 postgres
 */
import { Report } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { kills } from './kills.ts';

const ALL = [...SCENARIOS, kills];
const [name, ...args] = process.argv.slice(2);
const chosen = ALL.filter((one) => name === undefined || one.name === name);
if (chosen.length === 0) {
  console.error(`There is no scenario “${name ?? ''}”: ${ALL.map((one) => one.name).join(', ')}.`);
  process.exitCode = 1;
}
for (const scenario of chosen) {
  const report = new Report();
  const began = performance.now();
  console.log(`\n${scenario.name}: ${scenario.title}`);
  await scenario.run(report, args);
  for (const line of report.lines) console.log(`  ${line}`);
  for (const rule of report.broken) console.log(`  BROKEN: ${rule}`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`  ${report.broken.length > 0 ? 'FAILED' : 'held'} after ${seconds} s`);
  if (report.broken.length > 0) process.exitCode = 1;
}
