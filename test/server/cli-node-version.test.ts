import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { nodeComplaint } from '../../src/cli/node-version.ts';

describe('The command on an old Node', () => {
  for (const version of ['18.20.0', '20.20.2', '22.15.1']) {
    it(`says that ${version} is too old, and what to do`, () => {
      assert.match(nodeComplaint(version), /need Node 22\.16 or later.*Install a newer Node/);
    });
  }

  for (const version of ['22.16.0', '24.0.0']) {
    it(`has nothing against ${version}`, () => {
      assert.equal(nodeComplaint(version), '');
    });
  }

  it('asks for the version that the package asks for', () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const { engines } = JSON.parse(text) as { engines: { node: string } };
    const [oldest = ''] = /[\d.]+/.exec(engines.node) ?? [];
    assert.equal(nodeComplaint(oldest), '');
    assert.ok(nodeComplaint('0').includes(`Node ${oldest} `));
  });
});
