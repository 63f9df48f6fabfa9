import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: new URL('../..', import.meta.url).pathname });

/** Lints one import as if it stood in a file of ours. */
async function complaints(filePath: string, specifier: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${specifier}';\n`, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ message }) => message);
}

const FORBIDDEN = [
  ['src/calendar/london.ts', '../element/element.ts'],
  ['src/element/element.ts', '../quick-exit/guard.ts'],
  ['src/quick-exit/quick-exit.ts', '../format-request/schema/request.ts'],
  ['src/format-request/format-request.ts', '../receiver/http/handler.ts'],
  ['src/service-card/service-card.ts', '../feeds/oruk.ts'],
  ['src/receiver/intake/receive.ts', '../../format-request/format-request.ts'],
  ['src/receiver/pages/pages.ts', '../../element/element.ts'],
] as const;

const ALLOWED = [
  ['src/quick-exit/quick-exit.ts', '../element/element.ts'],
  ['src/format-request/schema/request.ts', '../../calendar/london.ts'],
  ['src/receiver/intake/receive.ts', '../../format-request/schema/request.ts'],
  ['src/receiver/pages/pages.ts', '../../i18n/dates.ts'],
] as const;

describe('The rules of who may import whom', () => {
  for (const [file, specifier] of FORBIDDEN) {
    it(`forbid ${file} to import ${specifier}`, async () => {
      assert.equal((await complaints(file, specifier)).length, 1);
    });
  }
  for (const [file, specifier] of ALLOWED) {
    it(`let ${file} import ${specifier}`, async () => {
      assert.deepEqual(await complaints(file, specifier), []);
    });
  }
});
