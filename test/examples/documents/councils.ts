import type { DocumentPage } from './page.ts';

/** Document lists as the systems of councils write them. */
export const councils: readonly DocumentPage[] = [
  {
    name: 'moderngov-meeting',
    html: `<div class="mgContent"><h2 class="mgSubTitleTxt">Tuesday 12 May 2026, 7.00 pm, Cabinet</h2>
<ul class="mgActionList"><li><a href="/mgConvert2PDF.aspx?ID=7714" title="Link to document pack PDF file">Agenda frontsheet <span class="mgFileSize">PDF 241 KB</span></a></li>
<li><a href="/documents/g7714/Public%20reports%20pack%2012th-May-2026.pdf?T=10">Public reports pack <span class="mgFileSize">PDF 14 MB</span></a></li></ul>
<table class="mgItemTable"><tr><td class="mgItemNumberCell">4.</td><td><p class="mgAiTitleTxt">Budget monitoring</p><ul><li><a href="/documents/s51882/Budget%20monitoring%20Q4.pdf">Budget monitoring, quarter 4 <span class="mgFileSize">PDF 388 KB</span></a></li></ul>
<p><a href="/mgIssueHistoryHome.aspx?IId=9932">View the background to item 4.</a></p></td></tr></table>
<p><a href="/ieListMeetings.aspx?CommitteeId=137">Other meetings of Cabinet</a></p></div>`,
    documents: [
      { addressEnds: 'ID=7714', title: 'Agenda frontsheet', kind: 'PDF', size: '241 KB' },
      { addressEnds: 'pdf?T=10', title: 'Public reports pack', kind: 'PDF', size: '14 MB' },
      {
        addressEnds: 'Q4.pdf',
        title: 'Budget monitoring, quarter 4',
        kind: 'PDF',
        size: '388 KB',
      },
    ],
  },
  {
    name: 'umbraco-cards',
    html: `<header class="site-header"><a href="/">Home</a><a href="/media/logo/brand-guide.pdf">Brand guide</a></header>
<main><h1>Licensing</h1><div class="document-list"><div class="document-list__item"><div class="document-list__body"><p class="document-list__title">Statement of licensing policy</p><p class="document-list__meta">PDF | 1.1 MB | Updated 3 March 2026</p></div><a class="button" href="/media/hx2p0zab/slp-2026-final-v2.pdf" target="_blank">View document<span class="sr-only"> (opens in new window)</span></a></div>
<div class="document-list__item"><div class="document-list__body"><p class="document-list__title">Premises licence fees</p><p class="document-list__meta">XLSX | 22 KB | Updated 1 April 2026</p></div><a class="button" href="/media/qq1l5exs/fees.xlsx" target="_blank">View document<span class="sr-only"> (opens in new window)</span></a></div></div></main>
<footer class="site-footer"><a href="/media/zz/privacy-notice.pdf">Privacy notice (PDF)</a></footer>`,
    documents: [
      {
        addressEnds: 'slp-2026-final-v2.pdf',
        title: 'Statement of licensing policy',
        kind: 'PDF',
        size: '1.1 MB',
      },
      { addressEnds: 'fees.xlsx', title: 'Premises licence fees', kind: 'Excel', size: '22 KB' },
    ],
  },
  {
    name: 'squiz-file-listing',
    html: `<div id="content"><h2>School admissions</h2><p>Read the <a href="https://www.marshwell.example/__data/assets/pdf_file/0019/126262/sb.pdf" title="School admissions booklet 2026">admissions booklet</a> before you apply.</p>
<ul class="file-list"><li class="word_doc"><a href="/__data/assets/word_doc/0007/126270/supp-form.docx">Supplementary information form</a> <em>(DOCX 96.5 KB)</em></li>
<li class="pdf_file"><a href="/__data/assets/pdf_file/0011/126271/appeals.pdf">Appeals timetable</a> <em>(PDF 1.0 MB)</em></li></ul>
<p><a href="/schools/apply">Apply for a school place</a></p></div>`,
    documents: [
      { addressEnds: 'sb.pdf', title: 'admissions booklet', kind: 'PDF', size: '' },
      {
        addressEnds: 'supp-form.docx',
        title: 'Supplementary information form',
        kind: 'Word',
        size: '96.5 KB',
      },
      { addressEnds: 'appeals.pdf', title: 'Appeals timetable', kind: 'PDF', size: '1.0 MB' },
    ],
  },
  {
    name: 'click-here-in-prose',
    html: `<div class="wysiwyg"><h2>Council tax</h2><p>To download the Council tax leaflet 2026 to 2027, <a href="/asset/88/ctl.pdf">click here</a>.</p>
<p><a href="/asset/89/ctr.pdf">Click here</a> to read our Council tax reduction scheme.</p>
<p>For a large bin, <a href="/bins/large">click here</a>.</p><p>Discount form: <a href="/asset/90/form.doc">download</a> (58KB)</p></div>`,
    documents: [
      {
        addressEnds: 'ctl.pdf',
        title: 'Council tax leaflet 2026 to 2027',
        kind: 'PDF',
        size: '',
      },
      { addressEnds: 'ctr.pdf', title: 'Council tax reduction scheme', kind: 'PDF', size: '' },
      { addressEnds: 'form.doc', title: 'Discount form', kind: 'Word', size: '58KB' },
    ],
  },
  {
    name: 'goss-and-sharepoint',
    html: `<div class="article"><ul><li><a href="/CHttpHandler.ashx?id=4711&amp;p=0">Local plan policies map</a> (PDF) [9MB]</li>
<li><a href="/media/1534/Local-Plan/pdf/Local-Plan.pdf?m=1772000000">Local Plan (PDF) [3MB] (opens new window)</a></li>
<li><a href="https://marshwell.sharepoint.example/:b:/s/planning/EaBcD123?e=x1">Green belt review</a></li>
<li><a href="https://marshwell.sharepoint.example/:w:/r/sites/planning/_layouts/15/Doc.aspx?sourcedoc=%7B12AB%7D&amp;file=Statement%20of%20consultation.docx&amp;action=default">Statement of consultation</a></li>
<li><a href="https://marshwell.sharepoint.example/:f:/s/planning/EqFolder?e=y2">All planning files</a></li>
<li><a href="https://drive.google.com/file/d/1AbCdEf/view?usp=sharing">Examination library list</a></li></ul></div>`,
    documents: [
      { addressEnds: 'id=4711&p=0', title: 'Local plan policies map', kind: 'PDF', size: '9MB' },
      { addressEnds: 'm=1772000000', title: 'Local Plan', kind: 'PDF', size: '3MB' },
      { addressEnds: 'EaBcD123?e=x1', title: 'Green belt review', kind: 'PDF', size: '' },
      {
        addressEnds: 'action=default',
        title: 'Statement of consultation',
        kind: 'Word',
        size: '',
      },
      { addressEnds: 'usp=sharing', title: 'Examination library list', kind: '', size: '' },
    ],
  },
  {
    name: 'accordion-and-hidden',
    html: `<main><h1>Adult social care</h1><details><summary>Charging policies</summary><ul><li><a href="/d/charging.pdf">Charging policy 2026 (PDF, 640KB)</a></li></ul></details>
<div class="accordion"><h2><button aria-expanded="false" aria-controls="acc-2">Forms</button></h2><div id="acc-2" style="display: none"><a href="/d/assessment.docx">Financial assessment form</a></div></div>
<div hidden><a href="/d/old-policy.pdf">Old policy</a></div><p style="display:none"><a href="/d/draft.pdf">Draft</a></p>
<p><a href="/d/photo.jpg">Photograph of the day centre</a> <a href="/d/all.zip">All forms (ZIP, 4MB)</a> <a href="/d/advert.mp4">Our advert</a></p></main>
<div class="cookie-banner" role="region" aria-label="Cookies"><a href="/d/cookies.pdf">Cookie policy (PDF)</a></div>`,
    documents: [
      { addressEnds: 'charging.pdf', title: 'Charging policy 2026', kind: 'PDF', size: '640KB' },
      {
        addressEnds: 'assessment.docx',
        title: 'Financial assessment form',
        kind: 'Word',
        size: '',
      },
    ],
  },
];
