import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk of its own, which can be filled to the last byte. */
export interface SmallDisk {
  fill(): void;
  empty(): void;
  unmount(): void;
}

/**
 * Mounts a small disk on a folder.
 *
 * @returns `undefined` where this machine lets us mount nothing.
 */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  const options = `size=${String(megabytes)}m,mode=700`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    fill: () => {
      const file = openSync(ballast, 'w');
      try {
        for (const size of [1 << 20, 1 << 12, 1]) {
          try {
            for (;;) writeSync(file, Buffer.alloc(size));
          } catch {
            // Full for pieces of this size: the next are smaller.
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', ['-l', folder]),
  };
}
