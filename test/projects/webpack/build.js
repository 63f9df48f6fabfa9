import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderCard, styles } from 'handrail/render.js';
import webpack from 'webpack';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

webpack(
  {
    mode: 'production',
    context: here('.'),
    entry: './src/main.js',
    // `output.publicPath` is left as it is, `auto`: pieces are looked for beside the script.
    output: { path: here('dist/assets'), filename: '[name].js', chunkFilename: '[contenthash].js' },
    optimization: { splitChunks: { chunks: 'all', minSize: 2000 } },
  },
  (error, stats) => {
    if (error) throw error;
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    const scripts = [...stats.compilation.entrypoints.get('main').getFiles()]
      .map((file) => `<script defer src="/assets/${file}"></script>`)
      .join('');
    const [service] = JSON.parse(readFileSync(here('public/services.json'), 'utf8')).services;
    const page = readFileSync(here('index.html'), 'utf8')
      .replace('<!-- scripts -->', scripts)
      .replace('<!-- styles -->', `<style>${styles}</style>`)
      .replace(
        '<!-- card -->',
        renderCard(service, { src: '/services.json#haven', headingLevel: 2 }),
      );
    writeFileSync(here('dist/index.html'), page);
    cpSync(here('public'), here('dist'), { recursive: true });
  },
);
