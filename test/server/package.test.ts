import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

interface Package {
  readonly version: string;
  readonly exports: Readonly<
    Record<string, string | { readonly types: string; readonly default?: string }>
  >;
}

interface Tarball {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const read = async (path: string): Promise<string> =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const { version, exports } = JSON.parse(await read('package.json')) as Package;

/** The modules that a server may import, as an npm user names them. */
const modules = Object.entries(exports)
  .filter(
    ([name, target]) => typeof target === 'object' && 'default' in target && !name.includes('*'),
  )
  .map(([name]) => name.replace('.', 'handrail'));

describe('The package', () => {
  for (const name of modules) {
    it(`lets a server import ${name}, and leaves nothing global behind`, async () => {
      const before = Object.getOwnPropertyNames(globalThis);
      await import(name);
      const left = Object.getOwnPropertyNames(globalThis).filter((each) => !before.includes(each));
      // Lit notes its versions, so that a second copy can be found, and stands in for a registry.
      assert.deepEqual(
        left.filter((each) => !/^lit|^reactiveElement|^customElements$/.test(each)),
        [],
      );
    });
  }

  it('says its own version', async () => {
    const entry: string = 'handrail';
    const { VERSION } = (await import(entry)) as { readonly VERSION: string };
    assert.equal(VERSION, version);
    assert.match(await read('publiccode.yml'), new RegExp(`^softwareVersion: ${version}$`, 'm'));
    for (const name of ['handrail.min.js', 'themes/fallback.css', 'themes/govuk.css'])
      assert.match(
        await read(`dist/${name}`),
        new RegExp(`^(@charset "utf-8";)?/\\*handrail ${version}, MIT\\*/`),
        name,
      );
  });

  it('holds a hash for every file that a page can load', async () => {
    const hashes = JSON.parse(await read('dist/sri.json')) as Record<string, string>;
    for (const name of ['handrail.min.js', 'handrail-guard.min.js', 'themes/fallback.css']) {
      const bytes = await readFile(new URL(`../../dist/${name}`, import.meta.url));
      const digest = await crypto.subtle.digest('SHA-384', bytes);
      assert.equal(hashes[name], `sha384-${Buffer.from(digest).toString('base64')}`, name);
    }
  });

  it('gives React, Vue and Svelte types for their templates, with libraries checked too', () => {
    const { stdout } = spawnSync('node_modules/.bin/tsc', ['-p', 'test/types'], {
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url),
    });
    assert.equal(stdout, '');
  });

  it('has scripts and styles that read the same on a page of any encoding: ASCII, or named', () => {
    // The script names the encoding of the files that it fetches.
    const files = globSync('dist/{handrail.min.js,handrail-guard.min.js,themes/*.css}', {
      cwd: new URL('../..', import.meta.url),
    });
    assert.ok(files.length > 5);
    for (const file of files) {
      const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
      assert.match(text, /^(@charset "utf-8";|[\x00-\x7F]*$)/, file);
    }
  });

  it('is a tarball of at most 500 KB that holds docs, licences and the list of changes', () => {
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      cwd: new URL('../..', import.meta.url),
    });
    const [tarball] = Object.values(JSON.parse(said) as Record<string, Tarball>);
    assert.ok(tarball && tarball.size <= 500_000, `${String(tarball?.size)} bytes`);
    const paths = tarball.files.map(({ path }) => path);
    for (const path of ['CHANGELOG.md', 'LICENSE', 'dist/LICENCES.txt', 'docs/elements.md']) {
      assert.ok(paths.includes(path), path);
    }
    // What registries and editors show of a page leads nowhere else: pictures alone are left to the forge.
    for (const page of paths.filter((path) => path.endsWith('.md'))) {
      const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
      for (const [, to = ''] of text
        .replace(/```[^]*?```|`[^`]*`/g, '')
        .matchAll(/(?<!!)\[[^\]]*\]\(([^)#\s]+)/g)) {
        if (/^(https?|mailto):/.test(to)) continue;
        const path = join(page, '..', to).replace(/\/?$/, '');
        assert.ok(
          paths.some((each) => each === path || each.startsWith(`${path}/`)),
          `${page} links to ${to}, which is not in the package.`,
        );
      }
    }
    assert.deepEqual(
      paths.filter((path) => /^(src|test|scripts|node_modules)\//.test(path)),
      [],
    );
  });
});
