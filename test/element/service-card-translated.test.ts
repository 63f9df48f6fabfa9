import { expect } from '@open-wc/testing';
import { show } from './service-card.helper.ts';
import { startTranslating, stopTranslating, translated } from './translated-page.ts';

const OFFICE = [
  { byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '09:00', closesAt: '17:00' },
] as const;
const NIGHT = [{ byday: ['MO'], opensAt: '18:00', closesAt: '23:00' }] as const;

const SERVICE = {
  channels: [
    { kind: 'voice', label: 'By day', value: '020 7946 0111', schedules: OFFICE },
    { kind: 'voice', label: 'By night', value: '0808 157 0122', schedules: NIGHT },
  ],
} as const;

/** The ways to reach the service, in order: what is read, and what is rung. */
const ways = (card: Element): [string, string | null | undefined][] =>
  [...card.querySelectorAll('.handrail-card-way')].map((way) => [
    translated(way),
    way.querySelector('a')?.getAttribute('href'),
  ]);

describe('A service card on a page that the browser translates', () => {
  afterEach(stopTranslating);

  it('says who answers as time goes by, each beside its own number', async () => {
    const card = await show(SERVICE);
    startTranslating(card);
    card.now = '2026-11-23T20:00:00Z';
    await card.updateComplete;
    const [first, second] = ways(card);
    expect(first?.[0]).to.match(/^By night 0808 157 0122.*Open now/);
    expect(first?.[1]).to.equal('tel:08081570122');
    expect(second?.[0]).to.match(/^By day 020 7946 0111.*Closed/);
    expect(second?.[1]).to.equal('tel:+442079460111');
  });

  it('says that it has closed', async () => {
    const card = await show({ schedules: OFFICE });
    startTranslating(card);
    card.now = '2026-11-23T20:00:00Z';
    await card.updateComplete;
    expect(translated(card)).to.contain('Closed').and.not.to.contain('Open now');
  });

  it('keeps the focus on the number that somebody is at', async () => {
    const card = await show(SERVICE);
    const day = card.querySelector<HTMLElement>('.handrail-card-way a');
    day?.focus();
    card.now = '2026-11-23T20:00:00Z';
    await card.updateComplete;
    expect(document.activeElement?.getAttribute('href')).to.equal('tel:+442079460111');
  });

  it('has nothing left of a service that another has taken the place of', async () => {
    const card = await show(SERVICE);
    startTranslating(card);
    card.service = {
      id: 'b',
      name: 'Another service',
      description: 'Another description.',
      channels: [{ kind: 'voice', label: 'All day', value: '020 7946 0133' }],
    };
    await card.updateComplete;
    expect(translated(card)).to.contain('Another service');
    expect(translated(card)).not.to.match(/By day|0111|A service/);
    expect(ways(card).map(([, href]) => href)).to.deep.equal(['tel:+442079460133']);
  });
});
