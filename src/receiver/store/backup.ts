import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as sqlite from 'node:sqlite';

function flush(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

/**
 * Copies a SQLite store to another file while receivers go on writing to it. The copy is whole: it
 * is checked, and on the disk, before it gets its name.
 *
 * @param path - the store's file.
 * @param target - the copy's file, which must not exist yet. Only its owner can read it.
 * @returns how many requests are in the copy.
 * @throws Error where there is no store, the target is taken, or the copy is not sound.
 */
export async function backupSqlite(path: string, target: string): Promise<number> {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  if (existsSync(target)) {
    throw new Error(`${target} is there already. Give the copy another name.`);
  }
  const part = `${target}.part`;
  closeSync(openSync(part, 'wx', 0o600));
  try {
    const live = new sqlite.DatabaseSync(path);
    try {
      live.exec('PRAGMA busy_timeout = 5000');
      // All pages in one step: in several, every write in between would begin the copy anew.
      await sqlite.backup(live, part, { rate: 2 ** 30 });
    } finally {
      live.close();
    }
    const copy = new sqlite.DatabaseSync(part);
    try {
      // Of one file, without a log beside it, so that it can be carried anywhere.
      copy.exec('PRAGMA journal_mode = DELETE');
      const check = copy.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
      if (check !== 'ok') throw new Error(`The copy is not sound: ${String(check)}`);
      const row = copy.prepare('SELECT count(*) AS n FROM requests').get();
      copy.close();
      flush(part);
      renameSync(part, target);
      flush(dirname(target) === '' ? '.' : dirname(target));
      return Number(row?.['n']);
    } finally {
      if (copy.isOpen) copy.close();
    }
  } finally {
    rmSync(part, { force: true });
  }
}
