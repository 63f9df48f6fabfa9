import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import MagicString from 'magic-string';
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

const shortCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*([{};,])\s*/g, '$1')
    .replace(/;}/g, '}')
    .replace(/: /g, ':');

/**
 * Takes the indentation out of CSS and HTML templates, which a minifier of JavaScript must leave alone.
 * A line break and the spaces around it mean no more than one space to either of them.
 */
const templates = {
  name: 'templates',
  transform(code, id) {
    if (!id.includes('/dist/')) return null;
    const text = new MagicString(code);
    const visit = (node) => {
      if (node.type === 'TaggedTemplateExpression' && /^(css|html)$/.test(node.tag.name)) {
        for (const { start, end } of node.quasi.quasis) {
          const written = code.slice(start, end);
          const short = (node.tag.name === 'css' ? shortCss(written) : written).replace(
            /\s*\n\s*/g,
            ' ',
          );
          if (short !== written) text.overwrite(start, end, short);
        }
      }
      for (const child of Object.values(node).flat()) {
        if (typeof child?.type === 'string') visit(child);
      }
    };
    visit(this.parse(code));
    return { code: text.toString(), map: text.generateMap({ hires: true }) };
  },
};

const decorators = {
  name: 'decorators',
  resolveId: (id) =>
    id === 'lit/decorators.js' ? { id: resolve('scripts/decorators.js'), external: false } : null,
  transform: (code) =>
    code.includes('var __decorate =')
      ? {
          code: code.replace(
            /var __decorate =[^]*?\n};\n/,
            `import { __decorate } from 'lit/decorators.js';\n`,
          ),
          map: null,
        }
      : null,
};

const plugins = [
  decorators,
  templates,
  nodeResolve({ exportConditions: ['production', 'default', 'module', 'import'] }),
  terser({
    ecma: 2020,
    module: false,
    compress: {
      passes: 4,
      ecma: 2022,
      unsafe_arrows: true,
      unsafe: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
    },
    mangle: { toplevel: true },
  }),
];

/** A classic script for a page's script tag: one file, nothing global. */
const classic = (input, name, intro) => ({
  input: `dist/${input}`,
  plugins,
  // Translations stay beside the script, and are fetched only on a page in their language.
  external: /locales\/generated\/(?!locale-codes)|card-extras/,
  output: {
    file: `dist/${name}.min.js`,
    format: 'iife',
    sourcemap: true,
    intro,
    paths: (id) =>
      id.replace(/^.*\/(generated|service-info)\//, (_, folder) =>
        folder === 'generated' ? './locales/' : './',
      ),
  },
});

/** What a card fetches where its text has markup, or a page has it read or write JSON-LD. */
const cardExtras = {
  input: 'dist/service-info/card-extras.js',
  plugins,
  output: { file: 'dist/card-extras.js', format: 'es', sourcemap: true },
};

/** One language's translations, fetched by the script tag on pages in that language. */
const language = (code) => ({
  input: `dist/locales/generated/${code}.js`,
  plugins,
  output: { file: `dist/locales/${code}.js`, format: 'es', sourcemap: true },
});

export default [
  classic('script-tag.js', 'handrail', once),
  classic('quick-exit/guard.define.js', 'handrail-guard'),
  cardExtras,
  language('ar'),
  language('cy'),
];
