import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const tags = manifest.modules.flatMap(({ declarations }) =>
  declarations.flatMap(({ tagName }) => tagName ?? []),
);

/** On a page that has everything already, a second copy stops before Lit asks for its one policy again. */
const once = `if (${JSON.stringify(tags)}.every((tag) => customElements.get(tag))) {
  console.warn('Handrail: this page loads handrail.min.js twice. The first is in use: remove one of the two tags.');
  return;
}`;

/**
 * A script from another site has no address of its own for an import to start from, unless its tag says
 * `crossorigin`: the tag's address is taken.
 */
const tagged = `const tag = document.currentScript;
const beside = (file) => (tag?.src ? new URL(file, tag.src).href : file);`;

/** Has the script's imports start where the script itself is. */
const fromTag = {
  name: 'from-tag',
  renderDynamicImport: () => ({ left: 'import(beside(', right: '))' }),
};

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

const plugins = [
  templates,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    // `unsafe` stays off: it takes `[a, null].join('')` for a sum, and wrote "null" into the exit's cookie.
    compress: { passes: 3, toplevel: true, unsafe_arrows: true, pure_getters: true },
    mangle: { toplevel: true },
  }),
];

/** Modules that the script fetches from files beside it, on the pages that need them. */
const BESIDE = [
  [/^.*\/locales\/generated\/(?!locale-codes)(\w+)\.js$/, './locales/$1.js'],
  [/^.*\/format-request\/request-form\.js$/, './handrail-format-request.min.js'],
  [/^.*\/quick-exit\/self-check\.js$/, './handrail-self-check.min.js'],
  [/^.*\/service-info\/card-extras\.js$/, './handrail-card-extras.min.js'],
  [/^.*\/element\/adopt\.js$/, './handrail-adopt.min.js'],
];

/** A classic script for a page's script tag: nothing global, and nothing to install. */
const classic = (input, name, intro) => ({
  input: `dist/${input}`,
  plugins: [fromTag, ...plugins],
  external: BESIDE.map(([module]) => module),
  output: {
    file: `dist/${name}.min.js`,
    format: 'iife',
    // Nobody debugs the guard on a page whose every byte counts: its map is there, but not announced.
    sourcemap: name === 'handrail-guard' ? 'hidden' : true,
    strict: name !== 'handrail-guard',
    intro,
    paths: (id) => BESIDE.reduce((path, [module, file]) => path.replace(module, file), id),
  },
});

/** Makes a file that is fetched on demand take Lit and what else is shared from the page's script. */
const sharing = {
  name: 'sharing',
  resolveId: (source, importer) =>
    importer &&
    /^(@lit\/localize|lit)$|\/element\/\w+\.js$|\/(london|bank-holidays|telephone)\.js$/.test(
      source,
    )
      ? '\0shared'
      : null,
  async load(id) {
    if (id !== '\0shared') return null;
    const { exports } = await this.load({ id: resolve('dist/shared.js') });
    return `export const { ${exports.join(', ')} } = globalThis[Symbol.for('handrail')];`;
  },
};

/** A file that handrail.min.js fetches on demand. */
const beside = (input, file) => ({
  input: `dist/${input}`,
  plugins: [sharing, ...plugins],
  output: { file: `dist/${file}`, format: 'es', sourcemap: true },
});

export default [
  classic('script-tag.js', 'handrail', `${once}\n${tagged}`),
  classic('quick-exit/guard.define.js', 'handrail-guard'),
  beside('format-request/request-form.js', 'handrail-format-request.min.js'),
  beside('quick-exit/self-check.js', 'handrail-self-check.min.js'),
  beside('service-info/card-extras.js', 'handrail-card-extras.min.js'),
  beside('element/adopt.js', 'handrail-adopt.min.js'),
  beside('locales/generated/ar.js', 'locales/ar.js'),
  beside('locales/generated/cy.js', 'locales/cy.js'),
];
