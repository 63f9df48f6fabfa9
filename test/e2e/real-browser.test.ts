import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ENGINES, RealBrowser } from './real-browser.ts';

/** How long a browser has to ask the desktop for things, in milliseconds. It does so as it starts. */
const START = 3000;

/** Where Debian puts the portal's program, and where it is told of. */
const PORTAL = '/usr/libexec/xdg-desktop-portal';
const SHARED = '/usr/local/share:/usr/share';

/** What is mounted in a folder. */
const mounts = (folder: string): string[] =>
  readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .filter((line) => line.includes(` ${folder}/`));

describe('A browser on a machine with a desktop portal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-desktop-'));
  const temporary = join(folder, 'tmp');
  const started = join(folder, 'started');
  const kept = { ...process.env };

  before(() => {
    // The portal's service, found before the machine's own. It notes that it was started, and where the
    // machine has the portal becomes it: that one mounts a file system in the browser's profile.
    const services = join(folder, 'share/dbus-1/services');
    mkdirSync(services, { recursive: true });
    mkdirSync(temporary);
    const program = join(folder, 'portal.sh');
    writeFileSync(program, `#!/bin/sh\necho >> ${started}\nexec ${PORTAL}\n`, { mode: 0o755 });
    writeFileSync(
      join(services, 'org.freedesktop.portal.Desktop.service'),
      `[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=${program}\n`,
    );
    process.env.XDG_DATA_DIRS = `${join(folder, 'share')}:${kept.XDG_DATA_DIRS ?? SHARED}`;
    process.env.TMPDIR = temporary;
  });
  after(() => {
    process.env = kept;
    rmSync(folder, { recursive: true, force: true });
  });

  for (const engine of ENGINES) {
    it(`leaves nothing started, mounted or on disk in ${engine}`, async () => {
      const browser = await RealBrowser.open(engine, 'about:blank');
      await pause(START);
      await browser.close();
      assert.deepEqual(
        {
          started: readdirSync(folder).includes('started'),
          mounted: mounts(temporary),
          left: readdirSync(temporary),
        },
        { started: false, mounted: [], left: [] },
      );
    });
  }

  it('takes away what something else has mounted in its profile', async (context) => {
    const [engine] = ENGINES;
    if (!engine) return;
    const browser = await RealBrowser.open(engine, 'about:blank');
    const profile = readdirSync(temporary).find((name) => name.startsWith('handrail-profile-'));
    const point = join(temporary, profile ?? '', 'mounted');
    mkdirSync(point);
    const mounting = spawnSync('mount', ['-t', 'tmpfs', 'none', point], { stdio: 'ignore' });
    await browser.close();
    assert.deepEqual(
      { mounted: mounts(temporary), left: readdirSync(temporary) },
      { mounted: [], left: [] },
    );
    if (mounting.status !== 0) context.skip('Nothing can be mounted here.');
  });
});
