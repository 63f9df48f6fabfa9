import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { BANNER } from './scripts/banner.ts';

/** Takes what a browser ignores out of the HTML and CSS in our templates, which terser leaves alone. */
const templates = {
  name: 'templates',
  async transform(code, id) {
    if (/node_modules|\0/.test(id)) return null;
    const smaller = await minifyHTMLLiterals(code, { fileName: id });
    const escapes = (text) => text.split('\\').length;
    if (smaller && escapes(smaller.code) > escapes(code)) {
      this.error(`${id}: the smaller CSS has a backslash, which its template would swallow.`);
    }
    return smaller;
  },
};

/** Takes Lit's templates without the class and the decorators that come with them in `lit`. */
const lit = {
  name: 'lit',
  resolveId(source, from) {
    return source === 'lit' ? this.resolve('lit/html.js', from) : null;
  },
};

/**
 * Takes Lit's `css` without what only elements with a shadow root, and values within a style sheet, need:
 * our sheets are plain text that documents adopt. A browser that constructs none goes without.
 */
const styles = {
  name: 'styles',
  resolveId: (source) => (source === './css-tag.js' ? '\0css' : null),
  load: (id) =>
    id === '\0css'
      ? `export const css = ([text]) => {
          try {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(text);
            return sheet;
          } catch {
            return {};
          }
        };
        export const getCompatibleStyle = (style) => style;
        export const adoptStyles = () => {};
        let nobody;
        export { nobody as CSSResult, nobody as supportsAdoptingStyleSheets, nobody as unsafeCSS };`
      : null,
};

/** One small helper for the decorators of fields, our only ones, in place of TypeScript's in every file. */
const decorators = {
  name: 'decorators',
  resolveId: (source) => (source === '\0decorate' ? source : null),
  load: (id) =>
    id === '\0decorate'
      ? 'export const __decorate = (all, target, name) => all.forEach((one) => one(target, name));'
      : null,
  transform: (code) => ({
    // As many lines as before: the source map stays true.
    code: code.replace(
      /^var __decorate = [^]*?\n};\n/,
      (helper) => "import { __decorate } from '\\0decorate';" + helper.replace(/[^\n]/g, ''),
    ),
    map: null,
  }),
};

const plugins = [
  decorators,
  templates,
  lit,
  styles,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    // `unsafe` stays off: it takes `[a, null].join('')` for a sum, and wrote "null" into the exit's cookie.
    compress: {
      passes: 6,
      toplevel: true,
      unsafe_arrows: true,
      pure_getters: true,
      keep_fargs: false,
    },
    mangle: { toplevel: true },
    format: { ascii_only: true, comments: /^handrail \d/ },
  }),
];

/** A classic script by itself, nothing global, and nothing to install. The script fetches it where its tag is missing. */
const GUARD = 'handrail-guard.min.js';

/** What fetches the script's other files: it stands at the head of the script, around all the rest. */
async function filesRuntime() {
  const bundle = await rollup({ input: 'dist/script-tag/files.js' });
  const { output } = await bundle.generate({ format: 'iife', name: 'files', strict: false });
  await bundle.close();
  return output[0].code;
}

const hashOf = (code) => createHash('sha256').update(code).digest('base64');

/** A file's name has a part of its hash in it; `src/script-tag/files.ts` makes the same of the same. */
const nameOf = (name, hash) => `handrail-${name}-${hash.replace(/\W/g, '').slice(0, 8)}.min.js`;

/**
 * Has the script know the files that it fetches, and each of these the ones that it fetches in its turn: the
 * hash of each, and which others it needs. In code they have names without hashes.
 */
const files = {
  name: 'files',
  renderDynamicImport: () => ({ left: 'require(', right: ')' }),
  generateBundle(_, bundle) {
    const script = Object.values(bundle).find(({ isEntry }) => isEntry);
    const own = (fileName) => `./${fileName.replace(/\.js$/, '')}`;
    const guard = [`./${GUARD}`, [hashOf(readFileSync(`dist/${GUARD}`))]];
    /** What a file fetches, with everything that those need, however far. */
    const fetched = (chunk) => {
      const names = new Set(chunk.dynamicImports);
      for (const name of names) for (const need of bundle[name]?.imports ?? []) names.add(need);
      return [...names];
    };
    // Only what the script itself fetches is known to every other file.
    const known = new Set([script.fileName, ...fetched(script)]);
    const rows = (chunk) =>
      fetched(chunk).filter(
        (name) => name !== chunk.fileName && bundle[name] && (chunk === script || !known.has(name)),
      );
    const told = new Set();
    const tell = (chunk) => {
      if (told.has(chunk)) return;
      told.add(chunk);
      const names = rows(chunk);
      // What a file fetches is known before the file's own hash is.
      const entries = names.map((name) => {
        const { imports } = bundle[name];
        tell(bundle[name]);
        const needs = imports.filter((need) => need !== script.fileName).map(own);
        return [own(name), [hashOf(bundle[name].code), ...needs]];
      });
      if (chunk === script) entries.push(guard);
      if (entries.length === 0) return;
      const table = JSON.stringify(Object.fromEntries(entries));
      chunk.code =
        chunk === script
          ? chunk.code.replace('HANDRAIL_FILES', () => table)
          : chunk.code.replace(/\);\s*$/, () => `,${table});`);
    };
    tell(script);
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk === script) continue;
      const map = bundle[`${chunk.fileName}.map`];
      chunk.fileName = nameOf(chunk.fileName.replace(/\.js$/, ''), hashOf(chunk.code));
      if (map) map.fileName = `${chunk.fileName}.map`;
    }
  },
};

const only = (text) => (chunk) => (chunk.isEntry ? text() : '');

/** The script for a page's tag, and the files beside it that it fetches where a page needs them. */
const script = {
  input: { handrail: 'dist/script-tag/script-tag.js' },
  external: /guard\.define/,
  plugins: [files, ...plugins],
  preserveEntrySignatures: false,
  // What puts translations in place is for pages that have some.
  treeshake: { moduleSideEffects: (id) => !id.includes('/@lit/localize/') },
  output: {
    dir: 'dist',
    format: 'amd',
    amd: { define: 'self[Symbol.for("handrail")]' },
    entryFileNames: '[name].min.js',
    chunkFileNames: ({ name, isDynamicEntry }) =>
      `${isDynamicEntry ? name.replace(/\.define$/, '') : 'shared'}.js`,
    // What two files share and that is no larger than its request goes where both have it already.
    experimentalMinChunkSize: 500,
    interop: 'esModule',
    esModule: false,
    externalLiveBindings: false,
    minifyInternalExports: true,
    // The maps are for whoever builds: a page that announced them would ask for files that nobody puts there.
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    // Of an address that it does not know Rollup takes one ending away.
    paths: () => `./${GUARD}.js`,
    banner: async (chunk) =>
      BANNER +
      (await only(
        async () =>
          `((HANDRAIL_FILES) => {${await filesRuntime()} if (!files.startFiles()) return;`,
      )(chunk)),
    footer: only(() => '})(HANDRAIL_FILES)'),
  },
};

const guard = {
  input: 'dist/quick-exit/guard.define.js',
  plugins,
  output: {
    file: `dist/${GUARD}`,
    format: 'iife',
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    strict: false,
  },
};

export default [guard, script];
