import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
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

/** Style sheets are written to be read; what a page loads has no comments and no indentation. */
const smallStyles = {
  name: 'small-styles',
  transform: (code, id) =>
    id.endsWith('.styles.js')
      ? code.replace(/css `[^`]*`/g, (styles) =>
          styles
            .replace(/\/\*.*?\*\//gs, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/([\w-]): (?=[^{};]*[;}])/g, '$1:')
            .replaceAll(';}', '}'),
        )
      : null,
};

const plugins = [
  smallStyles,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { toplevel: true },
  }),
];

/** A classic script for a page's script tag: one file, nothing global. */
const classic = (input, name, intro) => ({
  input: `dist/${input}`,
  plugins,
  // What few pages need stays beside the script, and is fetched there: a translation on a page in its
  // language, the quick exit's self-check on an author's own machine.
  external: /locales\/generated\/(?!locale-codes)|self-check/,
  output: {
    file: `dist/${name}.min.js`,
    format: 'iife',
    // Nobody debugs the guard on a page whose every byte counts: its map is there, but not announced.
    sourcemap: name === 'handrail-guard' ? 'hidden' : true,
    strict: name !== 'handrail-guard',
    intro,
    paths: (id) => id.replace(/^.*\/generated\//, './locales/').replace(/^.*\/quick-exit\//, './'),
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
    input: 'dist/quick-exit/self-check.js',
    plugins,
    output: { file: 'dist/self-check.js', format: 'es', sourcemap: true },
  },
  language('ar'),
  language('cy'),
];
