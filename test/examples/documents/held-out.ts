import type { DocumentPage } from './page.ts';

/** Pages that were written before the finder was changed, and on which it was not tuned. */
export const heldOut: readonly DocumentPage[] = [
  {
    name: 'liferay-library',
    html: `<div class="journal-content"><h2>Waste strategy</h2><div class="asset-list"><div class="asset"><span class="asset-icon icon-pdf" aria-hidden="true"></span><div class="asset-info"><h4 class="asset-title"><a href="/documents/20121/0/Waste+Strategy+2026.pdf/6f1c2b7e-9c1f-11ee-8c90-0242ac120002?t=1772">Waste strategy 2026</a></h4><span class="asset-meta">pdf (2.3 MB)</span></div></div>
<div class="asset"><div class="asset-info"><h4 class="asset-title"><a href="/documents/20121/0/Collection+days.xlsx/7a1c2b7e-9c1f-11ee-8c90-0242ac120002?t=1773">Collection days</a></h4><span class="asset-meta">xlsx (64 KB)</span></div></div></div></div>`,
    documents: [
      { addressEnds: 't=1772', title: 'Waste strategy 2026', kind: 'PDF', size: '2.3 MB' },
      { addressEnds: 't=1773', title: 'Collection days', kind: 'Excel', size: '64 KB' },
    ],
  },
  {
    name: 'contensis-grid',
    html: `<div class="row"><div class="col-8"><strong>Parking policy</strong><br>Sets out where permits are sold</div><div class="col-4"><a class="btn btn-primary" href="/image-library/documents/pp_2026_03.pdf">Download <span class="badge">PDF 1.9MB</span></a></div></div>
<div class="row"><div class="col-8"><strong>Visitor permit form</strong><br>For residents of zones A to D</div><div class="col-4"><a class="btn btn-primary" href="/image-library/documents/vpf.docx">Download <span class="badge">DOCX 35KB</span></a></div></div>`,
    documents: [
      { addressEnds: 'pp_2026_03.pdf', title: 'Parking policy', kind: 'PDF', size: '1.9MB' },
      { addressEnds: 'vpf.docx', title: 'Visitor permit form', kind: 'Word', size: '35KB' },
    ],
  },
  {
    name: 'trust-publication-scheme',
    html: `<section><h3>What we spend and how we spend it</h3><dl class="publications"><dt>Annual accounts 2025/26</dt><dd><a href="/application/files/2817/8800/1234/AA2526.pdf">PDF</a> (4.1 MB)</dd><dd><a href="/application/files/2817/8800/1234/AA2526.docx">Word</a> (1.2 MB)</dd><dt>Spend over £25,000, March 2026</dt><dd><a href="/application/files/99/spend-mar.csv">CSV</a> (77 KB)</dd></dl></section>
<aside><h3>Related</h3><a href="/foi">Freedom of information</a></aside>`,
    documents: [
      {
        addressEnds: 'AA2526.pdf',
        title: 'Annual accounts 2025/26',
        kind: 'PDF',
        size: '4.1 MB',
      },
      {
        addressEnds: 'AA2526.docx',
        title: 'Annual accounts 2025/26',
        kind: 'Word',
        size: '1.2 MB',
      },
      {
        addressEnds: 'spend-mar.csv',
        title: 'Spend over £25,000, March 2026',
        kind: 'CSV',
        size: '77 KB',
      },
    ],
  },
  {
    name: 'wordpress-download-manager',
    html: `<nav class="menu"><a href="/wp-content/uploads/menu.pdf">Menu PDF</a></nav><div class="w3eden"><div class="link-template-default card mb-2"><div class="card-body"><div class="media"><div class="mr-3 img-48"><img class="wpdm_icon" alt="Icon" src="data:,"></div><div class="media-body"><h3 class="package-title"><a href="/download/safeguarding-policy/">Safeguarding policy</a></h3><div class="text-muted text-small"><i class="fas fa-copy"></i> 1 file(s) <i class="fas fa-hdd ml-3"></i> 612.40 KB</div></div><div class="ml-3 wpdmdl-btn"><a class="wpdm-download-link download-on-click btn btn-primary" rel="nofollow" href="/download/safeguarding-policy/?wpdmdl=9278&amp;refresh=6abf1d00">Download</a></div></div></div></div></div>`,
    documents: [
      {
        addressEnds: 'refresh=6abf1d00',
        title: 'Safeguarding policy',
        kind: '',
        size: '612.40 KB',
      },
    ],
  },
  {
    name: 'leaflet-languages-table',
    html: `<h2>Translated leaflets</h2><table><thead><tr><th>Leaflet</th><th>English</th><th>Easy Read</th><th>Translations</th></tr></thead><tbody><tr><td>Having a smear test</td><td><a href="/leaflet/st-en.pdf">PDF (200 KB)</a></td><td><a href="/leaflet/st-er.pdf">Easy Read</a></td><td><a href="/leaflet/st-so.pdf">Somali</a>, <a href="/leaflet/st-bn.pdf">বাংলা</a></td></tr><tr><td>Your flu jab</td><td><a href="/leaflet/flu-en.pdf">PDF (180 KB)</a></td><td></td><td><a href="/leaflet/flu-ur.pdf">Urdu</a></td></tr></tbody></table>`,
    documents: [
      { addressEnds: 'st-en.pdf', title: 'Having a smear test', kind: 'PDF', size: '200 KB' },
      {
        addressEnds: 'st-er.pdf',
        title: 'Having a smear test Easy Read',
        kind: 'PDF',
        size: '',
      },
      { addressEnds: 'st-so.pdf', title: 'Having a smear test Somali', kind: 'PDF', size: '' },
      { addressEnds: 'st-bn.pdf', title: 'Having a smear test বাংলা', kind: 'PDF', size: '' },
      { addressEnds: 'flu-en.pdf', title: 'Your flu jab', kind: 'PDF', size: '180 KB' },
      { addressEnds: 'flu-ur.pdf', title: 'Your flu jab Urdu', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'plain-old-pages',
    html: `<div id="main"><p><font size="2"><b>Allotments</b></font></p><p><a href="docs/allot1.htm">About allotments</a></p><p>Rules for plot holders <a href="docs/rules.rtf"><img src="data:," alt="Word icon"></a> 44k</p><p><a href="/servlet/getdoc?docid=991&amp;filename=waiting-list.xls">Waiting list</a> - Excel, 31 KB</p><p><a href="docs/map.pdf"><img src="data:," alt="Map of the sites"></a></p></div><div id="footer"><a href="docs/terms.pdf">Terms (PDF)</a></div>`,
    documents: [
      { addressEnds: 'rules.rtf', title: 'Rules for plot holders', kind: 'RTF', size: '' },
      { addressEnds: 'waiting-list.xls', title: 'Waiting list', kind: 'Excel', size: '31 KB' },
      { addressEnds: 'map.pdf', title: 'Map of the sites', kind: 'PDF', size: '' },
    ],
  },
  {
    name: 'consultation-hub',
    html: `<div class="related-documents"><h2>Related</h2><ul><li class="supporting_document"><a class="cs-related-document" href="/planning/town-centre/supporting_documents/Town%20centre%20plan.pdf"><span class="icon" aria-hidden="true">PDF</span> Town centre plan</a><span class="cs-filesize">2.7 MB (PDF)</span></li><li class="supporting_document"><a class="cs-related-document" href="/planning/town-centre/supporting_documents/EqIA">Equality impact assessment</a><span class="cs-filesize">88.1 KB (Office Word 2007 XML document)</span></li></ul><p><a href="/planning/town-centre/consultation/">Give us your views</a></p></div>`,
    documents: [
      { addressEnds: 'plan.pdf', title: 'Town centre plan', kind: 'PDF', size: '2.7 MB' },
      {
        addressEnds: 'EqIA',
        title: 'Equality impact assessment',
        kind: 'Word',
        size: '88.1 KB',
      },
    ],
  },
];
