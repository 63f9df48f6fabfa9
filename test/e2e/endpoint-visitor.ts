import assert from 'node:assert/strict';
import { EndpointSite, READY } from '../endpoints/site.ts';
import { RealBrowser } from './real-browser.ts';
import type { Engine } from './real-browser.ts';
import { until } from './screen.ts';

/** What is posted from every page, but for what is its own. */
const USUAL = { 'document-other': 'The plan', format: 'easy-read', email: 'sam@example.org' };

/** Somebody who opens the pages of an endpoints' site in a window, and sends their forms. */
export class Visitor {
  readonly site: EndpointSite;
  browser: RealBrowser;

  private constructor(site: EndpointSite, browser: RealBrowser) {
    this.site = site;
    this.browser = browser;
  }

  static async start(site: EndpointSite, engine: Engine): Promise<Visitor> {
    return new Visitor(site, await RealBrowser.open(engine, 'about:blank'));
  }

  /** Opens a page of the site, and waits until Enter would send its form. */
  async open(path: string): Promise<number> {
    const told = this.site.reports.length;
    const visited = (): number => this.site.visits.get(path) ?? 0;
    if (this.browser.engine === 'webkit') {
      // MiniBrowser leaves the focus where addresses are typed.
      await this.browser.close();
      this.browser = await RealBrowser.open(
        this.browser.engine,
        `${this.site.address}${path}#which`,
      );
    } else {
      await this.browser.visit(`${this.site.address}${path}`, visited);
    }
    const plain = path.startsWith('/plain');
    if (!plain) await this.says(path, told, /working days/);
    await this.browser.screen.untilShows(plain ? READY.plain : READY.scripted);
    return this.site.arrived.length;
  }

  /** Waits until the element says something, and gives back all of it. */
  async says(page: string, told: number, words: RegExp): Promise<string> {
    const found = await until(
      `${String(words)} on ${page}`,
      () => this.site.reports.slice(told).find((one) => one.page === page && words.test(one.text)),
      () => this.site.reports.at(-1)?.text ?? '',
    );
    return found.text;
  }

  /** Presses Enter, and waits until the form has arrived. */
  async send(arrived: number): Promise<FormData> {
    await this.browser.screen.press('Return');
    const posted = await until('a form that arrives', () => this.site.arrived[arrived]);
    for (const [name, value] of Object.entries(USUAL))
      assert.equal(posted.fields.get(name), value, name);
    return posted.fields;
  }

  /** Waits until the browser shows a page with a title. */
  async leadsTo(title: RegExp): Promise<void> {
    await until(String(title), async () => title.test(await this.browser.title()));
  }

  /** Sends an example's form with JavaScript, and gives back what the element says then. */
  async ends(path: string, words: RegExp): Promise<string> {
    const arrived = await this.open(path);
    const told = this.site.reports.length;
    await this.send(arrived);
    const text = await this.says(path, told, words);
    assert.equal(this.site.arrived.length, arrived + 1);
    assert.doesNotMatch(text, /could not confirm/);
    return text;
  }
}
