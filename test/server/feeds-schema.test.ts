import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { readHandrail } from '../../src/feeds/index.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(at(path), 'utf8'));

const fits = new Ajv({ strict: false, allErrors: true }).compile(
  (await json('dist/service/service.schema.json')) as object,
);

describe('The published schema of a services file', () => {
  for (const path of ['demo/services.json', 'test/examples/services.json']) {
    it(`is met by ${path}, in which the reader finds no fault either`, async () => {
      const file = await json(path);
      assert.ok(fits(file), JSON.stringify(fits.errors));
      assert.deepEqual(readHandrail(file).problems, []);
    });
  }

  it('is met by the example in docs/services-file.md', async () => {
    const page = await readFile(at('docs/services-file.md'), 'utf8');
    const file: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
    assert.ok(fits(file), JSON.stringify(fits.errors));
    assert.deepEqual(readHandrail(file).problems, []);
  });

  for (const [what, service] of [
    ['a service without a name', { id: 'a' }],
    ['a field that it does not know', { id: 'a', name: 'A', openning: [] }],
    ['an alert of more than 300 characters', { id: 'a', name: 'A', alert: 'x'.repeat(301) }],
    ['a time of 25:00', { id: 'a', name: 'A', schedules: [{ byday: ['MO'], opensAt: '25:00' }] }],
    [
      'a kind of channel that there is not',
      { id: 'a', name: 'A', channels: [{ kind: 'owl', value: 'x' }] },
    ],
    ['a place in France', { id: 'a', name: 'A', places: [{ latitude: 48.8, longitude: 1 }] }],
  ] as const) {
    it(`refuses ${what}, and the reader keeps the service and says why`, () => {
      assert.equal(fits({ services: [service] }), false);
      const { services, problems } = readHandrail({ services: [service] });
      assert.equal(services.length, 1);
      assert.ok(fits({ services }), JSON.stringify(fits.errors));
      assert.ok(problems.length > 0);
    });
  }
});

describe('A services file written by hand', () => {
  it('loses the field that is wrong and keeps the others', () => {
    const { services, problems } = readHandrail({
      services: [
        {
          id: 'a',
          name: 'A',
          cost: 5,
          channels: [
            { kind: 'voice', value: '020 7946 0123' },
            { kind: 'website', value: 'javascript:alert(1)' },
            { kind: 'website', value: 'www.a.example' },
          ],
          eligibility: [{ minimumAge: '16', description: 'Adults' }],
        },
      ],
    });
    assert.deepEqual(services, [
      {
        id: 'a',
        name: 'A',
        channels: [
          { kind: 'voice', value: '020 7946 0123' },
          { kind: 'website', value: 'https://www.a.example/' },
        ],
        eligibility: [{ description: 'Adults' }],
      },
    ]);
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['cost', 'eligibility[0].minimumAge', 'channels', 'channels'],
    );
  });

  for (const masked of [true, 'yes', 1, 'perhaps']) {
    it(`has what would give a masked place away taken out, where its mark is ${JSON.stringify(masked)}`, () => {
      const place = {
        masked,
        name: 'Hidden House',
        address: 7,
        street: '7 Hidden Walk',
        postcode: 'N1 9GU',
        access: { lift: true, description: 'A ramp in Hidden Walk' },
      };
      const feed = readHandrail({ services: [{ id: 'a', name: 'A', places: [place] }] });
      assert.deepEqual(feed.services[0]?.places, [
        { masked: true, postcode: 'N1', access: { lift: true } },
      ]);
      assert.doesNotMatch(JSON.stringify(feed), /Hidden|9GU/);
    });
  }
});
