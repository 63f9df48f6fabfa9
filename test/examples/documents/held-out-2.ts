import type { DocumentPage } from './page.ts';

/** More pages that were written before the finder was tried on them. */
export const heldOutToo: readonly DocumentPage[] = [
  {
    name: 'sharepoint-library-page',
    html: `<div class="ms-rtestate-field"><h3 class="ms-rteElement-H3">Mental Capacity Act</h3><p>​<a href="/Documents/MCA/MCA%20Policy%20v4.2.pdf?Web=1" target="_blank"><img class="ms-asset-icon ms-rtePosition-4" src="data:," alt="">MCA Policy</a></p><p><a href="/_layouts/15/WopiFrame.aspx?sourcedoc=/Documents/MCA/Assessment%20form.docx&amp;action=default">Assessment form</a></p><p><a href="/_layouts/15/download.aspx?SourceUrl=/Documents/MCA/Flowchart.pptx">Flowchart for staff</a> 220 KB</p><p><a href="/sites/mca/SitePages/Home.aspx">Back to the team site</a></p></div>`,
    documents: [
      { addressEnds: 'pdf?Web=1', title: 'MCA Policy', kind: 'PDF', size: '' },
      { addressEnds: 'action=default', title: 'Assessment form', kind: 'Word', size: '' },
      {
        addressEnds: 'Flowchart.pptx',
        title: 'Flowchart for staff',
        kind: 'PowerPoint',
        size: '220 KB',
      },
    ],
  },
  {
    name: 'newsletter-archive',
    html: `<h2>Newsletters</h2><ul class="newsletters"><li><a href="/nl/2026-05.pdf">May 2026</a></li><li><a href="/nl/2026-02.pdf">February 2026 [PDF]</a></li><li><a href="/nl/2025-11.pdf">Issue 14, November 2025 (1.2 MB)</a></li></ul>
<h2>Minutes</h2><h3>12 March 2026</h3><p><a href="/mins/a.pdf">Agenda</a> | <a href="/mins/b.pdf">Minutes</a></p><h3>9 April 2026</h3><p><a href="/mins/c.pdf">Agenda</a></p>`,
    documents: [
      { addressEnds: '2026-05.pdf', title: 'May 2026', kind: 'PDF', size: '' },
      { addressEnds: '2026-02.pdf', title: 'February 2026', kind: 'PDF', size: '' },
      {
        addressEnds: '2025-11.pdf',
        title: 'Issue 14, November 2025',
        kind: 'PDF',
        size: '1.2 MB',
      },
      { addressEnds: 'a.pdf', title: 'Agenda (12 March 2026)', kind: 'PDF', size: '' },
      { addressEnds: 'b.pdf', title: 'Minutes', kind: 'PDF', size: '' },
      { addressEnds: 'c.pdf', title: 'Agenda (9 April 2026)', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'nhs-trust-cards',
    html: `<ul class="nhsuk-grid-row nhsuk-card-group"><li class="nhsuk-card-group__item"><div class="nhsuk-card nhsuk-card--clickable"><div class="nhsuk-card__content"><h2 class="nhsuk-card__heading"><a class="nhsuk-card__link" href="/application/files/1716/1234/Having_an_MRI_scan.pdf">Having an MRI scan</a></h2><p class="nhsuk-card__description">What to expect on the day. PDF, 4 pages.</p></div></div></li>
<li class="nhsuk-card-group__item"><div class="nhsuk-card"><div class="nhsuk-card__content"><h2 class="nhsuk-card__heading">Having a CT scan</h2><p>For adults and children over 12.</p><p><a href="/application/files/1716/1235/ct.pdf">Read the leaflet</a> (PDF 220KB)</p><p><a href="/application/files/1716/1235/ct-er.pdf">Easy read leaflet</a> (PDF 1MB)</p></div></div></li></ul>
<div class="nhsuk-inset-text"><p>If you need this in another language, <a href="/contact">contact us</a>.</p></div>`,
    documents: [
      { addressEnds: 'scan.pdf', title: 'Having an MRI scan', kind: 'PDF', size: '' },
      { addressEnds: 'ct.pdf', title: 'Having a CT scan', kind: 'PDF', size: '220KB' },
      { addressEnds: 'ct-er.pdf', title: 'Having a CT scan Easy read', kind: 'PDF', size: '1MB' },
    ],
  },
  {
    name: 'idox-planning-table',
    html: `<table id="Documents"><tr><th>&nbsp;</th><th>Date Published</th><th>Document Type</th><th>Drawing Number</th><th>Description</th><th>View</th></tr><tr class="oddrow"><td><input type="checkbox" aria-label="Select"></td><td>08 May 2026</td><td>Decision notice</td><td></td><td>Approval with conditions</td><td><a href="/online-applications/files/5F2C/pdf/26_00411_FUL-DECISION-1200.pdf" target="_blank" title="View Document"><img src="data:," alt="View Document"></a></td></tr><tr class="evenrow"><td><input type="checkbox" aria-label="Select"></td><td>02 Feb 2026</td><td>Plans</td><td>A-101</td><td>Proposed elevations</td><td><a href="/online-applications/files/77AA/pdf/26_00411_FUL-ELEV-1100.pdf" target="_blank" title="View Document"><img src="data:," alt="View Document"></a></td></tr></table>`,
    documents: [
      { addressEnds: '1200.pdf', title: 'Approval with conditions', kind: 'PDF', size: '' },
      { addressEnds: '1100.pdf', title: 'Proposed elevations', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'tabs-and-menus',
    html: `<div class="mega-menu" id="mm" hidden><a href="/menu/plan.pdf">Corporate plan</a></div><main><h1>Elections</h1><div class="govuk-tabs"><ul role="tablist"><li role="presentation"><a role="tab" href="#f" aria-controls="f">Forms</a></li></ul><section id="p" role="tabpanel"><a href="/el/postal-vote.pdf">Postal vote form</a></section><section id="f" role="tabpanel" style="display:none"><a href="/el/proxy.pdf">Proxy vote form</a> <a href="/el/proxy-cy.pdf" lang="cy">Ffurflen bleidlais drwy ddirprwy</a></section></div><p><a class="share" href="https://social.example/share?url=https%3A%2F%2Fmarshwell.example%2Fel%2Fpostal-vote.pdf">Share the form</a> <a href="/el/results.json">Results for developers</a> <a href="#top">Back to top</a></p></main><div id="ccc" role="dialog"><a href="/privacy.pdf">Privacy notice</a></div><div class="site-footer"><p><a href="/accessibility.pdf">Accessibility statement (PDF)</a></p></div>`,
    documents: [
      { addressEnds: 'postal-vote.pdf', title: 'Postal vote form', kind: 'PDF', size: '' },
      { addressEnds: 'proxy.pdf', title: 'Proxy vote form', kind: 'PDF', size: '' },
      {
        addressEnds: 'proxy-cy.pdf',
        title: 'Ffurflen bleidlais drwy ddirprwy',
        kind: 'PDF',
        size: '',
      },
    ],
  },
  {
    name: 'bold-then-links-paragraphs',
    html: `<div class="editor"><p><strong>Housing strategy 2026 to 2031</strong></p><p>This sets out what homes we need.</p><p><a href="/media/1001/hs.pdf">View the full strategy</a></p><p><a href="/media/1001/hs-summary.pdf">Summary (PDF 300 KB)</a></p><p><strong>Homelessness strategy</strong></p><p><a href="/media/1002/homeless.pdf">Download</a></p><p>Appendix A – <a href="/media/1003/a.pdf">here</a></p></div>`,
    documents: [
      { addressEnds: 'hs.pdf', title: 'Housing strategy 2026 to 2031', kind: 'PDF', size: '' },
      { addressEnds: 'hs-summary.pdf', title: 'Summary', kind: 'PDF', size: '300 KB' },
      { addressEnds: 'homeless.pdf', title: 'Homelessness strategy', kind: 'PDF', size: '' },
      { addressEnds: 'a.pdf', title: 'Appendix A', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'federated-search-results',
    html: `<ol class="results"><li class="result"><h3><a href="/documents/d/guest/fostering-handbook">Fostering handbook</a></h3><p class="result__meta">Document · PDF · 3.2MB · Last updated: 4 June 2026</p><p>Everything foster carers need to know.</p></li><li class="result"><h3><a href="/fostering">Fostering</a></h3><p class="result__meta">Page · Last updated: 1 June 2026</p></li><li class="result"><h3><a href="/documents/d/guest/allowances">Fostering allowances</a></h3><p class="result__meta">Document · Spreadsheet (XLSX) · 41KB</p></li></ol>`,
    documents: [
      {
        addressEnds: 'fostering-handbook',
        title: 'Fostering handbook',
        kind: 'PDF',
        size: '3.2MB',
      },
      { addressEnds: 'allowances', title: 'Fostering allowances', kind: 'Excel', size: '41KB' },
    ],
  },
  {
    name: 'figure-and-area',
    html: `<figure><a href="/wards/north.pdf"><img src="data:," alt=""></a><figcaption>Map of the north wards (PDF, 5 MB)</figcaption></figure><figure><a href="/wards/south.pdf" download="South wards.pdf"><img src="data:," alt="Download map"></a><figcaption>Map of the south wards</figcaption></figure><button onclick="location='/x'">Print this page</button> <a href="/wards/list">List of wards</a>`,
    documents: [
      { addressEnds: 'north.pdf', title: 'Map of the north wards', kind: 'PDF', size: '5 MB' },
      { addressEnds: 'south.pdf', title: 'Map of the south wards', kind: 'PDF', size: '' },
    ],
  },
];
