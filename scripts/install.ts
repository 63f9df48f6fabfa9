/**
 * Installs the programs that the tests drive, where it may: on Debian, as root.
 *
 *   node scripts/install.ts chromium firefox
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptCommand, missing } from './machine.ts';
import type { Program } from './machine.ts';

/** Whether this process may install Debian packages. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs what is missing, and says so before it does. Elsewhere than on Debian, as root, it does nothing. */
export function install(programs: readonly Program[]): void {
  const lacking = missing(programs);
  if (lacking.length === 0 || !mayInstall()) return;
  const command = aptCommand(lacking);
  console.log(`This machine has no ${lacking.join(', ')}. Installing: ${command}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation on the machine is waited for: seconds.
  const wait = '-o DPkg::Lock::Timeout=300';
  for (const line of [`apt-get update -q ${wait}`, `${command} -q ${wait}`]) {
    const [name = '', ...args] = line.split(' ');
    const { status } = spawnSync(name, args, { stdio: 'inherit', env });
    if (status !== 0) console.error(`${line} failed. The lines above say why.`);
  }
}

if (import.meta.main) {
  const programs = process.argv.slice(2) as Program[];
  install(programs);
  const lacking = missing(programs);
  if (lacking.length > 0) {
    console.error(`Install ${lacking.join(', ')} first. On Debian: sudo ${aptCommand(lacking)}`);
    process.exit(1);
  }
}
