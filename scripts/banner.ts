import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** What every built file begins with: its name, its version and its licence. */
export const BANNER = `/*handrail ${version}, MIT*/`;
