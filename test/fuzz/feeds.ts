/**
 * Tries at least 100,000 changed records.
 *
 *   npm run test:fuzz            with a seed of its own, which it prints
 *   npm run test:fuzz -- SEED    the same records again
 */
import { fuzz } from './property.ts';

const ENOUGH = 100_000;
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000_000);
console.log(`Seed ${String(seed)}.`);
let next = 10_000;
const { feeds, records } = fuzz(seed, (tried) => {
  if (tried.records >= next) {
    console.log(`${String(tried.records)} records …`);
    next += 10_000;
  }
  return tried.records >= ENOUGH;
});
console.log(
  `Tried ${String(records)} changed records in ${String(feeds)} feeds: nothing was thrown, no script ran, no request was made.`,
);
