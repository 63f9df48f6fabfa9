import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { renderCard } from 'handrail/render.js';
import Page from './Page.vue';

export function render(service, language) {
  const card = renderCard(service, { language, src: '/services.json#haven', headingLevel: 2 });
  return renderToString(createSSRApp(Page, { card }));
}
