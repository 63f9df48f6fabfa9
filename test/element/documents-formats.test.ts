import { expect } from '@open-wc/testing';
import { findDocuments } from '../../src/format-request/documents/documents.ts';
import type { FoundDocument } from '../../src/format-request/documents/documents.ts';
import { watchDocuments } from '../../src/format-request/documents/watch.ts';

let page: HTMLElement;
beforeEach(() => {
  page = document.body.appendChild(document.createElement('main'));
});
afterEach(() => page.remove());

/** What is found in a piece of markup. */
function find(markup: string): FoundDocument[] {
  page.innerHTML = markup;
  return findDocuments(page);
}

const titles = (markup: string): string[] => find(markup).map(({ title }) => title);
const formats = (markup: string): string[][] =>
  find(markup).map(({ alternatives }) => alternatives.map(({ type }) => type));

describe('Several formats of one title', () => {
  it('are one document with its formats, in a row and in rows', () => {
    const row =
      '<li>Carers strategy: <a href="/c.pdf">PDF</a> | <a href="/c.docx">Word</a> | <a href="/l.pdf">Large print</a> | ' +
      '<a href="/e.pdf">Easy Read</a> | <a href="/c.html">HTML</a> | <a href="/c.mp3">Audio</a> | ' +
      '<a href="https://v.example/1">BSL video</a> | <a href="/p.pdf">Polski</a> | <a href="/u.pdf">Urdu</a></li>';
    expect(titles(row)).to.deep.equal(['Carers strategy']);
    expect(formats(row)).to.deep.equal([
      ['Word', 'Large print', 'Easy Read', 'HTML', 'Audio', 'BSL video', 'Polski', 'Urdu'],
    ]);
    expect(
      formats(
        '<a href="/c.pdf">Carers strategy (PDF)</a> <a href="/1.pdf">Carers strategy – Easy Read (PDF, 2MB)</a> ' +
          '<a href="/2.docx">Large print version of the Carers strategy</a> <a href="/3.pdf">Carers strategy in Welsh</a>',
      ),
    ).to.deep.equal([['Easy Read', 'Large print', 'Welsh']]);
    expect(
      formats('<p><a href="/a.pdf">Our plan</a> <a href="/b.docx">Word version</a></p>'),
    ).to.deep.equal([['Word']]);
  });

  it('have as their document the first that is in none of the adapted formats', () => {
    const [found] = find(
      '<h3>Our plan</h3><a href="/e.pdf">Easy Read</a>, <a href="/p.pdf">PDF (2MB)</a>',
    );
    expect(found?.url.endsWith('/p.pdf')).to.equal(true);
    expect(found?.alternatives.map(({ type }) => type)).to.deep.equal(['Easy Read']);
  });

  it('are not made of documents with other titles, or of one by itself', () => {
    expect(
      titles('<a href="/a.pdf">Our plan</a> <a href="/b.pdf">Your plan – Easy Read</a>'),
    ).to.deep.equal(['Our plan', 'Your plan – Easy Read']);
    expect(
      formats(
        '<li><h4>Our plan</h4><a href="/a.pdf">Download</a></li><li><h4>Bins</h4><a href="/b.docx">Download</a></li>',
      ),
    ).to.deep.equal([[], []]);
  });
});

describe('What an author names as documents', () => {
  it('are documents whatever their address, where it is their links', () => {
    page.innerHTML = '<p class="d"><a href="/1">Our plan</a></p><a href="/2">Contact us</a>';
    expect(findDocuments(...page.querySelectorAll('.d a')).map(({ title }) => title)).to.deep.equal(
      ['Our plan'],
    );
    expect(findDocuments(...page.querySelectorAll('.d'))).to.have.lengthOf(0);
    page.innerHTML = '<nav hidden><a href="/1">Our plan</a></nav>';
    expect(findDocuments(...page.querySelectorAll('a'))).to.have.lengthOf(1);
  });

  it('are missed once, and not while they may still arrive', () => {
    const realWarn = console.warn.bind(console);
    const realTimeout = window.setTimeout.bind(window);
    const warnings: string[] = [];
    const waiting: (() => void)[] = [];
    console.warn = (text: string) => warnings.push(text);
    window.setTimeout = ((run: () => void) =>
      waiting.push(run)) as unknown as typeof window.setTimeout;
    const later = (): void => waiting.splice(0).forEach((run) => run());
    try {
      page.innerHTML = '<div id="late"></div><div id="never"><a href="/about">About</a></div>';
      const watch = (selector: string) =>
        watchDocuments(document.createElement('div'), selector, () => undefined);
      const late = watch('#late');
      const never = watch('#never');
      expect(warnings).to.deep.equal([]);
      page.firstElementChild?.insertAdjacentHTML('beforeend', '<a href="/a.pdf">Our plan</a>');
      later();
      later();
      expect(warnings.join('\n')).to.match(/^Handrail: .*"#never"> names no document[^\n]*$/);
      const again = watch('#never');
      later();
      watch('#nothing-of-this-name')();
      expect(warnings).to.have.lengthOf(2);
      expect(warnings[1]).to.match(/names nothing/);
      for (const stop of [late, never, again]) stop();
    } finally {
      console.warn = realWarn;
      window.setTimeout = realTimeout;
    }
  });
});

describe('A page that nobody meant', () => {
  it('gives up no title, however long or strange', () => {
    for (const unit of ['x', '(', '[PDF ', ' - ', 'to the ', 'easy read ', '1 MB, ', '. ', 'in ']) {
      const [found] = find(`<a href="/a.pdf">${unit.repeat(2000)}</a>`);
      expect(found?.title.length, unit).to.be.within(1, 251);
      const beside = find(
        `<p>${unit.repeat(2000)} <a href="/a.pdf">PDF</a> ${unit.repeat(2000)}</p>`,
      );
      expect(beside, unit).to.have.lengthOf(1);
    }
  });

  it('has 500 documents, two with one address, and two with one title', () => {
    const link = (at: number): string =>
      `<li><h3>Plan ${String(at)}</h3><a href="/${String(at)}.pdf">Download</a></li>`;
    const found = find(`<ul>${Array.from({ length: 500 }, (_, at) => link(at)).join('')}</ul>`);
    expect(found).to.have.lengthOf(500);
    expect(found.at(-1)?.title).to.equal('Plan 499');
    expect(titles('<a href="/a.pdf">Our plan</a> <a href="/a.pdf">The plan</a>')).to.deep.equal([
      'Our plan',
    ]);
    expect(titles('<a href="/a.pdf">Our plan</a> <a href="/b.pdf">Our plan</a>')).to.deep.equal([
      'Our plan (/a.pdf)',
      'Our plan (/b.pdf)',
    ]);
  });
});
