import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const tags = manifest.modules.flatMap(({ declarations }) =>
  declarations.flatMap(({ tagName }) => tagName ?? []),
);

/** On a page that has everything already, a second copy stops before Lit asks for its one policy again. */
const once = `if (${JSON.stringify(tags)}.every((tag) => customElements.get(tag))) {
  console.warn('Handrail: this page loads handrail.min.js twice. The first is in use: remove one of the two tags.');
  return;
}`;

/** Takes what a browser ignores out of the HTML and CSS in our templates, which terser leaves alone. */
const templates = {
  name: 'templates',
  transform: (code, id) =>
    id.includes('node_modules') ? null : minifyHTMLLiterals(code, { fileName: id }),
};

const plugins = [
  templates,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { toplevel: true },
  }),
];

/** What a classic script imports while a page is up, rather than bringing it along. */
const ON_DEMAND = {
  translation: /^.*\/locales\/generated\/(?!locale-codes)(.*)$/,
  form: /^.*\/request-form\.js$/,
};
const FORM = 'handrail-format-request.min.js';

/** The names that handrail.min.js hands to the files that it loads, as script-tag.ts lists them. */
const [, shared] = /shared = \{([^}]*)\}/.exec(readFileSync('dist/script-tag.js', 'utf8')) ?? [];
const sharedNames = shared.split(',').map((entry) => entry.split(':')[0].trim());

/** Takes Lit and what else is shared from the page's handrail.min.js. */
const fromHandrail = {
  name: 'from-handrail',
  resolveId: (source) =>
    /^(@lit\/localize|lit)$|\/element\/\w+\.js$/.test(source) ? '\0handrail' : null,
  load: (id) =>
    id === '\0handrail'
      ? `export const { ${sharedNames.join(', ')} } = globalThis[Symbol.for('handrail')];`
      : null,
};

/** A classic script for a page's script tag: one file, nothing global. */
const classic = (input, name, intro) => ({
  input: `dist/${input}`,
  plugins,
  // Translations and the request form stay beside the script, and are fetched only where they are needed.
  external: Object.values(ON_DEMAND),
  output: {
    file: `dist/${name}.min.js`,
    format: 'iife',
    sourcemap: true,
    intro,
    paths: (id) =>
      id.replace(ON_DEMAND.translation, './locales/$1').replace(ON_DEMAND.form, `./${FORM}`),
  },
});

/** One language's translations, fetched by the script tag on pages in that language. */
const language = (code) => ({
  input: `dist/locales/generated/${code}.js`,
  plugins,
  output: { file: `dist/locales/${code}.js`, format: 'es', sourcemap: true },
});

export default [
  classic('script-tag.js', 'handrail', once),
  classic('quick-exit/guard.define.js', 'handrail-guard'),
  {
    input: 'dist/format-request/request-form.js',
    plugins: [fromHandrail, ...plugins],
    output: { file: `dist/${FORM}`, format: 'es', sourcemap: true },
  },
  language('ar'),
  language('cy'),
];
