import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderCard, styles } from 'handrail/render.js';

const services = new URL('public/services.json', import.meta.url);
const dist = new URL('.', import.meta.resolve('handrail/handrail.min.js'));

/** Copies the folder of the script's files, and draws the card that the page has before any script. */
const handrail = {
  name: 'handrail',
  transformIndexHtml(html) {
    const [service] = JSON.parse(readFileSync(services, 'utf8')).services;
    const card = renderCard(service, { src: '/services.json#haven', headingLevel: 2 });
    return html
      .replace('<!-- styles -->', `<style>${styles}</style>`)
      .replace('<!-- card -->', card);
  },
  closeBundle() {
    cpSync(dist, fileURLToPath(new URL('dist/handrail', import.meta.url)), { recursive: true });
  },
};

// How long a slow machine takes is no fault of the build's.
const build = { rolldownOptions: { checks: { pluginTimings: false } } };

export default { logLevel: 'warn', build, plugins: [handrail] };
