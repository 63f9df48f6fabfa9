import { expect } from 'chai';
import { readJsonLd } from '../../src/service-card/json-ld-block.ts';
import type { Service } from '../../src/service/service.ts';
import { toJsonLd } from '../../src/service/to-json-ld.ts';

const service: Service = {
  id: 'riverside',
  name: 'Riverside advice',
  organization: 'Riverside Trust',
  description: '<p>Advice on <b>housing</b> &amp; rent.</p>',
  channels: [
    {
      kind: 'voice',
      value: '0808 157 0123',
      label: 'Helpline',
      schedules: [{ byday: ['SA'], opensAt: '10:00', closesAt: '12:00' }],
    },
    { kind: 'text', value: '07700 900123' },
    { kind: 'website', value: 'https://riverside.example/' },
    { kind: 'email', value: 'hello@riverside.example' },
  ],
  schedules: [
    { byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '17:00', validFrom: '2026-01-01' },
    { byday: ['WE'], opensAt: '09:00', closesAt: '17:00', interval: 2, dtstart: '2026-01-07' },
    { byday: ['TH'] },
  ],
  special: [{ date: '2026-12-25' }, { date: '2026-12-24', opensAt: '09:00', closesAt: '12:00' }],
  eligibility: [{ minimumAge: 16, gender: ['female'], description: 'Women' }],
  places: [
    {
      name: 'Riverside House',
      address: '1 Example Street',
      postcode: 'SE5 9RS',
      latitude: 51.47,
      longitude: -0.09,
    },
    {
      masked: true,
      name: 'Hidden House',
      address: '7 Hidden Walk',
      postcode: 'N1 9GU',
      latitude: 51.53,
      longitude: -0.11,
    },
  ],
  free: true,
  checked: '2026-11-01',
};

interface Written {
  readonly [name: string]: unknown;
  readonly hoursAvailable?: readonly Readonly<Record<string, unknown>>[];
}

const written = (value: Service): Written => JSON.parse(toJsonLd(value)) as Written;

describe('A service as JSON-LD for search engines', () => {
  it('says what schema.org has words for', () => {
    const { description, provider, audience, offers, subjectOf, hoursAvailable } = written(service);
    expect(description).to.equal('Advice on housing & rent.');
    expect(provider).to.deep.include({ '@type': 'Organization', name: 'Riverside Trust' });
    expect(audience).to.deep.equal([
      {
        '@type': 'PeopleAudience',
        requiredMinAge: 16,
        requiredGender: 'female',
        audienceType: 'Women',
      },
    ]);
    expect(offers).to.deep.include({ price: 0 });
    expect(subjectOf).to.deep.equal({ '@type': 'WebPage', lastReviewed: '2026-11-01' });
    expect(hoursAvailable).to.have.length(3);
    expect(hoursAvailable?.[0]).to.deep.equal({
      '@type': 'OpeningHoursSpecification',
      opens: '09:00',
      closes: '17:00',
      dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Tuesday'],
      validFrom: '2026-01-01',
    });
  });

  it('says nothing of hours that it cannot say, or that do not hold for the time being', () => {
    const days = JSON.stringify(written(service).hoursAvailable);
    expect(days).not.to.match(/Wednesday|Thursday/);
    const half = written({
      id: 'a',
      name: 'A',
      special: [{ date: '2026-12-24', opensAt: '09:00' }],
    });
    expect(half.hoursAvailable ?? []).to.deep.equal([]);
    const closed = toJsonLd({ ...service, status: 'temporarily closed' });
    expect(closed).not.to.contain('OpeningHoursSpecification');
  });

  it('writes a whole day as one that ends at 23:59, since equal times would mean that it is shut', () => {
    const { hoursAvailable } = written({
      id: 'a',
      name: 'A',
      schedules: [{ byday: ['MO'], opensAt: '00:00', closesAt: '00:00' }],
    });
    expect(hoursAvailable?.[0]).to.deep.include({ opens: '00:00', closes: '23:59' });
  });

  it('gives of a masked place its outcode and no more', () => {
    const text = toJsonLd(service);
    expect(text).to.contain('"postalCode":"N1"');
    expect(text).not.to.match(/Hidden|9GU|51\.53/);
  });

  it('cannot end the script that it stands in, or start another', () => {
    const text = toJsonLd({
      id: 'a',
      name: '</script><script>alert(1)</script>',
      organization: '<!--<script>',
      description: '5 < 6 \u2028 &lt;/script&gt;',
    });
    expect(text).not.to.match(/[<>&\u2028\u2029]/);
    expect((JSON.parse(text) as { readonly name: string }).name).to.equal(
      '</script><script>alert(1)</script>',
    );
  });

  it('is read back with its ways, its hours and its date', () => {
    const read = readJsonLd(JSON.parse(toJsonLd(service)));
    expect(read?.name).to.equal('Riverside advice');
    expect(read?.organization).to.equal('Riverside Trust');
    expect(read?.checked).to.equal('2026-11-01');
    expect(read?.schedules?.[0]).to.deep.equal(service.schedules?.[0]);
    expect(read?.channels?.slice(0, 3)).to.deep.equal(service.channels?.slice(0, 3));
  });
});

describe('JSON-LD that a page has', () => {
  it('gives a service from a thing, a list or a graph', () => {
    const thing = { '@type': 'Service', name: 'A', telephone: '020 7946 0123' };
    for (const value of [thing, [thing], { '@graph': [{ '@type': 'WebPage' }, thing] }]) {
      expect(readJsonLd(value)).to.deep.equal({
        id: 'record-1',
        name: 'A',
        channels: [{ kind: 'voice', value: '020 7946 0123' }],
      });
    }
  });

  it('gives nothing where no thing has a name', () => {
    for (const value of [undefined, null, 1, 'A', [], {}, { name: ' ' }, [[[]]], { '@graph': 1 }]) {
      expect(readJsonLd(value), JSON.stringify(value)).to.equal(undefined);
    }
  });

  it('reads contact points with their own hours, and days in any of their spellings', () => {
    const read = readJsonLd({
      name: 'A',
      contactPoint: {
        contactType: 'Helpline',
        telephone: '0808 157 0123',
        hoursAvailable: {
          dayOfWeek: ['Monday', 'http://schema.org/Tuesday', 'We'],
          opens: '09:00:00',
          closes: '17:00',
        },
      },
    });
    expect(read?.channels).to.deep.equal([
      {
        kind: 'voice',
        value: '0808 157 0123',
        label: 'Helpline',
        schedules: [{ byday: ['MO', 'TU', 'WE'], opensAt: '09:00', closesAt: '17:00' }],
      },
    ]);
  });
});
