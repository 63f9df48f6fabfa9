/** Where Debian puts the PostgreSQL server that the tests start, and which package brings it. */
import { existsSync, readdirSync } from 'node:fs';

export const postgresPackage = 'postgresql';

/** The folder of PostgreSQL's own programs, the newest version's; undefined where there is none. */
export function postgresPrograms() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => `${root}/${version}/bin`)
    .find((folder) => existsSync(`${folder}/initdb`) && existsSync(`${folder}/postgres`));
}
