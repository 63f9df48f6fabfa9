import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';

const UNIT = 'docs/receiver/handrail.service';
const unit = readFileSync(UNIT, 'utf8');
const [, program = '', script = ''] = /^ExecStart=(\S+) (\S+) receive /m.exec(unit) ?? [];

/** The command of systemd, which reads units without a systemd that runs. */
function analyze(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe('The unit for systemd', () => {
  // A machine as the unit expects it: systemd's own units, Node where its package puts it, and ours.
  let root: string;
  const install = (text: string): void => {
    writeFileSync(join(root, 'etc/systemd/system/handrail.service'), text);
  };
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'systemd-'));
    mkdirSync(join(root, 'etc/systemd/system'), { recursive: true });
    mkdirSync(join(root, dirname(program)), { recursive: true });
    writeFileSync(join(root, program), '', { mode: 0o755 });
    cpSync('/usr/lib/systemd/system', join(root, 'usr/lib/systemd/system'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    install(unit);
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  test('is exposed to no more than 2.5 of 10, as systemd counts', () => {
    // The threshold is counted in tenths. Above it, the command fails.
    const { status, said } = analyze('security', '--offline=true', '--threshold=25', UNIT);
    assert.match(said, /Overall exposure level for handrail\.service: \d/);
    assert.equal(status, 0, said);
  });

  test('has no line that systemd complains about', () => {
    assert.deepEqual(analyze('verify', `--root=${root}`, 'handrail.service'), {
      status: 0,
      said: '',
    });
  });

  test('would be complained about if a line were misspelt or its program were missing', () => {
    for (const text of [
      unit.replace('PrivateTmp=', 'PrivateTemp='),
      unit.replaceAll(program, '/x'),
    ]) {
      install(text);
      assert.notEqual(analyze('verify', `--root=${root}`, 'handrail.service').said, '');
    }
    install(unit);
  });

  test('runs what is installed, by Node itself, as a user of its own', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      bin: { handrail: string };
    };
    assert.equal(program, '/usr/bin/node');
    assert.equal(script, join('/opt/handrail/node_modules/handrail', bin.handrail));
    assert.match(unit, /^User=handrail$/m);
    assert.doesNotMatch(unit, /^Exec\w+=.*\b(npx|npm|sh)\b/m);
  });
});
