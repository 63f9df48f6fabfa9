import type { Example } from './example.ts';

const file = '/test/examples/services.json';

/** A card at 10am on a Monday in London. */
function card(id: string, fallback: string): string {
  return `<handrail-service-card src="${file}#${id}" now="2026-11-23T10:00:00Z">
  <h3>${fallback}</h3>
  <p>Call <a href="tel:02079460123">020 7946 0123</a>.</p>
</handrail-service-card>`;
}

export const serviceCard: readonly Example[] = [
  { name: 'A line that is always open', html: card('always', 'Night and day line') },
  { name: 'An office with hours', html: card('office', 'Riverside advice') },
  { name: 'A record nobody has checked for years', html: card('stale', 'Old Mill counselling') },
  { name: 'A service that is not in the file', html: card('nowhere', 'Another service') },
];
