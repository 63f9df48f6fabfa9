import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fuzz } from '../fuzz/property.ts';

it('No change to a feed makes a reader throw, lose a service, run a script or make a request', () => {
  const { records } = fuzz(1, (tried) => tried.records >= 3000);
  assert.ok(records >= 3000);
});
