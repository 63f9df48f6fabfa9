import { expect } from '@open-wc/testing';
import { findDocuments } from '../../src/format-request/documents/documents.ts';
import type { FoundDocument } from '../../src/format-request/documents/documents.ts';

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

describe('A document is known', () => {
  it('by the query or the form of its address, in the systems of councils and trusts', () => {
    for (const [href, type] of [
      ['/get?doc=plan.pdf', 'PDF'],
      ['/get?id=7&filename=plan.docx&v=2', 'Word'],
      ['/download.aspx?SourceUrl=/docs/plan.pptx', 'PowerPoint'],
      ['/documents/20121/0/plan.pdf/6f1c2b7e-9c1f?t=1', 'PDF'],
      ['/mgConvert2PDF.aspx?ID=7', 'PDF'],
      ['/__data/assets/word_doc/0007/plan', 'Word'],
      ['https://m.sharepoint.example/:b:/s/plans/Ea', 'PDF'],
      ['https://m.sharepoint.example/:x:/s/plans/Ea', 'Excel'],
      ['https://m.sharepoint.example/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D', ''],
      ['https://docs.google.com/document/d/1A/export?format=pdf', 'PDF'],
      ['https://drive.google.com/file/d/1A/view', ''],
      ['/downloads/file/46761/plan', ''],
      ['/downloads/download/12/plan', ''],
      ['/media/4321', ''],
      ['/media/4322/download?inline', ''],
      ['/file/12/download', ''],
      ['/download.cfm?ver=5512', ''],
      ['/CHttpHandler.ashx?id=4711&p=0', ''],
      ['/easysiteweb/gatewaylink.aspx?alId=7', ''],
      ['/home/showpublisheddocument/19/638', ''],
      ['/DocumentCenter/View/7', ''],
      ['/download_file/view/12/3', ''],
      ['/plan/@@download/file', ''],
      ['/download/plan/?wpdmdl=9', ''],
      ['/ViewDocument.aspx?id=9', ''],
      ['https://issuu.com/marshwell/docs/plan', ''],
    ] as const) {
      expect(find(`<a href="${href}">Our plan</a>`)[0]?.type, href).to.equal(type);
    }
  });

  it('by words on the link, behind it, in its card or row, where the address says nothing', () => {
    for (const [markup, type] of [
      ['<a href="/1">Our plan (PDF 112 KB)</a>', 'PDF'],
      ['<a href="/1">[PDF] Our plan</a>', 'PDF'],
      ['<a href="/1">Word: Our plan</a>', 'Word'],
      ['<a href="/1" aria-label="Our plan, PDF, 3MB">Get it</a>', 'PDF'],
      ['<a href="/1">Our plan</a> (PDF)', 'PDF'],
      ['<a href="/1">Our plan</a> <span>[xlsx] 480KB</span>', 'Excel'],
      ['<a href="/1">Our plan</a><p><span>PDF, 4.84 MB</span>For families.</p>', 'PDF'],
      [
        '<article><h3><a href="/1">Our plan</a></h3><dl><dt>File type</dt><dd>44 page PDF</dd></dl></article>',
        'PDF',
      ],
      [
        '<li><b>Our plan</b><p>ODT | 2 MB | Updated 3 May 2026</p><a href="/1">View</a></li>',
        'OpenDocument',
      ],
      ['<table><tr><td>Our plan</td><td>CSV</td><td><a href="/1">Get</a></td></tr></table>', 'CSV'],
      ['<a href="/1" data-file-type="application/pdf">Our plan</a>', 'PDF'],
      ['<span class="file file--application-pdf"><a href="/1">Our plan</a></span>', 'PDF'],
      ['<a href="/1">Our plan</a> (2.1 MB)', ''],
    ] as const) {
      const [found, more] = find(markup);
      expect([found?.title, found?.type, more], markup).to.deep.equal([
        'Our plan',
        type,
        undefined,
      ]);
    }
  });

  it('where it is embedded, by its own address', () => {
    for (const [markup, end] of [
      [
        '<object data="/plan.pdf" type="application/pdf" aria-label="Our plan"></object>',
        '/plan.pdf',
      ],
      ['<embed src="/plan.pdf" title="Our plan">', '/plan.pdf'],
      ['<iframe src="/web/viewer.html?file=%2Fplan.pdf" title="Our plan"></iframe>', '/plan.pdf'],
      [
        '<h2>Our plan</h2><object data="/plan.pdf"><a href="/plan.pdf">Download</a></object>',
        '/plan.pdf',
      ],
    ] as const) {
      const found = find(markup);
      expect(
        found.map(({ title, url }) => [title, new URL(url).pathname]),
        markup,
      ).to.deep.equal([['Our plan', end]]);
    }
    expect(titles('<iframe src="/map" title="A map"></iframe>')).to.deep.equal([]);
  });

  it('not from pages with such an address, pictures, archives, recordings, or prose about a PDF', () => {
    for (const markup of [
      '<a href="/csv-preview/data.csv">View online</a>',
      '<a href="/wiki/File:Plan.pdf">About the plan</a>',
      '<a href="/o/r/blob/main/plan.pdf">Source</a>',
      '<a href="/search?q=plan.pdf">Search again</a>',
      '<a href="/login?returnUrl=/plan.pdf">Sign in</a>',
      '<a href="https://share.example/?u=https%3A%2F%2Fa.example%2Fplan.pdf">Share</a>',
      '<a href="/all.zip">All plans (ZIP, 3 MB)</a>',
      '<a href="/media/77">The mayor (JPG, 2 MB)</a>',
      '<a href="/7">A film (MP4, 2 MB)</a>',
      '<a href="/ieListDocuments.aspx?CId=1">Meetings</a>',
      '<p>The PDF was 3 MB long. <a href="/contact">Contact us</a> for a Word document.</p>',
      '<a href="/help">How to save a page as PDF</a>',
    ]) {
      expect(titles(markup), markup).to.deep.equal([]);
    }
  });

  it('not where nobody sees it, or in what is around a page', () => {
    const link = '<a href="/plan.pdf">Our plan</a>';
    for (const markup of [
      `<div hidden>${link}</div>`,
      `<div style="display: none">${link}</div>`,
      `<div style="visibility: hidden">${link}</div>`,
      `<div aria-hidden="true">${link}</div>`,
      '<a aria-hidden="true" tabindex="-1" href="/plan.pdf">Our plan</a>',
      `<nav>${link}</nav>`,
      `<div role="contentinfo">${link}</div>`,
      `<div class="cookie-banner">${link}</div>`,
      `<div class="breadcrumbs">${link}</div>`,
    ]) {
      expect(titles(markup), markup).to.deep.equal([]);
    }
    for (const around of [
      '<header>',
      '<footer>',
      '<div id="footer">',
      '<div class="site-header">',
    ]) {
      page.insertAdjacentHTML('beforebegin', `${around}${link}`);
      const part = page.previousElementSibling as HTMLElement;
      expect(findDocuments(document).length, around).to.equal(0);
      // What an author names counts wherever it is.
      expect(findDocuments(part).length, around).to.equal(1);
      part.remove();
    }
    for (const markup of [
      `<details>${link}</details>`,
      `<div hidden="until-found">${link}</div>`,
      `<button aria-controls="p">More</button><div id="p" style="display: none">${link}</div>`,
      `<section role="tabpanel" hidden>${link}</section>`,
      `<article><footer>${link}</footer></article>`,
      `<div style="visibility: hidden"><a style="visibility: visible" href="/plan.pdf">Our plan</a></div>`,
    ]) {
      expect(titles(markup), markup).to.deep.equal(['Our plan']);
    }
  });
});

describe('A document is named', () => {
  it('by what stands around a link that names nothing', () => {
    for (const markup of [
      '<table><tr><th scope="row">Our plan</th><td>PDF</td><td><a href="/7f.pdf">Download</a></td></tr></table>',
      '<table><tr><td>3 May 2026</td><td>Our plan</td><td><a href="/7f.pdf">Download</a></td></tr></table>',
      '<table><tr><th>Type</th><th>Title</th><th></th></tr><tr><td>Policy</td><td>Our plan</td><td><a href="/7f.pdf">View</a></td></tr></table>',
      '<article><h3>Our plan</h3><p>What we do next.</p><a href="/7f.pdf">Download PDF</a></article>',
      '<div><div class="card-title">Our plan</div><p>For all</p><a href="/7f.pdf">Read more</a></div>',
      '<div><p><strong>Our plan</strong></p><p>For all</p><p><a href="/7f.pdf">View the plan</a></p></div>',
      '<li>Our plan: <a href="/7f.pdf">PDF</a></li>',
      '<li><span>Our plan</span> <a href="/7f.pdf">click here</a></li>',
      '<dl><dt>Our plan</dt><dd><a href="/7f.pdf">PDF</a></dd></dl>',
      '<figure><a href="/7f.pdf"><img alt=""></a><figcaption>Our plan</figcaption></figure>',
      '<p id="d">Our plan</p><p>Other text.</p><a href="/7f.pdf" aria-describedby="d">Download</a>',
      '<a href="/7f.pdf"><header><h3>Our plan</h3><div>For all</div></header></a>',
      '<h3><a href="/7f.pdf">Our plan</a></h3>',
      '<p><a href="/7f.pdf">Click here</a> to read the Our plan.</p>',
      '<p>To download Our plan, <a href="/7f.pdf">click here</a>.</p>',
      '<h2>Our plan</h2><p>It was made with residents.</p><p><a href="/7f.pdf">Download</a></p>',
      '<li><h4>Our plan</h4><a href="/7f.pdf">our_plan_v7-FINAL.pdf</a></li>',
    ]) {
      expect(titles(markup), markup).to.deep.equal(['Our plan']);
    }
  });

  it('without a kind, a verb or a file’s ending before and behind it', () => {
    for (const words of [
      'PDF: Annual report',
      '[PDF] Annual report',
      'Download Annual report',
      'Download: Annual report (PDF)',
      'Download the Annual report',
      'View the Annual report',
      'Annual report | PDF | 2 MB | Updated 3 May 2026',
      'Annual report - Download',
      '<span>PDF</span> Annual report',
      'Annual report.pdf',
    ]) {
      expect(titles(`<a href="/7f.pdf">${words}</a>`), words).to.deep.equal(['Annual report']);
    }
    for (const whole of [
      'Open spaces strategy',
      'View from the bridge',
      'PDF forms for staff',
      'Reading list',
    ]) {
      expect(titles(`<a href="/7f.pdf">${whole}</a>`)).to.deep.equal([whole]);
    }
  });

  it('by its row or heading too, where another has the same title', () => {
    const row = (date: string, at: string): string =>
      `<tr><th scope="row">${date}</th><td><a href="/${at}.pdf">Minutes</a></td></tr>`;
    expect(
      titles(`<table>${row('3 May 2026', 'a')}${row('7 June 2026', 'b')}</table>`),
    ).to.deep.equal(['Minutes (3 May 2026)', 'Minutes (7 June 2026)']);
  });

  it('with sizes from beside it, from attributes and from cells', () => {
    for (const [markup, size] of [
      ['<a href="/a.pdf" type="application/pdf; length=40211">Our plan</a>', '41KB'],
      ['<a href="/a.pdf" data-filesize="512000">Our plan</a>', '512KB'],
      ['<a href="/a.pdf" data-size="5 MB">Our plan</a>', '5 MB'],
      ['<div><a href="/a.pdf">Our plan</a><p>PDF, 5 MB</p></div>', '5 MB'],
      ['<a href="/a.pdf"><h3>Our plan</h3><p class="size">5 MB</p></a>', '5 MB'],
      [
        '<table><tr><td>Our plan</td><td>5 MB</td><td><a href="/a.pdf">Get</a></td></tr></table>',
        '5 MB',
      ],
      [
        '<table><tr><td><a href="/a.pdf">Our plan</a></td><td>PDF</td><td>5 MB</td></tr></table>',
        '5 MB',
      ],
    ] as const) {
      const [found] = find(markup);
      expect([found?.title, found?.size], markup).to.deep.equal(['Our plan', size]);
    }
  });
});
