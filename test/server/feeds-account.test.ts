import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFeed } from '../../src/feeds/index.ts';

const OPTIONS = { now: new Date('2026-11-28T12:00:00Z') };

/** A shape: a record, and what it gives: the source's field, ours, and the value. */
interface Shape {
  readonly kind: string;
  readonly value: unknown;
  readonly gives: readonly (readonly [source: string, ours: string, value: unknown])[];
  /** Fields that are left out on purpose. */
  readonly ignored?: readonly string[];
}

const span = (opens: string, closes: string): object => ({ opens, closes });

/** Shapes of feeds, one record each, as their publishers write them. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'a GP practice of the NHS’s ETL': {
    kind: 'nhs-etl',
    value: {
      _id: 1,
      name: 'Example practice',
      odsCode: 'J00001',
      address: { addressLines: ['1 High Street', 'Marshwell'], postcode: 'SE5 9RS' },
      location: { type: 'Point', coordinates: [-0.09, 51.47] },
      contact: {
        website: 'https://practice.example',
        telephone: '020 7946 0123',
        email: 'desk@practice.example',
      },
      openingTimes: {
        reception: {
          sunday: [],
          monday: [span('08:00', '18:30')],
          tuesday: [span('08:00', '12:00')],
        },
        alterations: { '2026-12-25': [], '2026-12-24': [span('08:00', '12:00')] },
      },
      acceptingNewPatients: true,
      facilities: { accessibility: [{ name: 'Step free access', exists: 'Yes' }] },
      doctors: ['Dr A Example'],
    },
    gives: [
      ['contact.telephone', 'channels.0.value', '020 7946 0123'],
      ['contact.email', 'channels.1.value', 'desk@practice.example'],
      ['contact.website', 'channels.2.value', 'https://practice.example'],
      ['openingTimes.reception.monday[].opens', 'schedules.0.opensAt', '08:00'],
      ['openingTimes.reception.tuesday[].closes', 'schedules.1.closesAt', '12:00'],
      ['openingTimes.alterations.2026-12-24[].closes', 'special.1.closesAt', '12:00'],
      ['address.postcode', 'places.0.postcode', 'SE5 9RS'],
      ['location.coordinates[]', 'places.0.latitude', 51.47],
      ['acceptingNewPatients', 'wait.accepting', true],
      ['facilities.accessibility[].exists', 'places.0.access.stepFree', true],
    ],
    ignored: ['_id', 'odsCode', 'location.type', 'doctors[]'],
  },
  'a pharmacy of the NHS’s ETL': {
    kind: 'nhs-etl',
    value: {
      identifierType: 'Pharmacy Contract',
      identifier: 'FX001',
      name: 'Example pharmacy',
      contacts: {
        telephoneNumber: '020 7946 0144',
        additionalContacts: [{ name: 'Out of hours', telephoneNumber: '020 7946 0155' }],
      },
      openingTimes: { general: { friday: [span('09:00', '17:00')], saturday: [] } },
      address: { line1: '9 High Street', postcode: 'SE5 9RS' },
    },
    gives: [
      ['contacts.telephoneNumber', 'channels.0.value', '020 7946 0144'],
      ['contacts.additionalContacts[].telephoneNumber', 'channels.1.value', '020 7946 0155'],
      ['contacts.additionalContacts[].name', 'channels.1.label', 'Out of hours'],
      ['openingTimes.general.friday[].closes', 'schedules.0.closesAt', '17:00'],
      ['address.line1', 'places.0.address', '9 High Street'],
    ],
    ignored: ['identifierType'],
  },
  'Hackney’s service list': {
    kind: 'hackney',
    value: {
      id: 1,
      name: 'Example advice',
      contact: {
        telephone: '020 7946 0123',
        email: 'a@advice.example',
        website: 'https://a.example',
      },
      demographic: [{ id: 5, name: 'Young people', vocabulary: 'demographic' }],
      locations: [{ address1: '1 High Street', city: 'London', postalCode: 'E8 1EA', uprn: 1 }],
      organization: { id: 10, name: 'Example Trust', status: 'published' },
      referral: { website: 'https://a.example/refer' },
      social: { facebook: 'https://social.example/a' },
      status: { status: 'published' },
    },
    gives: [
      ['contact.telephone', 'channels.0.value', '020 7946 0123'],
      ['demographic[].name', 'categories.0.name', 'Young people'],
      ['locations[].address1', 'places.0.address', '1 High Street, London'],
      ['locations[].postalCode', 'places.0.postcode', 'E8 1EA'],
      ['organization.name', 'organization', 'Example Trust'],
      ['referral.website', 'referral.0.value', 'https://a.example/refer'],
      ['status.status', 'status', 'active'],
    ],
    ignored: ['social.facebook', 'locations[].uprn', 'organization.status'],
  },
  'HSDS by place': {
    kind: 'oruk',
    value: {
      contents: [
        {
          id: 'x',
          service: { id: 'a', name: 'Example advice', phones: ['020 7946 0123'] },
          location: { id: 'l', name: 'North house', addresses: [{ address_1: '1 High Street' }] },
          schedules: [{ byday: 'MO', freq: 'WEEKLY', opens_at: '09:00', closes_at: '17:00' }],
        },
      ],
    },
    gives: [
      ['name', 'name', 'Example advice'],
      ['phones[]', 'channels.0.value', '020 7946 0123'],
      ['service_at_locations[].location.name', 'places.0.name', 'North house'],
      ['service_at_locations[].schedules[].opens_at', 'places.0.schedules.0.opensAt', '09:00'],
    ],
  },
  'HSDS by organisation': {
    kind: 'hsds',
    value: {
      id: 'o',
      name: 'Example Trust',
      services: [{ id: 'a', name: 'Example advice', phones: [{ number: '020 7946 0123' }] }],
    },
    gives: [
      ['organization.name', 'organization', 'Example Trust'],
      ['phones[].number', 'channels.0.value', '020 7946 0123'],
    ],
  },
  'Outpost with a day’s number and a lone "week"': {
    kind: 'outpost',
    value: {
      content: [
        {
          id: 1,
          name: 'Example playtime',
          organisation: { name: 'Example' },
          contacts: [{ phone: 'tel:+442079460123;ext=12' }],
          regular_schedules: [
            { weekday: 4, opens_at: '09:30', closes_at: '10:30', freq: 'week', interval: 1 },
            {
              weekday: 0,
              opens_at: '11:00',
              closes_at: '12:00',
              freq: 'week',
              timezone: 'Europe/London',
            },
          ],
        },
      ],
    },
    gives: [
      ['regular_schedules[].weekday', 'schedules.0.byday.0', 'TH'],
      ['regular_schedules[].weekday', 'schedules.1.byday.0', 'SU'],
      ['regular_schedules[].opens_at', 'schedules.0.opensAt', '09:30'],
      ['contacts[].phone', 'channels.0.value', '+442079460123 ext 12'],
    ],
  },
};

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (Object(part) as Record<string, unknown>)[name], value);
}

describe('Every field of a record is accounted for', () => {
  for (const [name, { kind, value, gives, ignored = [] }] of Object.entries(SHAPES)) {
    test(name, () => {
      const { kind: found, services, account } = readFeed(value, OPTIONS);
      assert.equal(found, kind);
      assert.equal(services.length, 1);
      for (const [source, ours, expected] of gives) {
        assert.equal(valueAt(services[0], ours), expected, `${source} → ${ours}`);
        assert.equal(account.find(({ field }) => field === source)?.use, 'read', source);
      }
      const unread = account.filter(({ use }) => use === 'unread').map(({ field }) => field);
      assert.deepEqual(unread, []);
      for (const field of ignored) {
        assert.equal(account.find((one) => one.field === field)?.use, 'ignored', field);
      }
    });
  }

  test('what nobody read is named, in how many records, and first', () => {
    const row = (id: string, more: object) => ({
      id,
      name: id,
      phones: ['020 7946 0123'],
      ...more,
    });
    const { account } = readFeed([
      row('a', { odd: 1 }),
      row('b', { odd: '' }),
      row('c', { odd: 2 }),
    ]);
    assert.deepEqual(account[0], { field: 'odd', records: 2, use: 'unread' });
  });

  test('times of another zone are left out, and said to be', () => {
    const schedules = [
      {
        byday: 'MO',
        freq: 'WEEKLY',
        opens_at: '09:00',
        closes_at: '17:00',
        timezone: 'America/New_York',
      },
    ];
    const { services, problems } = readFeed({ id: 'a', name: 'A', schedules });
    assert.deepEqual(services[0]?.schedules, [{ byday: ['MO'] }]);
    assert.match(problems.map(({ done }) => done).join(), /not in London’s time zone/);
  });
});
