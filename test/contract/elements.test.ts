import { expect } from '@open-wc/testing';
import { formatRequest } from '../examples/format-request.ts';
import { quickExit } from '../examples/quick-exit.ts';
import { serviceCard } from '../examples/service-card.ts';
import { contract } from './contract.ts';
import { Host } from './host.ts';

contract({ tag: 'handrail-quick-exit', examples: quickExit, printed: false });
contract({ tag: 'handrail-format-request', examples: formatRequest, printed: true });
contract({
  tag: 'handrail-service-card',
  examples: serviceCard,
  printed: true,
  requests: ['/test/examples/services.json'],
});

describe('<handrail-service-card json-ld> on a strict page', () => {
  it('writes its data for search engines, and breaks neither the content policy nor Trusted Types', async () => {
    const host = await Host.open();
    const example = serviceCard.find(({ html }) => html.includes('json-ld'));
    if (!example) throw new Error('No example writes JSON-LD.');
    const card = await host.show(example, 'handrail-service-card');
    const block = card.querySelector('script[type="application/ld+json"]');
    expect(JSON.parse(block?.textContent ?? '""')).to.have.property('@context');
    expect(host.window.record.faults).to.deep.equal([]);
    await host.close();
  });
});
