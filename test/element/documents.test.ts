import { expect, waitUntil } from '@open-wc/testing';
import { askSizes } from '../../src/format-request/documents/sizes.ts';
import type { DocumentFacts } from '../../src/format-request/documents/sizes.ts';
import { watchDocuments } from '../../src/format-request/documents/watch.ts';
import { findDocuments, sizeInWords } from '../../src/format-request/documents/documents.ts';
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

describe('The documents of a page', () => {
  it('are known by their extension, whatever stands behind it or however it is written', () => {
    for (const [href, type] of [
      ['/a.pdf', 'PDF'],
      ['/a.PDF?v=2', 'PDF'],
      ['/a.pdf#page=3', 'PDF'],
      ['/a.doc', 'Word'],
      ['/a.docx', 'Word'],
      ['/a.xlsx', 'Excel'],
      ['/a.pptx', 'PowerPoint'],
      ['/a.odt', 'OpenDocument'],
      ['/a.ods', 'OpenDocument'],
      ['/a.epub', 'EPUB'],
      ['/a.csv', 'CSV'],
      ['/a.rtf', 'RTF'],
      ['/a.txt', 'Text'],
      ['/a.docm', 'Word'],
      ['/a.xlsb', 'Excel'],
      ['/a.pps', 'PowerPoint'],
      ['https://elsewhere.example/a.pdf', 'PDF'],
    ] as const) {
      expect(find(`<a href="${href}">A plan</a>`)[0]?.type, href).to.equal(type);
    }
  });

  it('are known by what the link says of itself, where the address does not', () => {
    for (const [attributes, type] of [
      ['type="application/pdf"', 'PDF'],
      ['type="application/vnd.openxmlformats-officedocument.wordprocessingml.document"', 'Word'],
      ['type="application/vnd.oasis.opendocument.text"', 'OpenDocument'],
      ['download="plan.docx"', 'Word'],
      ['data-handrail-document', ''],
      ['data-handrail-document="pdf"', 'PDF'],
      ['data-handrail-document="Leaflet"', 'Leaflet'],
      ['data-handrail-document="constructor"', 'constructor'],
      ['download', ''],
    ] as const) {
      expect(find(`<a href="/get?id=7" ${attributes}>A plan</a>`)[0]?.type, attributes).to.equal(
        type,
      );
    }
  });

  it('are not pages, mails, scripts, and not what an author takes out', () => {
    for (const link of [
      '<a href="/plan">A plan</a>',
      '<a href="/about.html">About</a>',
      '<a href="mailto:a@b.example?x=.pdf">Mail</a>',
      '<a href="javascript:open(%27a.pdf%27)">Open</a>',
      '<a href="/a.pdf" data-handrail-document="off">A plan</a>',
      '<a>A plan.pdf</a>',
      '<a href="/song.mp3" download>A song</a>',
      '<a href="/plan.wordsearch">A puzzle</a>',
      '<a href="/class.constructor">A class</a>',
      '<svg><a href="/a.pdf"><text>A picture</text></a></svg>',
    ]) {
      expect(find(link).length, link).to.equal(0);
    }
  });

  it('are found behind the areas of a picture too', () => {
    const [found] = find('<map><area href="/north.pdf" alt="Plan for the north"></map>');
    expect(found?.title).to.equal('Plan for the north');
  });

  it('have titles without their kind and size, and the size is kept', () => {
    for (const [text, title, size] of [
      ['Annual report (PDF, 1.2MB)', 'Annual report', '1.2MB'],
      ['Annual report [PDF 340 KB]', 'Annual report', '340 KB'],
      ['Annual report - PDF', 'Annual report', ''],
      ['Annual report PDF', 'Annual report', ''],
      ['Annual report (1.2 MB)', 'Annual report', '1.2 MB'],
      ['Annual report (PDF, 12 pages, 2.1MB)', 'Annual report', '2.1MB'],
      ['Report on the word “care”', 'Report on the word “care”', ''],
      ['Excel in your exams: a guide', 'Excel in your exams: a guide', ''],
      ['Guide to PDF forms for staff', 'Guide to PDF forms for staff', ''],
      ['  Annual\n   report  ', 'Annual report', ''],
      ['\u202EAnnual report', 'Annual report', ''],
      ['Annual report [Word document, 45kb]', 'Annual report', '45kb'],
      ['Annual report (PDF, 1.2MB) (opens in a new tab)', 'Annual report', '1.2MB'],
      ['Annual report PDF 300 KB opens in new window', 'Annual report', '300 KB'],
      ['Annual report PDF, 1.2 MB, 12 pages', 'Annual report', '1.2 MB'],
      ['Annual report - PDF (1.2MB).', 'Annual report', '1.2MB'],
      ['Annual report (PDF) 1.2MB', 'Annual report', '1.2MB'],
      ['Annual report | PDF | 1.2MB', 'Annual report', '1.2MB'],
      ['Annual report – Word', 'Annual report', ''],
      ['Annual report PDF document', 'Annual report', ''],
      ['Annual report (1.2 megabytes)', 'Annual report', '1.2 megabytes'],
      ['Annual-report.pdf', 'Annual-report', ''],
      ['<h3>Annual report</h3><p>PDF, 1.2MB</p>', 'Annual report', '1.2MB'],
      ['Ann<b>ual</b><!-- --> report<br>PDF', 'Annual report', ''],
      ['<svg><title>PDF</title></svg>Annual report', 'Annual report', ''],
      ['<noscript><img src="c.png" alt="Cover"></noscript>Annual report', 'Annual report', ''],
      ['<style>.a { fill: red }</style>Annual report', 'Annual report', ''],
      ['<i aria-hidden="true">picture_as_pdf</i> Annual report', 'Annual report', ''],
      ['Guide to Excel', 'Guide to Excel', ''],
      ['How to write well in Word', 'How to write well in Word', ''],
      ['The courses (3 MBA places)', 'The courses (3 MBA places)', ''],
      ['Appendix 1b', 'Appendix 1b', ''],
      ['Annual report (PDF, 312KB) (this link opens in a new window)', 'Annual report', '312KB'],
      ['Annual report (PDF) [20KB] (opens new window)', 'Annual report', '20KB'],
      ['Annual report (opens a PDF in a new browser tab)', 'Annual report', ''],
      ['Annual report, 20KB (opens in a new tab/window)', 'Annual report', '20KB'],
      ['Cynllun lleol (PDF, 1.2MB) (agor mewn ffenestr newydd)', 'Cynllun lleol', '1.2MB'],
      ['Annual report (Microsoft Word, 30KB)', 'Annual report', '30KB'],
      ['Annual report (.pdf, 2MB)', 'Annual report', '2MB'],
      ['Annual report (file size: 2MB)', 'Annual report', '2MB'],
      ['Annual report<span>.pdf</span>', 'Annual report', ''],
      ['How to save a PDF', 'How to save a PDF', ''],
      ['Plan A (PDF)', 'Plan A', ''],
      ['My story in 3 pages', 'My story in 3 pages', ''],
      ['A new window on care', 'A new window on care', ''],
      ['The plan (new for 2026)', 'The plan (new for 2026)', ''],
      ['Y cynllun (newydd)', 'Y cynllun (newydd)', ''],
    ] as const) {
      const [found] = find(`<a href="/a.pdf">${text}</a>`);
      expect(found?.title, text).to.equal(title);
      expect(found?.size, text).to.equal(size);
    }
    for (const behind of [
      ' (PDF, 3MB)',
      ' <span>(PDF, 3MB)</span>',
      '<span data-handrail-ask> <a href="#form">Ask</a></span> (PDF, 3MB)',
      '<span class="meta">PDF</span>, <span>3MB</span>',
    ]) {
      expect(find(`<a href="/a.pdf">Plan</a>${behind}`)[0]?.size, behind).to.equal('3MB');
    }
    for (const behind of [' was 3MB long', ' <a href="/b.pdf">Other</a> (3MB)']) {
      expect(find(`<a href="/a.pdf">Plan</a>${behind}`)[0]?.size, behind).to.equal('');
    }
    const [said] = find('<a href="/get" data-handrail-document>Plan (Word, 3MB)</a>');
    expect(said?.type).to.equal('Word');
  });

  it('have a title where the link’s own words name none', () => {
    for (const [link, title] of [
      ['<a href="/our-plan_2026.pdf">Download</a>', 'our plan 2026'],
      ['<a href="/our-plan.pdf">Click here (PDF)</a>', 'our plan'],
      ['<a href="/our-plan.pdf">PDF</a>', 'our plan'],
      ['<a href="/our-plan.pdf">PDF (1MB)</a>', 'our plan'],
      ['<a href="/our-plan.docx">Word version</a>', 'our plan'],
      ['<a href="/our-plan.xlsx">As Excel spreadsheet</a>', 'our plan'],
      ['<a href="/our-plan.pdf">View in PDF</a>', 'our plan'],
      ['<a href="/our-plan.pdf"><img alt="Adobe Acrobat PDF icon"></a>', 'our plan'],
      ['<a href="/x.pdf" title="Our plan (PDF, 3MB)"></a>', 'Our plan'],
      ['<a href="/our-plan.pdf" title="Our plan for 2026">Read more</a>', 'Our plan for 2026'],
      ['<a href="/x.pdf" aria-label="Download our plan">Download</a>', 'Our plan'],
      ['<a href="/x.pdf"><img alt="Our plan" src="data:,"></a>', 'Our plan'],
      [
        '<h2 id="t">Our plan</h2> <a href="/x.pdf" aria-labelledby="t gone" aria-label="No">Get</a>',
        'Our plan',
      ],
      ['<a href="/x.pdf" aria-labelledby="gone" aria-label="Our plan">Get</a>', 'Our plan'],
      ['<a href="/caf%C3%A9.pdf"></a>', 'café'],
      ['<a href="/100%.pdf"></a>', '100%'],
    ] as const) {
      expect(find(link)[0]?.title, link).to.equal(title);
    }
  });

  it('have their titles where an old library brings an Array.from of its own', () => {
    const { from } = Array;
    // As MooTools and Prototype have it: a list is given back, anything else becomes a list of one.
    Array.from = ((item: unknown) =>
      typeof item === 'object' ? [...(item as [])] : [item]) as typeof from;
    try {
      expect(find('<a href="/a.pdf">Our <b>plan</b></a>')[0]?.title).to.equal('Our plan');
      expect(find(`<a href="/a.pdf">${'x'.repeat(300)}</a>`)[0]?.title).to.have.lengthOf(251);
    } finally {
      Array.from = from;
    }
  });

  it('have titles that no page can make endless', () => {
    expect(find(`<a href="/a.pdf">${'x'.repeat(10_000)}</a>`)[0]?.title).to.have.lengthOf(251);
  });

  it('are listed once each, under the better of two names', () => {
    const found = find(
      '<a href="/a.pdf" tabindex="-1" aria-hidden="true"><img alt="" src="data:,"></a>' +
        '<a href="/a.pdf#page=2">Our plan</a><a href="/a.pdf">Our plan, again</a>',
    );
    expect(found.map(({ title }) => title)).to.deep.equal(['Our plan']);
    const icons = find(
      ['a', 'b']
        .map(
          (name) =>
            `<a href="/${name}.pdf"><img alt="PDF icon"></a> <a href="/${name}.pdf">${name} plan</a>`,
        )
        .join(''),
    );
    expect(icons.map(({ title }) => title)).to.deep.equal(['a plan', 'b plan']);
    // What stands beside the document's name is asked for there.
    expect(icons.map(({ link }) => link.innerText)).to.deep.equal(['a plan', 'b plan']);
  });

  it('come with what the page has beside them that is easier to read', () => {
    const [pdf] = find(
      '<a href="/plan.pdf">Our plan (PDF)</a> <a href="/the-plan">Our plan (HTML)</a> ' +
        '<a href="/plan.docx">As Word</a> <a href="/other">Another page</a>',
    );
    expect(pdf?.alternatives.map(({ type }) => type)).to.deep.equal(['HTML', 'Word']);
    const [word] = find('<a href="/plan.docx">Our plan</a><a href="/p">Our plan</a>');
    expect(word?.alternatives.map(({ type }) => type)).to.deep.equal(['HTML']);
  });

  it('come with nothing that is another document, no page, or what an author took out', () => {
    for (const beside of [
      '<a href="/get.aspx?id=2" type="application/msword">Another form</a>',
      '<a href="/get.aspx?id=3">Contact us</a>',
      '<a href="/leaflet.mp3">Our plan</a>',
      '<a href="/our-plan.docx" data-handrail-document="off">Our plan</a>',
    ]) {
      const [pdf] = find(`<a href="/get.aspx?id=1" type="application/pdf">Our plan</a> ${beside}`);
      expect(pdf?.alternatives, beside).to.deep.equal([]);
    }
    for (const beside of ['zip', 'mp4', 'jpg', 'ics']) {
      const [pdf] = find(`<a href="/plan.pdf">Our plan</a> <a href="/plan.${beside}">Other</a>`);
      expect(pdf?.alternatives, beside).to.deep.equal([]);
    }
    for (const beside of ['/plan.docx?v=2', '/plan.html?v=2', '/plan.aspx?v=2', '/plan?v=2']) {
      const [pdf] = find(`<a href="/plan.pdf?v=2">Our plan</a> <a href="${beside}">Other</a>`);
      expect(pdf?.alternatives, beside).to.have.lengthOf(1);
    }
  });

  it('of one title and kind are told apart by where they are, and not taken for each other', () => {
    const long = `/${'x'.repeat(300)}/july.pdf`;
    const found = find(`
      <a href="/may/minutes.pdf?v=2">Minutes (PDF)</a>
      <a href="/june/minutes.pdf">Minutes (PDF)</a> <a href="/june/minutes.docx">Minutes (Word)</a>
      <a href="${long}">Minutes (PDF)</a> <a href="/agenda.pdf">Agenda</a>`);
    expect(found.map(({ title }) => title.replace(/x+/, '…'))).to.deep.equal([
      'Minutes (/may/minutes.pdf?v=2)',
      'Minutes (/june/minutes.pdf)',
      'Minutes (…/july.pdf)',
      'Agenda',
    ]);
    expect(Math.max(...found.map(({ title }) => title.length))).to.be.below(400);
    expect(found.map(({ alternatives }) => alternatives.length)).to.deep.equal([0, 1, 0, 0]);
  });

  it('are not said to be on the page itself, where its list of contents has the same words', () => {
    const [pdf] = find('<a href="#plan">Our plan</a> <a href="/plan.pdf">Our plan (PDF)</a>');
    expect(pdf?.alternatives).to.deep.equal([]);
  });

  it('are found in a page of 200 quickly enough to type on', () => {
    const links = Array.from(
      { length: 200 },
      (_, at) => `<a href="/${String(at)}.pdf">P ${String(at)}</a>`,
    );
    expect(find(links.join(''))).to.have.lengthOf(200);
  });
});

describe('Watching a page for documents', () => {
  it('finds what arrives later, changes or goes, and stops when told to', async () => {
    page.innerHTML = '<a href="/a.pdf">Plan A</a>';
    const form = page.appendChild(document.createElement('div'));
    let titles: string[] = [];
    let looks = 0;
    const stop = watchDocuments(form, 'main', (found) => {
      titles = found.map(({ title }) => title);
      looks += 1;
    });
    expect(titles).to.deep.equal(['Plan A']);
    page.insertAdjacentHTML('beforeend', '<p><a href="/b">Plan B</a></p>');
    page.querySelector('p a')?.setAttribute('href', '/b.docx');
    await waitUntil(() => titles.length === 2, '', { timeout: 15_000 });
    expect(looks).to.equal(2);
    page.querySelector('a')?.remove();
    await waitUntil(() => titles.length === 1, '', { timeout: 15_000 });
    stop();
    let other = 0;
    const stopOther = watchDocuments(form, 'main', (found) => {
      other = found.length;
    });
    page.insertAdjacentHTML('beforeend', '<a href="/c.pdf">Plan C</a>');
    await waitUntil(() => other === 2, '', { timeout: 15_000 });
    stopOther();
    expect(titles).to.deep.equal(['Plan B']);
  });

  /** Watches what a selector names and says the titles that were found last, and how often it looked. */
  const watched = (selector: string) => {
    const seen = { titles: [] as string[], looks: 0, stop: (): void => undefined };
    seen.stop = watchDocuments(document.createElement('div'), selector, (found) => {
      seen.titles = found.map(({ title }) => title);
      seen.looks += 1;
    });
    return seen;
  };

  it('takes a selector that names the links themselves, and sees what stands in different parts', () => {
    page.innerHTML =
      '<p class="d"><a href="/a.pdf">Plan A (PDF)</a></p><p class="d"><a href="/a">Plan A</a></p>';
    const found: FoundDocument[] = [];
    for (const selector of ['.d', '.d a', 'main, .d']) {
      watchDocuments(document.createElement('div'), selector, (now) => found.push(...now))();
    }
    expect(found.map(({ alternatives }) => alternatives.length)).to.deep.equal([1, 1, 1]);
  });

  it('finds the part that a selector names when that comes later or is put in anew', async () => {
    page.innerHTML = '<a href="/foot.pdf">Terms</a><div id="results"></div>';
    const seen = watched('#results');
    expect(seen.titles).to.deep.equal([]);
    for (const title of ['Plan B', 'Plan C']) {
      const results = document.createElement('div');
      results.id = 'results';
      results.innerHTML = `<a href="/${title}.pdf">${title}</a>`;
      page.lastElementChild?.replaceWith(results);
      await waitUntil(() => seen.titles.join() === title, title, { timeout: 15_000 });
    }
    seen.stop();
  });

  it('sees a link renamed in place, and does not look for what is about no link', async () => {
    page.innerHTML = '<p>12:00</p><a href="/a.pdf">Plan A</a>';
    const seen = watched('main');
    const [clock, link] = page.children;
    const realTimeout = window.setTimeout.bind(window);
    let timers = 0;
    window.setTimeout = (() => (timers += 1)) as unknown as typeof window.setTimeout;
    if (clock) clock.textContent = '12:01';
    if (clock?.firstChild) clock.firstChild.nodeValue = '12:02';
    await Promise.resolve();
    window.setTimeout = realTimeout;
    expect(timers).to.equal(0);
    if (link?.firstChild) link.firstChild.nodeValue = 'Plan Z';
    await waitUntil(() => seen.titles.join() === 'Plan Z', '', { timeout: 15_000 });
    expect(seen.looks).to.equal(2);
    seen.stop();
  });
});

describe('Asking for sizes', () => {
  const realFetch = window.fetch.bind(window);
  let asked: string[];
  let open: number;
  let most: number;
  const stub = (answer: (url: string) => Response): void => {
    asked = [];
    open = most = 0;
    window.fetch = async (input, init) => {
      expect(init?.method).to.equal('HEAD');
      // Where the server sends the question on to another site, it goes unasked.
      expect(init?.mode).to.equal('same-origin');
      const { url } = new Request(input);
      asked.push(url);
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return answer(url);
    };
  };
  const large = (): Response =>
    new Response(null, {
      headers: { 'Content-Length': '1234567', 'Content-Type': 'application/pdf' },
    });
  afterEach(() => {
    window.fetch = realFetch;
    Reflect.deleteProperty(navigator, 'connection');
  });
  const ask = async (markup: string): Promise<Map<string, DocumentFacts>> => {
    const facts = new Map<string, DocumentFacts>();
    await askSizes(
      find(markup),
      (url, fact) => facts.set(new URL(url).pathname, fact),
      new AbortController().signal,
    );
    return facts;
  };
  const many = Array.from({ length: 9 }, (_, at) => `<a href="/${String(at)}.pdf">P</a>`).join('');

  it('asks the page’s own server, two questions at a time, about what the page does not say', async () => {
    stub(large);
    const facts = await ask(
      `${many}<a href="/said.pdf">P (PDF, 2MB)</a><a href="https://elsewhere.example/x.pdf">P</a>`,
    );
    expect(facts.get('/0.pdf')).to.deep.equal({ type: 'PDF', size: '1.2MB' });
    expect(asked).to.have.lengthOf(9);
    expect(most).to.equal(2);
  });

  it('learns the kind of a document too, where only its author knew that it is one', async () => {
    stub(large);
    const facts = await ask('<a href="/get" data-handrail-document>P</a>');
    expect(facts.get('/get')?.type).to.equal('PDF');
  });

  it('asks nothing of somebody who saves data', async () => {
    stub(large);
    Object.defineProperty(navigator, 'connection', {
      configurable: true,
      value: { saveData: true },
    });
    await ask(many);
    expect(asked).to.deep.equal([]);
  });

  it('asks no further once a question fails, and goes on after one without an answer', async () => {
    stub(() => {
      throw new TypeError('Refused by the content policy');
    });
    await ask(many);
    expect(asked).to.have.lengthOf(2);
    stub((url) => (url.endsWith('/0.pdf') ? new Response(null, { status: 404 }) : large()));
    expect((await ask(many)).size).to.equal(8);
  });

  it('takes a page that comes in a document’s place, such as a login, for no answer', async () => {
    stub(
      () =>
        new Response(null, { headers: { 'Content-Length': '900', 'Content-Type': 'text/html' } }),
    );
    expect((await ask(many)).size).to.equal(0);
  });

  it('writes sizes as people do', () => {
    expect([1, 900, 48_200, 999_999, 1_000_000, 12_345_678].map(sizeInWords)).to.deep.equal([
      '1KB',
      '1KB',
      '49KB',
      '1000KB',
      '1.0MB',
      '12.3MB',
    ]);
  });
});
