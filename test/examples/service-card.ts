import type { Example } from './example.ts';

const file = '/test/examples/services.json';

/** 10am on a Monday in London. */
const MORNING = '2026-11-23T10:00:00Z';

/** A card at an instant, with an author's own markup in it. */
function card(id: string, fallback: string, now = MORNING, more = '', from = file): string {
  return `<handrail-service-card src="${from}#${id}" now="${now}"${more}>
  <h3>${fallback}</h3>
  <p>Call <a href="tel:02079460123">020 7946 0123</a>.</p>
</handrail-service-card>`;
}

export const serviceCard: readonly Example[] = [
  { name: 'A line that is always open', html: card('always', 'Night and day line') },
  { name: 'An office with hours', html: card('office', 'Riverside advice') },
  {
    name: 'An office that is closed, at night',
    html: card('office', 'Riverside advice', '2026-11-23T22:15:00Z'),
  },
  { name: 'A record nobody has checked for years', html: card('stale', 'Old Mill counselling') },
  {
    name: 'A refuge whose place is masked, with JSON-LD and a number to keep',
    html: card('refuge', 'Lantern House refuge', MORNING, ' json-ld keep'),
  },
  {
    name: 'A service for young people, each way with its own hours',
    html: card('young', 'Open Door', '2026-11-23T16:00:00Z'),
  },
  { name: 'A service with interpreters and relays', html: card('interpreter', 'Many Voices') },
  {
    name: 'A clinic on a bank holiday',
    html: card('holiday', 'Harbour clinic', '2026-12-25T10:00:00Z'),
  },
  { name: 'A service that is not in the file', html: card('nowhere', 'Another service') },
  {
    name: 'A services file that cannot be read',
    html: card('always', 'Night and day line', MORNING, '', '/test/examples/service-card.ts'),
  },
  {
    name: 'A service from a JSON-LD block',
    html: `<handrail-service-card now="${MORNING}">
  <h3>Canal Street advice</h3>
  <script type="application/ld+json">
    {
      "@context": "https://schema.org",
      "@type": "GovernmentService",
      "name": "Canal Street advice",
      "telephone": "020 7946 0166",
      "hoursAvailable": {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": ["Monday", "Tuesday"],
        "opens": "09:00",
        "closes": "17:00"
      },
      "subjectOf": { "@type": "WebPage", "lastReviewed": "2026-11-02" }
    }
  </script>
</handrail-service-card>`,
  },
];
