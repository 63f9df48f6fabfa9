import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { NEIGHBOURS } from './quick-exit-neighbours.ts';
import { LACKING, NAVIGATING, SHOWING, STANDING } from './quick-exit-threats.ts';

describe('docs/quick-exit/threats.md', () => {
  it('names every threat that is tried here, and no other', () => {
    const page = readFileSync(new URL('../../docs/quick-exit/threats.md', import.meta.url), 'utf8');
    const named = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) =>
      name.replace(/\s+/g, ' '),
    );
    const tried = [NAVIGATING, SHOWING, LACKING, STANDING, NEIGHBOURS]
      .flat()
      .map(({ name }) => name.replace(/, by code that .*/, ''));
    assert.deepEqual(
      named.filter((name) => name !== 'bold' && name !== 'the element').sort(),
      tried.filter((name) => name !== 'the element').sort(),
    );
  });
});
