import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { cruise } from 'dependency-cruiser';
import type { ICruiseOptions, ICruiseResult, IFlattenedRuleSet } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import typescript from 'typescript';
import config, { ROOMS } from '../../rooms.config.js';

const repository = new URL('../..', import.meta.url).pathname;

/** Files that break one rule each, or none: an import, as it would stand in a file of `src/`. */
const IMPORTS: readonly (readonly [file: string, line: string, rule: string | undefined])[] = [
  ['src/calendar/a.ts', "import '../element/a.ts';", 'room: calendar'],
  ['src/element/a.ts', "import '../quick-exit/a.ts';", 'room: element'],
  ['src/quick-exit/b.ts', "import '../format-request/schema/a.ts';", 'room: quick-exit'],
  ['src/service-card/b.ts', "import '../cli/a.ts';", 'room: service-card'],
  ['src/format-request/b.ts', "import '../receiver/http/a.ts';", 'room: format-request'],
  ['src/format-request/c.ts', "import '../feeds/nowhere.ts';", 'found'],
  // A room within a folder keeps to its own direction.
  ['src/format-request/sending/a.ts', "import '../view/a.ts';", 'room: format-request/sending'],
  ['src/format-request/schema/b.ts', "import '../dom/a.ts';", 'room: format-request/schema'],
  ['src/receiver/store/b.ts', "import '../outbox/a.ts';", 'room: receiver/store'],
  ['src/receiver/intake/b.ts', "import '../../format-request/d.ts';", 'room: receiver/intake'],
  ['src/receiver/pages/b.ts', "import '../../element/b.ts';", 'room: receiver/pages'],
  // Neither `import type` nor `import()` is a way around.
  ['src/calendar/b.ts', "import type { A } from '../service/a.ts';", 'room: calendar'],
  ['src/element/c.ts', "await import('../feeds/a.ts');", 'room: element'],
  ['src/feeds/b.ts', "import '../cli/a.ts';", 'room: feeds'],
  // What runs in browsers.
  ['src/telephone/a.ts', "import 'node:fs';", 'no Node in: telephone'],
  ['src/service/b.ts', "await import('node:fs');", 'no Node in: service'],
  ['src/format-request/view/b.ts', "import 'fs';", 'no Node in: format-request/view'],
  ['src/template/a.ts', "import 'pg';", 'packages: template'],
  ['src/calendar/c.ts', "import 'lit';", 'packages: calendar'],
  // What is not published.
  ['src/cli/b.ts', "import '../../scripts/a.ts';", 'nothing around src'],
  ['src/feeds/c.ts', "import '../../test/a.ts';", 'nothing around src'],
  // The entries.
  ['src/receiver/http/b.ts', "import '../../index.ts';", 'room: receiver/http'],
  ['src/define.ts', "import './feeds/a.ts';", 'entry: define'],
  ['src/elsewhere/a.ts', "import '../calendar/d.ts';", 'known room'],
  // A circle within one room.
  ['src/calendar/circle.ts', "import './round.ts';", 'no circle'],
  // What is allowed.
  ['src/quick-exit/a.ts', "import '../element/d.ts';", undefined],
  ['src/format-request/schema/a.ts', "import '../../calendar/d.ts';", undefined],
  ['src/format-request/d.ts', "import './view/a.ts'; import 'lit';", undefined],
  ['src/receiver/http/a.ts', "import '../intake/a.ts'; import 'node:http';", undefined],
  ['src/receiver/outbox/a.ts', "import '../store/a.ts'; await import('nodemailer');", undefined],
  ['src/cli/a.ts', "import '../receiver/index.ts';", undefined],
];

/** Files that the others import. */
const OTHERS = [
  ...[
    'src/calendar/d.ts',
    'src/element/b.ts',
    'src/element/d.ts',
    'src/feeds/a.ts',
    'src/index.ts',
  ],
  ...['src/format-request/dom/a.ts', 'src/format-request/view/a.ts', 'src/service/a.ts'],
  ...['src/receiver/intake/a.ts', 'src/receiver/store/a.ts', 'src/receiver/index.ts'],
  ...['scripts/a.ts', 'test/a.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'rooms-'));

after(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** The rules that are broken, by the file that breaks them. */
async function broken(): Promise<Map<string, string[]>> {
  for (const file of OTHERS) write(file, 'export {};\n');
  write('src/calendar/round.ts', "import './circle.ts';\n");
  for (const [file, line] of IMPORTS) write(file, `${line}\nexport {};\n`);
  for (const name of ['lit', 'pg', 'nodemailer']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  const manifest = { type: 'module', dependencies: { lit: '*', pg: '*', nodemailer: '*' } };
  write('package.json', JSON.stringify(manifest));
  const { output } = await cruise(['src'], {
    ...config.options,
    tsConfig: {},
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: config.forbidden as IFlattenedRuleSet['forbidden'] },
  } as ICruiseOptions);
  const found = new Map<string, string[]>();
  for (const { from, rule } of (output as ICruiseResult).summary.violations) {
    found.set(from, [...(found.get(from) ?? []), rule.name]);
  }
  return found;
}

describe('The rules of who may import whom', async () => {
  const found = await broken();
  for (const [file, line, rule] of IMPORTS) {
    it(`${rule === undefined ? 'let' : 'forbid'} ${file} to say ${line}`, () => {
      assert.deepEqual(found.get(file) ?? [], rule === undefined ? [] : [rule]);
    });
  }

  it('know every folder of src', () => {
    const folders = readdirSync(join(repository, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'themes')
      .map(({ name }) => name);
    for (const name of folders) assert.ok(name in ROOMS, name);
  });

  it('say of the same rooms that they run in browsers as tsconfig.browser.json', () => {
    const path = join(repository, 'tsconfig.browser.json');
    const { config: read } = typescript.parseConfigFileTextToJson(
      path,
      readFileSync(path, 'utf8'),
    ) as {
      config: { include: string[] };
    };
    const rooms = Object.entries<{ runs: string }>(ROOMS)
      .filter(([name, { runs }]) => runs !== 'server' && !name.includes('/'))
      .map(([name]) => `src/${name}`);
    assert.deepEqual([...read.include].sort(), [...rooms, 'src/define.ts', 'src/index.ts'].sort());
  });
});

describe('The rules of eslint', () => {
  const eslint = new ESLint({ cwd: repository });

  async function complaints(filePath: string, code: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(code, { filePath });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  }

  it('tell the two msg() apart', async () => {
    const code =
      "import { msg } from '@lit/localize';\nexport const words = (): string => msg('a');\n";
    const rule = 'no-restricted-imports';
    assert.ok((await complaints('src/receiver/pages/pages.ts', code)).includes(rule));
    assert.ok((await complaints('src/format-request/view/view.ts', code)).includes(rule));
    assert.ok(!(await complaints('src/quick-exit/view.ts', code)).includes(rule));
  });

  it('forbid an import() whose address is not written out', async () => {
    const code = "const where = './a.ts';\nexport const a: unknown = await import(where);\n";
    const found = await complaints('src/feeds/index.ts', code);
    assert.ok(found.includes('no-restricted-syntax'));
  });
});
