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

/** Every node of a syntax tree, and of the templates within templates. */
function* nodesOf(node) {
  if (typeof node?.type === 'string') yield node;
  if (typeof node === 'object' && node !== null) {
    for (const child of Object.values(node)) yield* nodesOf(child);
  }
}

const SQUEEZE = {
  html: (text) => text.replace(/\s+/g, ' '),
  css: (text) =>
    text
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,]) ?/g, '$1')
      .replace(/: /g, ':')
      .replace(/;}/g, '}'),
};

/** Takes the line breaks and indents out of HTML and CSS templates, which terser leaves as they are. */
const squeezeTemplates = {
  name: 'squeeze-templates',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    const quasis = [...nodesOf(this.parse(code))]
      .filter(({ type, tag }) => type === 'TaggedTemplateExpression' && tag.name in SQUEEZE)
      .flatMap(({ tag, quasi }) => quasi.quasis.map((part) => ({ ...part, tag: tag.name })))
      .sort((a, b) => b.start - a.start);
    let squeezed = code;
    for (const { start, end, tag } of quasis) {
      squeezed =
        squeezed.slice(0, start) + SQUEEZE[tag](code.slice(start, end)) + squeezed.slice(end);
    }
    return { code: squeezed, map: null };
  },
};

const plugins = [
  squeezeTemplates,
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
  extras: /^.*\/card-extras\.js$/,
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
      id
        .replace(ON_DEMAND.translation, './locales/$1')
        .replace(ON_DEMAND.form, `./${FORM}`)
        .replace(ON_DEMAND.extras, './handrail-card-extras.min.js'),
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
  {
    input: 'dist/service-info/card-extras.js',
    plugins,
    output: { file: 'dist/handrail-card-extras.min.js', format: 'es', sourcemap: true },
  },
  language('ar'),
  language('cy'),
];
