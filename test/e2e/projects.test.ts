import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { pathOf } from '../../scripts/machine.ts';
import { ProjectSite } from './project-site.ts';
import { Projects } from './projects.ts';
import { until } from './screen.ts';

/** Notes what the server has drawn of the card before any script runs: the same nodes are to stay. */
const NOTE_SERVED = `new MutationObserver(() => {
  self.served ??= document.querySelector('[data-handrail-ui=html] .handrail-card-link');
}).observe(document, { childList: true, subtree: true })`;

const DRAWN = {
  exit: 'a.handrail-exit-link',
  form: 'handrail-format-request [data-handrail-ui] button[type=submit]',
  card: 'handrail-service-card [data-handrail-ui=""] article',
} as const;

/** A page of a project, as its visitors have it. */
class Visit {
  /** What the console and the network said that is not as it should be. */
  readonly said: string[] = [];
  /** The addresses of other sites that were asked for. None is reached: an empty page stands in for each. */
  readonly left: string[] = [];
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => this.said.push(message.text()));
    page.on('pageerror', (error) => this.said.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400)
        this.said.push(`${String(response.status())} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('https:')) void request.continue();
      else {
        this.left.push(request.url());
        void request.respond({ status: 200, body: '' });
      }
    });
  }

  /** Opens a page, and waits until every element on it has drawn. */
  static async open(browser: Browser, address: string): Promise<Visit> {
    const visit = new Visit(await browser.newPage());
    await visit.page.setRequestInterception(true);
    await visit.page.evaluateOnNewDocument(NOTE_SERVED);
    await visit.page.goto(address);
    for (const selector of Object.values(DRAWN)) {
      await until(`${selector} at ${address}: ${visit.said.join('\n')}`, () =>
        visit.page.$(selector),
      );
    }
    return visit;
  }

  /** What an expression is on the page. */
  async evaluate(expression: string): Promise<unknown> {
    return await this.page.evaluate(expression);
  }
}

type Built = Awaited<ReturnType<Projects['build']>>;

/** What is to be built, and the builds, one after another, while what is built is driven. */
const wanted: [name: string, environment: string][] = [];
const builds: Promise<Built>[] = [];

let projects: Projects;
let browser: Browser;
let visit: Visit;
before(async () => {
  projects = await Projects.install();
  for (const [name, environment] of wanted) {
    const earlier = builds.at(-1) ?? Promise.resolve();
    builds.push(earlier.then(() => projects.build(name, environment)));
  }
  browser = await launch({ executablePath: pathOf('chromium') ?? '', args: ['--no-sandbox'] });
});
after(async () => {
  await browser.close();
  await Promise.allSettled(builds);
  projects.remove();
});

/** Has a project built for the tests of a suite, and serves it. */
function site(name: string, environment = 'production'): Built & { at: ProjectSite } {
  const number = wanted.push([name, environment]) - 1;
  const built = {} as ReturnType<typeof site>;
  before(async () => {
    Object.assign(built, await builds[number]);
    built.at = await ProjectSite.start(built.folder, projects.handrail);
  });
  after(() => built.at.stop());
  afterEach(() => visit.page.close());
  return built;
}

for (const name of ['vite-script', 'vite-react', 'vite-vue', 'rollup-svelte', 'webpack']) {
  describe(`A project with ${name.replace('-', ' and ')}`, () => {
    const built = site(name);

    it('is built and opened without a word', async () => {
      visit = await Visit.open(browser, `${built.at.address}/en`);
      assert.deepEqual([built.said, visit.said], ['', []]);
    });

    it('has an exit that leaves', async () => {
      visit = await Visit.open(browser, `${built.at.address}/en`);
      await visit.page.click(DRAWN.exit);
      await until('the destination', () => visit.left.length > 0);
      assert.equal(visit.left[0], 'https://www.bbc.co.uk/weather');
      assert.deepEqual(visit.said, []);
    });

    it('has a form that is taken over, and sends once', async () => {
      visit = await Visit.open(browser, `${built.at.address}/en`);
      const before = built.at.posts;
      const ui = 'handrail-format-request [data-handrail-ui]';
      assert.equal(
        await visit.evaluate(`document.querySelector('[action] button').checkVisibility()`),
        false,
      );
      await visit.page.type(`${ui} [name=document-other]`, 'The local plan');
      await visit.page.click(`${ui} [name=format][value=easy-read]`);
      await visit.page.waitForSelector(`${ui} .handrail-where [name=email]`);
      await visit.page.type(`${ui} [name=email]`, 'sam@example.org');
      await visit.page.click(DRAWN.form, { count: 2 });
      const said = await until('a reference', () =>
        visit.evaluate(
          `/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(document.querySelector('${ui}').innerText)?.[0]`,
        ),
      );
      // Frameworks hear the event, and show what it says.
      const heard = await visit.evaluate(`document.querySelector('output')?.textContent ?? ''`);
      assert.ok([said, ''].includes(heard as string));
      assert.equal(built.at.posts, before + 1);
      assert.deepEqual(visit.said, []);
    });

    it('has a card that goes on with the server’s nodes and shows the whole record', async () => {
      visit = await Visit.open(browser, `${built.at.address}/en`);
      const seen = await visit.evaluate(`[
        self.served?.isConnected && self.served === document.querySelector('article .handrail-card-link'),
        document.querySelector('article h2').innerText,
        document.querySelector('article .handrail-card-link').innerText,
        document.querySelector('article strong')?.innerText,
      ]`);
      assert.deepEqual(seen, [true, 'The Haven', '020 7946 0123', 'day and night']);
    });

    it('speaks Welsh on a Welsh page', async () => {
      visit = await Visit.open(browser, `${built.at.address}/cy`);
      const text = await visit.evaluate(`document.body.innerText`);
      assert.match(String(text), /Ffoniwch i gael yr oriau agor/);
      assert.match(String(text), /Pa fformatau fyddai’n eich helpu/);
      assert.deepEqual(visit.said, []);
    });

    it('tells its developers of a page without the guard', async () => {
      visit = await Visit.open(browser, `${built.at.address}/en/unguarded`);
      const said = await until('a word', () => visit.said[0]);
      assert.match(said, /handrail-guard\.min\.js is not the first script in the head/);
    });
  });
}

for (const name of ['vite-react', 'vite-vue']) {
  describe(`A project with ${name.replace('-', ' and ')}, built for development`, () => {
    const built = site(name, 'development');

    it('starts on what its server drew without a warning', async () => {
      visit = await Visit.open(browser, `${built.at.address}/cy`);
      const own = /^Lit is in dev mode|React DevTools|development build of Vue/;
      assert.deepEqual(
        visit.said.filter((text) => !own.test(text)),
        [],
      );
    });
  });
}

describe('A project in TypeScript', () => {
  it('is free of errors of type, its libraries checked too', async () => {
    assert.equal(await projects.types('vite-react'), '');
  });
});
