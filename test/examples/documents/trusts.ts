import type { DocumentPage } from './page.ts';

/** Document lists as the systems of trusts and other public bodies write them. */
export const trusts: readonly DocumentPage[] = [
  {
    name: 'leaflet-in-many-formats',
    html: `<article class="leaflet"><h3>Your hip operation</h3><p>What happens before, on the day and afterwards.</p>
<ul class="formats"><li><a href="/leaflets/hip-2026.pdf">Download PDF (1.4 MB)</a></li><li><a href="/leaflets/hip-2026-large-print.pdf">Large print (2 MB)</a></li><li><a href="/leaflets/hip-2026-easy-read.pdf">Easy Read</a></li><li><a href="/leaflets/hip-2026.mp3">Audio (MP3, 6 MB)</a></li><li><a href="https://video.example/watch?v=hip">BSL video</a></li><li><a href="/leaflets/hip-2026-pl.pdf" hreflang="pl" lang="pl">Polski</a></li></ul></article>
<article class="leaflet"><h3>Looking after your wound</h3><p><a href="/leaflets/wound.pdf">Download PDF (310 KB)</a></p></article>`,
    documents: [
      { addressEnds: 'hip-2026.pdf', title: 'Your hip operation', kind: 'PDF', size: '1.4 MB' },
      {
        addressEnds: 'hip-2026-large-print.pdf',
        title: 'Your hip operation Large print',
        kind: 'PDF',
        size: '2 MB',
      },
      {
        addressEnds: 'hip-2026-easy-read.pdf',
        title: 'Your hip operation Easy Read',
        kind: 'PDF',
        size: '',
      },
      {
        addressEnds: 'hip-2026-pl.pdf',
        title: 'Your hip operation Polski',
        kind: 'PDF',
        size: '',
      },
      { addressEnds: 'wound.pdf', title: 'Looking after your wound', kind: 'PDF', size: '310 KB' },
    ],
    formats: ['hip-2026.mp3', 'v=hip'],
  },
  {
    name: 'scottish-file-download',
    html: `<div class="ds_file-download"><div class="ds_file-download__thumbnail"><a class="ds_file-download__thumbnail-link" aria-hidden="true" tabindex="-1" href="/binaries/content/documents/board-papers/2026/agenda.pdf"><span class="visually-hidden">Document cover image</span><img alt="" src="data:,"></a></div>
<div class="ds_file-download__content"><p class="ds_file-download__title" id="ft-1">Board papers, April 2026</p><div id="fd-1" class="ds_file-download__details"><dl><div><dt class="visually-hidden">File type</dt><dd>44 page PDF<span class="visually-hidden">,</span></dd></div><div><dt>File size</dt><dd>7.2 MB</dd></div></dl></div>
<div><a aria-labelledby="ft-1" aria-describedby="fd-1" href="/binaries/content/documents/board-papers/2026/agenda.pdf" class="ds_button">Download</a></div></div></div>`,
    documents: [
      {
        addressEnds: 'agenda.pdf',
        title: 'Board papers, April 2026',
        kind: 'PDF',
        size: '7.2 MB',
      },
    ],
  },
  {
    name: 'board-papers-table',
    html: `<table><caption>Board papers</caption><tr><th>Date</th><th>Paper</th><th>File type</th><th>File size</th><th></th></tr>
<tr><td>3 February 2026</td><td>Integrated performance report</td><td>PDF</td><td>5.5 MB</td><td><a href="/get/0aa1"><img src="data:," alt="Download"></a></td></tr>
<tr><td>3 February 2026</td><td>Board assurance framework</td><td>Word</td><td>410 KB</td><td><a href="/get/0aa2"><img src="data:," alt="Download"></a></td></tr></table>
<table><tr><th scope="col">Meeting</th><th scope="col">Agenda</th><th scope="col">Minutes</th></tr>
<tr><th scope="row">14 January 2026</th><td><a href="/m/jan-a.pdf">Agenda</a></td><td><a href="/m/jan-m.pdf">Minutes</a></td></tr>
<tr><th scope="row">11 March 2026</th><td><a href="/m/mar-a.pdf">Agenda</a></td><td><a href="/m/mar-m.pdf">Minutes</a></td></tr></table>`,
    documents: [
      { addressEnds: '0aa1', title: 'Integrated performance report', kind: 'PDF', size: '5.5 MB' },
      { addressEnds: '0aa2', title: 'Board assurance framework', kind: 'Word', size: '410 KB' },
      { addressEnds: 'jan-a.pdf', title: 'Agenda (14 January 2026)', kind: 'PDF', size: '' },
      { addressEnds: 'jan-m.pdf', title: 'Minutes (14 January 2026)', kind: 'PDF', size: '' },
      { addressEnds: 'mar-a.pdf', title: 'Agenda (11 March 2026)', kind: 'PDF', size: '' },
      { addressEnds: 'mar-m.pdf', title: 'Minutes (11 March 2026)', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'embedded-viewers',
    html: `<main><h1>Annual accounts</h1><figure><iframe title="Annual accounts 2025 to 2026" src="/libraries/pdf.js/web/viewer.html?file=%2Fsites%2Fdefault%2Ffiles%2Faccounts-2526.pdf" width="600" height="400"></iframe></figure>
<object data="/f/quality-report.pdf" type="application/pdf" width="100%" height="500" aria-label="Quality report"><p>Your browser cannot show this. <a href="/f/quality-report.pdf">Download it</a>.</p></object>
<iframe title="Map of our sites" src="https://maps.example/embed?pb=1"></iframe><embed src="/f/leaflet.pdf" type="application/pdf" title="Visiting leaflet">
<iframe title="Video" src="https://video.example/embed/abc"></iframe></main>`,
    documents: [
      {
        addressEnds: 'accounts-2526.pdf',
        title: 'Annual accounts 2025 to 2026',
        kind: 'PDF',
        size: '',
      },
      { addressEnds: 'quality-report.pdf', title: 'Quality report', kind: 'PDF', size: '' },
      { addressEnds: 'leaflet.pdf', title: 'Visiting leaflet', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'prefixes-and-labels',
    html: `<ul class="resources"><li><a href="/r/1.pdf">PDF: Infection control annual report</a></li><li><a href="/r/2.pdf">[PDF] Winter plan</a></li>
<li><a href="/r/3.docx" aria-label="Download Equality monitoring form, Word document, 48 KB, opens in a new tab">Download</a></li>
<li><a href="/r/4.pdf">Download Patient charter</a></li><li><a href="/r/5.pdf">Download the Complaints procedure (PDF, 90kb)</a></li><li><a href="/r/6.pdf">bin_guide_2026-v3.pdf</a></li></ul>`,
    documents: [
      { addressEnds: '1.pdf', title: 'Infection control annual report', kind: 'PDF', size: '' },
      { addressEnds: '2.pdf', title: 'Winter plan', kind: 'PDF', size: '' },
      { addressEnds: '3.docx', title: 'Equality monitoring form', kind: 'Word', size: '48 KB' },
      { addressEnds: '4.pdf', title: 'Patient charter', kind: 'PDF', size: '' },
      { addressEnds: '5.pdf', title: 'Complaints procedure', kind: 'PDF', size: '90kb' },
      { addressEnds: '6.pdf', title: 'bin guide 2026-v3', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'paragraph-behind',
    html: `<div class="file-collection"><h4>Related information</h4><div class="file-download"><a href="/docs/care-guide-4.pdf" class="file-link">Guide to care at home</a><p><span>PDF, 4.84 MB</span>This is for families who arrange care.</p></div>
<div class="file-download"><a href="/docs/care-rates.ods" class="file-link">Care rates</a><p><span>ODS, 19 KB</span>What we pay.</p></div></div>
<div class="doc" data-size="512000"><a href="/get?id=77" data-file-type="application/pdf" data-filesize="512000">Carers handbook</a></div>`,
    documents: [
      {
        addressEnds: 'care-guide-4.pdf',
        title: 'Guide to care at home',
        kind: 'PDF',
        size: '4.84 MB',
      },
      { addressEnds: 'care-rates.ods', title: 'Care rates', kind: 'OpenDocument', size: '19 KB' },
      { addressEnds: 'id=77', title: 'Carers handbook', kind: 'PDF', size: '512KB' },
    ],
  },
  {
    name: 'titles-with-formats',
    html: `<h2>Carers strategy</h2><ul><li><a href="/s/carers-full.pdf">Carers strategy 2026 to 2030 (PDF, 3MB)</a></li><li><a href="/s/c-er.pdf">Carers strategy 2026 to 2030 - Easy Read (PDF, 5MB)</a></li><li><a href="/s/c-lp.docx">Large print version of the Carers strategy 2026 to 2030 (Word)</a></li><li><a href="/s/c-cy.pdf">Carers strategy 2026 to 2030 (Welsh)</a></li></ul>
<p><a href="/s/action-plan.pdf">Action plan</a> <a href="/s/action-plan.docx">Word version</a></p>`,
    documents: [
      {
        addressEnds: 'carers-full.pdf',
        title: 'Carers strategy 2026 to 2030',
        kind: 'PDF',
        size: '3MB',
      },
      {
        addressEnds: 'c-er.pdf',
        title: 'Carers strategy 2026 to 2030 Easy Read',
        kind: 'PDF',
        size: '5MB',
      },
      {
        addressEnds: 'c-lp.docx',
        title: 'Carers strategy 2026 to 2030 Large print',
        kind: 'Word',
        size: '',
      },
      {
        addressEnds: 'c-cy.pdf',
        title: 'Carers strategy 2026 to 2030 Welsh',
        kind: 'PDF',
        size: '',
      },
      { addressEnds: 'action-plan.pdf', title: 'Action plan', kind: 'PDF', size: '' },
      { addressEnds: 'action-plan.docx', title: 'Action plan', kind: 'Word', size: '' },
    ],
  },
  {
    name: 'pages-and-media-only',
    html: `<main><h1>Gallery</h1><a href="/gallery/1.jpg">The new library</a> <a href="/films/opening.mp4">Opening day</a> <a href="/f/data.zip">All data (ZIP, 3 MB)</a> <a href="/wiki/File:Plan.pdf">About the plan</a>
<a href="/about">How to save a page as PDF</a> <a href="/search?q=report.pdf">Search again</a> <a href="https://share.example/post?u=https%3A%2F%2Fmarshwell.example%2Fa.pdf">Share</a> <a href="/csv-preview/spending.csv">See the table</a> <a href="mailto:a@marshwell.example?subject=a.pdf">Email us</a> <a href="/calendar.ics">Add to calendar</a></main>`,
    documents: [],
  },
];
