import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { createHash } from 'node:crypto';
import { rollup } from 'rollup';

/** Takes what a browser ignores out of the HTML and CSS in our templates, which terser leaves alone. */
const templates = {
  name: 'templates',
  async transform(code, id) {
    if (id.includes('node_modules')) return null;
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

const plugins = [
  templates,
  lit,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    // `unsafe` stays off: it takes `[a, null].join('')` for a sum, and wrote "null" into the exit's cookie.
    compress: { passes: 3, toplevel: true, unsafe_arrows: true, pure_getters: true },
    mangle: { toplevel: true },
    format: { comments: false },
  }),
];

/** What fetches the script's other files: it stands at the head of the script, around all the rest. */
async function filesRuntime() {
  const bundle = await rollup({ input: 'dist/script-tag/files.js' });
  const { output } = await bundle.generate({ format: 'iife', name: 'files', strict: false });
  await bundle.close();
  return output[0].code;
}

const integrity = (code) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/** Has the script know each of its files: its hash, and which others it needs. */
const files = {
  name: 'files',
  renderDynamicImport: () => ({ left: 'require(', right: ')' }),
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const script = chunks.find(({ isEntry }) => isEntry);
    const known = chunks
      .filter((chunk) => chunk !== script)
      .map(({ fileName, code, imports }) => {
        const needs = imports.filter((name) => name !== script.fileName).map((name) => `./${name}`);
        return [`./${fileName}`, [integrity(code), ...needs]];
      });
    script.code = script.code.replace('HANDRAIL_FILES', () =>
      JSON.stringify(Object.fromEntries(known)),
    );
  },
};

const only = (text) => (chunk) => (chunk.isEntry ? text() : '');

/** The script for a page's tag, and the files beside it that it fetches where a page needs them. */
const script = {
  input: { handrail: 'dist/script-tag/script-tag.js' },
  plugins: [files, ...plugins],
  preserveEntrySignatures: false,
  output: {
    dir: 'dist',
    format: 'amd',
    amd: { define: 'self[Symbol.for("handrail")]', forceJsExtensionForImports: true },
    entryFileNames: '[name].min.js',
    chunkFileNames: ({ name, isDynamicEntry }) =>
      `handrail-${isDynamicEntry ? name.replace(/\.define$/, '') : 'shared'}-[hash].min.js`,
    interop: 'esModule',
    esModule: false,
    externalLiveBindings: false,
    minifyInternalExports: true,
    sourcemap: true,
    banner: only(
      async () => `((HANDRAIL_FILES) => {${await filesRuntime()} if (!files.startFiles()) return;`,
    ),
    footer: only(() => '})(HANDRAIL_FILES)'),
  },
};

/** The guard: a classic script by itself, nothing global, and nothing to install. */
const guard = {
  input: 'dist/quick-exit/guard.define.js',
  plugins,
  output: {
    file: 'dist/handrail-guard.min.js',
    format: 'iife',
    // Nobody debugs the guard on a page whose every byte counts: its map is there, but not announced.
    sourcemap: 'hidden',
    strict: false,
  },
};

export default [guard, script];
