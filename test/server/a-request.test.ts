import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('The walk of a request from field to row', () => {
  const page = readFileSync('docs/contributing/a-request.md', 'utf8');
  const files = [...page.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);

  it('passes at most 18 files, none of them twice', () => {
    assert.ok(files.length > 10 && files.length <= 18, String(files.length));
    assert.equal(new Set(files).size, files.length);
  });

  it('names files that are there', () => {
    for (const file of files) assert.ok(existsSync(file), file);
  });
});
