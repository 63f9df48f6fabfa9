import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { readFeed } from '../../src/feeds/index.ts';
import type { FeedKind, FeedResult } from '../../src/feeds/index.ts';
import type { Service } from '../../src/service/service.ts';

const now = new Date('2026-11-23T12:00:00Z');

async function read(name: string): Promise<FeedResult & { readonly kind: FeedKind }> {
  const file = new URL(`../examples/feeds/${name}.json`, import.meta.url);
  return readFeed(JSON.parse(await readFile(file, 'utf8')), { now });
}

/** One service of an example, by its place. */
async function service(name: string, index = 0): Promise<Service> {
  const found = (await read(name)).services[index];
  assert.ok(found);
  return found;
}

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'];

describe('Every kind of feed', () => {
  for (const [name, kind, records] of [
    ['oruk-3', 'oruk', 2],
    ['oruk-1', 'oruk', 1],
    ['hsds-3', 'hsds', 1],
    ['outpost', 'outpost', 3],
    ['nhs', 'nhs', 2],
    ['fhir', 'fhir', 2],
    ['schema-org', 'json-ld', 2],
  ] as const) {
    it(`is known by its shape and keeps every service: ${name}`, async () => {
      const feed = await read(name);
      assert.equal(feed.kind, kind);
      assert.equal(feed.records, records);
      assert.equal(feed.services.length, records);
    });
  }
});

describe('A feed of Open Referral UK 3', () => {
  it('gives its hours at the place as London time, and says that it passed over the Z', async () => {
    const { services, problems } = await read('oruk-3');
    assert.deepEqual(services[0]?.places?.[0]?.schedules, [
      { byday: WEEK, opensAt: '09:00', closesAt: '17:00' },
      {
        byday: ['-1SA'],
        opensAt: '10:00',
        closesAt: '12:00',
        freq: 'MONTHLY',
        dtstart: '2026-01-31',
      },
    ]);
    assert.ok(
      problems.some(
        ({ field, kind }) => field.endsWith('schedules[0].opens_at') && kind === 'note',
      ),
    );
  });

  it('has its access facts read sentence by sentence, and no fact where a sentence says no', async () => {
    assert.deepEqual((await service('oruk-3')).places?.[0]?.access, {
      stepFree: true,
      accessibleToilet: true,
      description: 'Step-free access. No hearing loop. · Accessible toilet',
    });
  });

  it('may say in x_ fields what the standard has no room for', async () => {
    const { channels, safety } = await service('oruk-3');
    assert.deepEqual(channels?.[0], {
      kind: 'voice',
      value: '0808 157 0123',
      label: 'Helpline',
      primary: true,
      privacy: { showsOnBill: false, recorded: false },
    });
    assert.deepEqual(safety, {
      policeRequired: false,
      confidentialityLimits: 'We tell somebody if a child is in danger.',
      safeToText: true,
    });
  });

  it('keeps the code of the borough that it serves', async () => {
    assert.deepEqual((await service('oruk-3')).areas, [{ name: 'Southwark', code: 'E09000028' }]);
  });

  it('loses neither service where two ages cannot both hold, and neither age is shown', async () => {
    const { services, problems } = await read('oruk-3');
    assert.equal(services[1]?.eligibility, undefined);
    assert.ok(problems.some(({ field, read: text }) => field === 'minimum_age' && text === '30'));
  });

  it('never says where a masked place is, in its services or in its problems', async () => {
    const feed = await read('oruk-3');
    assert.deepEqual(feed.services[1]?.places, [{ masked: true, postcode: 'N1' }]);
    assert.doesNotMatch(JSON.stringify(feed), /Hidden|9GU/);
  });
});

describe('A feed of Open Referral UK 1', () => {
  it('gives a rule for each group of people', async () => {
    assert.deepEqual((await service('oruk-1')).eligibility, [
      { minimumAge: 11, maximumAge: 17, description: 'Young people' },
      { minimumAge: 8, maximumAge: 25, description: 'Young carers' },
    ]);
  });

  it('keeps hours of every second week with the day they count from, and its holidays', async () => {
    const { schedules, special } = await service('oruk-1');
    assert.deepEqual(schedules, [
      { byday: ['TH'], opensAt: '16:00', closesAt: '18:30', interval: 2, dtstart: '2026-09-03' },
    ]);
    assert.deepEqual(special, [
      { date: '2026-12-24' },
      { date: '2026-12-25' },
      { date: '2026-12-26' },
      { date: '2026-12-31', opensAt: '10:00', closesAt: '12:00' },
    ]);
  });

  it('has a latitude and a longitude that changed places put right, and says so', async () => {
    const { services, problems } = await read('oruk-1');
    const place = services[0]?.places?.[0];
    assert.deepEqual(
      [place?.latitude, place?.longitude, place?.postcode],
      [51.539, -0.142, 'NW1 7AB'],
    );
    assert.ok(problems.some(({ field }) => field.endsWith('.latitude')));
  });

  it('gives a scheme to a website that has none, and leaves out what is no email address', async () => {
    const { services, problems } = await read('oruk-1');
    const ways = services[0]?.channels?.map(({ kind, value }) => [kind, value]);
    assert.deepEqual(ways, [
      ['voice', '020 7946 0155'],
      ['website', 'https://lantern.example/join'],
    ]);
    assert.ok(
      problems.some(({ field, read: text }) => field === 'email' && text.includes('email-lantern')),
    );
  });

  it('labels a phone by what it is for, and never by the name of a person', async () => {
    const one = await service('oruk-1');
    assert.equal(one.channels?.[0]?.label, 'Youth worker');
    assert.doesNotMatch(JSON.stringify(one), /Pat/);
  });
});

describe('A feed of HSDS 3', () => {
  it('gives its numbers, with texts apart, and leaves out the fax', async () => {
    const { channels } = await service('hsds-3');
    assert.deepEqual(channels, [
      {
        kind: 'voice',
        value: '+44 20 7946 0177',
        label: 'Main line, extension 12',
        languages: [{ code: 'ur', name: 'Urdu' }],
      },
      { kind: 'text', value: '07700 900123' },
      { kind: 'voice', value: '0808 157 0199', label: 'Day and night', owner: 'organization' },
    ]);
  });

  it('keeps a row whose days or times cannot be read, so that nobody says "closed"', async () => {
    assert.deepEqual((await service('hsds-3')).schedules, [
      { byday: ['MO', 'WE'], opensAt: '09:00', closesAt: '12:00' },
      { byday: ['FR'], opensAt: '22:00', closesAt: '02:00' },
      { opensAt: '10:00', closesAt: '11:00' },
      { byday: ['TU'], closesAt: '19:00' },
    ]);
  });

  it('reads how to come, what to bring, what it costs and how long the wait is', async () => {
    const {
      referral,
      requiredDocuments,
      cost,
      free,
      costOptions,
      wait,
      eligibility,
      interpreters,
    } = await service('hsds-3');
    assert.deepEqual(referral, [{ description: 'Ring, or ask your GP to write to us.' }]);
    assert.deepEqual(requiredDocuments, ['A letter with your address']);
    assert.deepEqual([cost, free], ['Free of charge', true]);
    assert.deepEqual(costOptions, [
      { description: 'Groups', amount: 5, currency: 'GBP', per: 'a session' },
    ]);
    assert.deepEqual(wait, { description: 'About 3 weeks' });
    assert.deepEqual(eligibility, [{ minimumAge: 16, description: 'Anyone who lives in London' }]);
    assert.deepEqual(interpreters, { description: 'Interpreters by phone in any language' });
  });

  it('was checked on the day that London had at its instant', async () => {
    assert.equal((await service('hsds-3')).checked, '2026-07-01');
  });
});

describe('A feed of Outpost', () => {
  it('splits two whole numbers, and keeps numbers with names as they stand', async () => {
    const { channels } = await service('outpost');
    assert.deepEqual(
      channels?.filter(({ kind }) => kind === 'voice').map(({ value }) => value),
      ['07700 900456', '020 7946 0166', '7946 0167 Sam, 7946 0168 Kim'],
    );
  });

  it('shows the routes apart where a referral is needed', async () => {
    assert.deepEqual((await service('outpost')).referral, [
      { by: 'professional', value: 'https://play.example/refer' },
      { by: 'self', accepted: false },
    ]);
  });

  it('knows that 0 is an age', async () => {
    assert.deepEqual((await service('outpost')).eligibility, [{ minimumAge: 0, maximumAge: 5 }]);
  });

  it('gives a second record with the same id another one', async () => {
    assert.deepEqual(
      (await read('outpost')).services.map(({ id }) => id),
      ['41', '42', '41-2'],
    );
  });

  it('calls a service without a name after its organisation, and says so', async () => {
    const { services, problems } = await read('outpost');
    assert.equal(services[2]?.name, 'Third Example');
    assert.ok(problems.some(({ record, field }) => record === '41-2' && field === 'name'));
  });

  it('never says where a masked place is, and keeps what it has for people with access needs', async () => {
    const feed = await read('outpost');
    assert.deepEqual(feed.services[1]?.places, [
      { masked: true, postcode: 'N1', access: { lift: true } },
    ]);
    assert.doesNotMatch(JSON.stringify(feed), /Hidden|9GU|51\.53/);
  });
});

describe('An answer of the NHS', () => {
  it('gives breaks, a whole day, a closed day and a day of unknown hours as what they are', async () => {
    const { schedules } = await service('nhs');
    assert.deepEqual(schedules, [
      { byday: ['MO'], opensAt: '09:00', closesAt: '13:00' },
      { byday: ['MO'], opensAt: '14:00', closesAt: '17:30' },
      { byday: ['TU'], opensAt: '00:00', closesAt: '23:59' },
      { byday: ['TH'] },
      { byday: ['FR'], opensAt: '09:00', closesAt: '17:00' },
    ]);
  });

  it('gives the days that differ, and knows nothing of one whose hours cannot be read', async () => {
    assert.deepEqual((await service('nhs')).special, [
      { date: '2026-12-25' },
      { date: '2027-01-01', opensAt: '10:00', closesAt: '14:00' },
      { date: '2026-12-28', opensAt: '00:00' },
    ]);
  });

  it('loses the line breaks and spaces round a number, and says so', async () => {
    const { services, problems } = await read('nhs');
    assert.deepEqual(services[0]?.channels?.[0], { kind: 'voice', value: '020 7946 0188' });
    assert.ok(problems.some(({ field }) => field === 'Contacts[0].ContactValue'));
  });

  it('is read where hours and contacts are JSON in a text', async () => {
    const { schedules, channels, status, eligibility } = await service('nhs', 1);
    assert.deepEqual(schedules, [{ byday: ['SU'], opensAt: '10:30', closesAt: '16:30' }]);
    assert.deepEqual(channels, [{ kind: 'voice', value: '02079460111' }]);
    assert.equal(status, 'inactive');
    assert.deepEqual(eligibility, [{ minimumAge: 13, maximumAge: 24 }]);
  });

  it('reads HTML that was escaped twice', async () => {
    assert.equal((await service('nhs', 1)).description, 'Walk in.');
  });

  it('says no as well as yes of what a place has', async () => {
    assert.deepEqual((await service('nhs')).places?.[0]?.access, {
      stepFree: true,
      hearingLoop: false,
    });
  });
});

describe('A bundle of FHIR', () => {
  it('gives the place and the organisation that a service names', async () => {
    const { places, organization } = await service('fhir');
    assert.equal(organization, 'Example NHS Trust');
    assert.deepEqual(places, [
      {
        name: 'Example Health Centre',
        address: '2 Example Square, London',
        postcode: 'EC1A 1BB',
        latitude: 51.52,
        longitude: -0.1,
      },
    ]);
  });

  it('gives its hours and the days on which it is shut', async () => {
    const { schedules, special, hoursDescription } = await service('fhir');
    assert.deepEqual(schedules, [
      { byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '17:00' },
      { byday: ['SA'], opensAt: '00:00', closesAt: '24:00' },
    ]);
    assert.deepEqual(special, [{ date: '2026-12-25' }, { date: '2026-12-26' }]);
    assert.equal(hoursDescription, 'Shut on public holidays. Christmas.');
  });

  it('reads hours of release 5, and keeps a row whose time cannot be read', async () => {
    const { schedules, status } = await service('fhir', 1);
    assert.deepEqual(schedules, [{ byday: ['WE'], closesAt: '12:00' }]);
    assert.equal(status, 'inactive');
  });
});

describe('JSON-LD of schema.org', () => {
  it('gives each way with its own hours and languages, and no address that would run a script', async () => {
    assert.deepEqual((await service('schema-org')).channels, [
      {
        kind: 'voice',
        value: '020 7946 0101',
        label: 'Helpline',
        languages: [{ code: 'en' }, { code: 'bn', name: 'Bengali' }],
        schedules: [{ byday: ['MO', 'TU'], opensAt: '09:00', closesAt: '17:00' }],
      },
      { kind: 'text', value: '07700 900321' },
      { kind: 'voice', value: '020 7946 0100', owner: 'organization' },
    ]);
  });

  it('reads short hours, long hours and days of their own', async () => {
    assert.deepEqual((await service('schema-org')).schedules, [
      { byday: WEEK, opensAt: '09:00', closesAt: '17:00' },
    ]);
    const clinic = await service('schema-org', 1);
    assert.deepEqual(clinic.schedules, [{ byday: ['FR'], opensAt: '08:00', closesAt: '20:00' }]);
    assert.deepEqual(clinic.special, [{ date: '2026-12-25' }]);
  });
});

describe('A feed that is no feed', () => {
  for (const value of [null, true, 0, 'services', undefined, { error: 'Not found' }]) {
    it(`gives no service and one sentence: ${JSON.stringify(value)}`, () => {
      const { services, problems } = readFeed(value);
      assert.deepEqual(services, []);
      assert.equal(problems.length, 1);
    });
  }

  it('may have no services, which is no fault', () => {
    assert.deepEqual(readFeed({ contents: [], empty: true }).problems, []);
  });

  it('keeps the records round one that is no record', () => {
    const feed = readFeed([{ id: 'a', name: 'A' }, 'b', null, { id: 'c', name: 'C' }]);
    assert.deepEqual(
      feed.services.map(({ id }) => id),
      ['a', 'c'],
    );
    assert.equal(feed.problems.length, 2);
    assert.equal(feed.records, 4);
  });

  it('reads a record once that comes again letter for letter, and says which', () => {
    const feed = readFeed([
      { id: 'a', name: 'A' },
      { id: 'a', name: 'A' },
    ]);
    assert.equal(feed.services.length, 1);
    assert.equal(feed.repeats, 1);
    assert.match(feed.problems[0]?.done ?? '', /record 2/);
  });

  it('gives no id twice, even where the feed has the one that would come next', () => {
    const feed = readFeed([
      { id: 'a', name: 'A' },
      { id: 'a', name: 'B' },
      { id: 'a-2', name: 'C' },
      { name: 'D' },
    ]);
    assert.deepEqual(
      feed.services.map(({ id }) => id),
      ['a', 'a-3', 'a-2', 'record-4'],
    );
  });
});
