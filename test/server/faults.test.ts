import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Report } from '../faults/scenario.ts';
import { SCENARIOS } from '../faults/scenarios.ts';

describe('On a bad day', () => {
  for (const { title, run } of SCENARIOS) {
    test(`the receiver keeps its rules: ${title}`, async () => {
      const report = new Report();
      await run(report, []);
      assert.deepEqual(report.broken, [], report.lines.join('\n'));
    });
  }
});
