import { renderToString } from 'react-dom/server';
import type { Service } from 'handrail';
import { renderCard } from 'handrail/render.js';
import { Page } from './Page.tsx';

export function render(service: Service, language: string): string {
  const card = renderCard(service, { language, src: '/services.json#haven', headingLevel: 2 });
  return renderToString(<Page card={card} />);
}
