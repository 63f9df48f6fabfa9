import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const plugins = [
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { toplevel: true },
  }),
];

/** A classic script for a page's script tag: one file, nothing global. */
const classic = (input, name) => ({
  input: `dist/${input}`,
  plugins,
  // Translations stay beside the script, and are fetched only on a page in their language.
  external: /locales\/generated\/(?!locale-codes)/,
  output: {
    file: `dist/${name}.min.js`,
    format: 'iife',
    sourcemap: true,
    paths: (id) => id.replace(/^.*\/generated\//, './locales/'),
  },
});

/** One language's translations, fetched by the script tag on pages in that language. */
const language = (code) => ({
  input: `dist/locales/generated/${code}.js`,
  plugins,
  output: { file: `dist/locales/${code}.js`, format: 'es', sourcemap: true },
});

export default [
  classic('script-tag.js', 'handrail'),
  classic('quick-exit/guard.define.js', 'handrail-guard'),
  language('ar'),
  language('cy'),
];
