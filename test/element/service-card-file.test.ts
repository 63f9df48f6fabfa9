import { expect } from '@open-wc/testing';
import { put, state, words } from './service-card.helper.ts';
import type { ServiceCard } from '../../src/service-card/service-card.ts';

const fetch = window.fetch.bind(window);
const now = performance.now.bind(performance);

let files = 0;
/** What the server answers, and how it was asked. */
let answer: () => Response | Promise<Response>;
let asked: (RequestInit | undefined)[] = [];

beforeEach(() => {
  asked = [];
  window.fetch = async (_, options) => {
    asked.push(options);
    return answer();
  };
});
afterEach(() => {
  window.fetch = fetch;
  performance.now = now;
});

const record = (name: string): string =>
  JSON.stringify({
    services: [
      {
        id: 'a',
        name,
        checked: new Date().toISOString().slice(0, 10),
        bankHolidays: 'same',
        schedules: [
          {
            byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
            opensAt: '00:00',
            closesAt: '24:00',
          },
        ],
      },
    ],
  });

const sent = (name: string, headers: Record<string, string> = {}): Response =>
  new Response(record(name), { headers });

function card(): Promise<ServiceCard> {
  files += 1;
  return put(
    `<handrail-service-card src="/services-${String(files)}.json#a"><h3>Haven</h3></handrail-service-card>`,
  );
}

const dateAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toUTCString();

/** Lets the clock that is never put back go on. */
function later(minutes: number): void {
  performance.now = () => now() + minutes * 60_000;
}

describe('The clock of a device', () => {
  for (const [name, headers, sure] of [
    ['that agrees with the server’s', { Date: dateAgo(0) }, true],
    ['that is a minute off', { Date: dateAgo(1) }, true],
    ['of which the server says nothing', {}, true],
    ['beside an answer that lay in a cache', { Date: dateAgo(60), Age: '3600' }, true],
    ['that is a day ahead', { Date: dateAgo(24 * 60) }, false],
    ['that is a day behind', { Date: dateAgo(-24 * 60) }, false],
    ['that is an hour off', { Date: dateAgo(60) }, false],
  ] as const) {
    it(name, async () => {
      answer = () => sent('Haven', headers);
      expect(state(await card())).to.equal(
        sure
          ? 'Open 24 hours a day'
          : 'We cannot say whether it is open now: this device’s clock may be wrong',
      );
    });
  }
});

describe('A services file', () => {
  it('leaves nothing on the device, and sends nothing of it', async () => {
    answer = () => sent('Haven');
    await card();
    const { cache, credentials, referrerPolicy, signal } = asked[0] ?? {};
    expect([cache, credentials, referrerPolicy]).to.deep.equal(['no-store', 'omit', 'no-referrer']);
    expect(signal instanceof AbortSignal).to.equal(true);
  });

  it('that failed is asked for again once the page is online, and not before', async () => {
    answer = () => Promise.reject(new TypeError('offline'));
    const shown = await card();
    expect(words(shown)).to.include('We could not load the latest details');
    answer = () => sent('Haven of today');
    window.dispatchEvent(new Event('online'));
    await shown.updateComplete;
    expect(asked.length, 'at once').to.equal(1);
    later(1);
    window.dispatchEvent(new Event('online'));
    await shown.updateComplete;
    expect(asked.length).to.equal(2);
    expect(words(shown)).to.include('Haven of today').and.not.include('could not load');
  });

  it('is asked for again after an hour, and what is shown stays where that fails', async () => {
    answer = () => sent('Haven');
    const shown = await card();
    answer = () => Promise.reject(new TypeError('offline'));
    later(59);
    window.dispatchEvent(new Event('online'));
    await shown.updateComplete;
    expect(asked.length).to.equal(1);
    later(62);
    window.dispatchEvent(new Event('online'));
    await shown.updateComplete;
    expect(asked.length).to.equal(2);
    expect(words(shown)).to.include('Open 24 hours a day').and.not.include('could not load');
    answer = () => sent('Haven of today');
    later(130);
    window.dispatchEvent(new Event('online'));
    await shown.updateComplete;
    expect(words(shown)).to.include('Haven of today');
  });
});
