import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { renderCard } from 'handrail/render.js';
import { compile } from 'svelte/compiler';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const svelte = {
  name: 'svelte',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id }).js : null),
};

/** Writes the page, with the card that it has before any script. */
const html = {
  name: 'html',
  writeBundle() {
    const [service] = JSON.parse(readFileSync(here('public/services.json'), 'utf8')).services;
    const card = renderCard(service, { src: '/services.json#haven', headingLevel: 2 });
    const page = readFileSync(here('index.html'), 'utf8').replace('<!-- card -->', card);
    writeFileSync(here('dist/index.html'), page);
    cpSync(here('public'), here('dist'), { recursive: true });
  },
};

export default {
  input: here('src/main.js'),
  output: { dir: here('dist'), format: 'es' },
  plugins: [nodeResolve({ browser: true, exportConditions: ['browser'] }), svelte, html],
};
