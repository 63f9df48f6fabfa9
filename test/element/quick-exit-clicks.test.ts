import { expect } from '@open-wc/testing';
import { replacesEntry } from '../../src/quick-exit/single-entry.ts';

describe('Which clicks a single-entry visit puts in the place of the page', () => {
  const here = new URL('https://marshwell.example/help?a=1');
  const click = {
    button: 0,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
  };
  const link = (href: string, attributes: Record<string, string> = {}): HTMLAnchorElement =>
    Object.assign(document.createElement('a'), { href: new URL(href, here).href }, attributes);

  it('takes an ordinary click on a link to another page of the site', () => {
    expect(replacesEntry(click, link('/news'), here)).to.equal(true);
    expect(replacesEntry(click, link('/news#second', { target: '_self' }), here)).to.equal(true);
  });

  for (const key of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented'] as const) {
    it(`leaves a click with ${key} alone`, () => {
      expect(replacesEntry({ ...click, [key]: true }, link('/news'), here)).to.equal(false);
    });
  }

  it('leaves the middle button alone', () => {
    expect(replacesEntry({ ...click, button: 1 }, link('/news'), here)).to.equal(false);
  });

  it('leaves new tabs, downloads, places on this page and other sites alone', () => {
    expect(replacesEntry(click, link('/news', { target: '_blank' }), here)).to.equal(false);
    expect(replacesEntry(click, link('/a.pdf', { download: 'a' }), here)).to.equal(false);
    expect(replacesEntry(click, link('/help?a=1#top'), here)).to.equal(false);
    expect(replacesEntry(click, link('https://www.bbc.co.uk/'), here)).to.equal(false);
    expect(replacesEntry(click, link('mailto:help@marshwell.example'), here)).to.equal(false);
  });
});
