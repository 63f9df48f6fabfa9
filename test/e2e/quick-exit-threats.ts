import type { SitePage } from './quick-exit-sites.ts';
import { PAINT } from './quick-exit-sites.ts';
import type { Colour } from './screen.ts';

/** What a page notes as it does what it is to be held back from. */
export const TRIED = 'tried';

/** One thing that a page does, or that happens on it, against which the way out has to hold. */
export interface Threat extends SitePage {
  /** What it is, as the end of "The way out holds against …". docs/quick-exit/threats.md has it too. */
  readonly name: string;
  /** What is pressed before the exit, so that the page has a gesture to act on. */
  readonly first?: Colour;
  /** For how long the exit is pressed, in seconds: a tenth or so where left out. */
  readonly hold?: number;
  /** Whether the page notes `TRIED`. One that never does would prove nothing. */
  readonly acts?: true;
}

const ELEMENT =
  '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

/**
 * Does something a while after the exit was pressed, in ways that no timer of the page is needed for, and
 * tells the test that it was done. Pages with it are lax: a strict one lets them have no worker.
 */
const later = (then: string, before = ''): { lax: true; acts: true; script: string } => ({
  lax: true,
  acts: true,
  script: `${before}
   const worker = new Worker('/a.worker.js');
   // Both note it: the end of a document ends what it was loading, a navigation ends the worker.
   const act = () => { note('${TRIED}'); worker.postMessage('${TRIED}'); ${then} };
   worker.onmessage = act;
   addEventListener('pointerdown', () => {
     worker.postMessage(300);
     fetch('/p8?wait=500').then(act, act);
   }, true);`,
});

/** Ways in which a page begins a navigation: HTML, "Navigation and session history"; Service Workers. */
const NAVIGATIONS: Readonly<Record<string, string>> = {
  'location.href': "location.href = '/p7'",
  'location.assign()': "location.assign('/p7')",
  'location.replace()': "location.replace('/p7')",
  'location.reload()': 'location.reload()',
  'location.hash': "location.hash = 'x'",
  'history.back()': 'history.back()',
  'history.go(0)': 'history.go(0)',
  'history.pushState()':
    "history.pushState(null, '', '/p7'); document.title = 'Support after abuse'",
  'navigation.navigate()': "self.navigation ? navigation.navigate('/p7') : location.assign('/p7')",
  'navigation.reload()': 'self.navigation ? navigation.reload() : location.reload()',
  'window.open() into this window': "open('/p7', '_self')",
  'click() on a link': "Object.assign(document.createElement('a'), { href: '/p7' }).click()",
  'click() on a link in the document':
    "{ const a = Object.assign(document.createElement('a'), { href: '/p7' }); document.documentElement.append(a); a.click(); }",
  'form.submit()':
    "{ const f = document.createElement('form'); f.action = '/p7'; document.documentElement.append(f); f.submit(); }",
  'form.requestSubmit()':
    "{ const f = document.createElement('form'); f.action = '/p7'; document.documentElement.append(f); f.requestSubmit(); }",
  'a meta refresh that is written later':
    "{ const m = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=/p7' }); document.head.append(m); }",
};

export const NAVIGATING: readonly Threat[] = [
  ...Object.entries(NAVIGATIONS).map(([name, then]) => ({
    name: `${name}, by code that a worker and a fetch call back`,
    ...later(then),
  })),
  {
    name: 'a navigation that is on its way when somebody leaves',
    script: "addEventListener('pointerdown', () => { location.href = '/p7?wait=700'; }, true);",
  },
  {
    name: 'a form that is being sent when somebody leaves',
    body: '<form method="post" action="/p7?wait=700"></form>',
    script: "addEventListener('pointerdown', () => document.forms[0].submit(), true);",
  },
  {
    name: 'a navigation that ends the page while the exit is pressed',
    hold: 0.9,
    script:
      "addEventListener('pointerdown', () => setTimeout(() => { location.href = '/p7'; }, 20), true);",
  },
  {
    name: 'a meta refresh in the page',
    body: '<meta http-equiv="refresh" content="6;url=/p7">',
  },
  {
    name: 'a navigate listener that cancels everything',
    script:
      "self.navigation?.addEventListener('navigate', (event) => event.preventDefault()); onclick = (event) => event.preventDefault();",
  },
  {
    name: 'a router that intercepts everything',
    script:
      "self.navigation?.addEventListener('navigate', (event) => event.canIntercept && event.intercept({ handler: async () => { document.title = 'Support after abuse'; } })); if (self.navigation) navigation.onnavigate = (event) => event.preventDefault();",
  },
  {
    name: 'a question about unsaved changes',
    script:
      "addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'Stay'; });",
  },
  {
    name: 'timers, also many',
    script:
      "for (let i = 0; i < 12000; i++) setTimeout(() => {}, 1e6); addEventListener('pointerdown', () => { for (const ms of [200, 300, 400]) { setTimeout(() => { location.href = '/p7'; }, ms); } setInterval(() => { location.href = '/p7'; }, 250); }, true);",
  },
  {
    name: 'animation frames',
    acts: true,
    script: `addEventListener('pointerdown', () => { let frames = 0; const go = () => { frames += 1; if (frames < 20) requestAnimationFrame(go); else { note('${TRIED}'); location.href = '/p7'; } }; go(); }, true);`,
  },
  {
    name: 'a page that answers its own unloading',
    script:
      "addEventListener('pagehide', () => { location.href = '/p7'; }); onbeforeunload = () => { location.href = '/p7'; };",
  },
];

const WIDGET = '<div class="widget"></div>';
const PUT_BACK =
  "const w = document.querySelector('.widget'); const old = document.documentElement; w.style.cssText = 'display:block !important;position:fixed;left:500px;top:300px;width:200px;height:60px;background:#ff0080;z-index:2147483647';";

/** Ways in which a page shows something again: DOM, HTML "Dynamic markup insertion", CSSOM, Popover, "User prompts". */
export const SHOWING: readonly Threat[] = [
  {
    name: 'a widget that is put beside the body and into it',
    body: WIDGET,
    script: `${PUT_BACK} addEventListener('pointerdown', () => { const f = () => { document.documentElement.append(w); document.body?.append(w); requestAnimationFrame(f); }; f(); }, true);`,
  },
  {
    name: 'the old document put back',
    body: WIDGET,
    ...later(
      "document.documentElement.replaceWith(old); document.title = 'Support after abuse';",
      PUT_BACK,
    ),
  },
  {
    name: 'document.open() and document.write()',
    ...later(
      "document.open(); document.write('<title>Support after abuse</title><body bgcolor=#ff00ff>Support'); document.close();",
    ),
  },
  {
    name: 'document.write() taken from the prototype',
    ...later(
      "Document.prototype.open.call(document); Document.prototype.write.call(document, '<title>Support after abuse</title><body bgcolor=#ff00ff>Support'); Document.prototype.close.call(document);",
    ),
  },
  {
    name: 'a style sheet that is adopted again',
    ...later(
      'document.adoptedStyleSheets = [sheet];',
      "const sheet = new CSSStyleSheet(); sheet.replaceSync('html { background: #ff00ff !important }'); document.adoptedStyleSheets = [sheet];",
    ),
  },
  {
    name: 'styles on the root that come back',
    ...later(
      "document.documentElement.style.cssText = 'background:#ff00ff'; document.body?.setAttribute('bgcolor', '#ff00ff')",
    ),
  },
  {
    name: 'an observer that keeps the title',
    script:
      "new MutationObserver(() => { if (!/abuse/.test(document.title)) document.title = 'Support after abuse'; }).observe(document, { subtree: true, childList: true, characterData: true });",
  },
  {
    name: 'an observer of the title’s own element',
    script:
      "const t = document.querySelector('title'); new MutationObserver(() => { if (t.textContent === 'Support after abuse' && document.head?.firstChild === t) return; t.textContent = 'Support after abuse'; document.head?.prepend(t); }).observe(document, { subtree: true, childList: true, characterData: true });",
  },
  {
    name: 'an observer that puts the body back',
    body: WIDGET,
    script: `${PUT_BACK} const b = document.body; new MutationObserver(() => { if (!b.isConnected) document.documentElement.append(b); }).observe(document, { subtree: true, childList: true });`,
  },
  {
    name: 'alert(), confirm(), prompt() and print()',
    ...later("alert('Support after abuse'); confirm('Support'); prompt('Support'); print();"),
  },
  {
    name: 'a dialog and a popover that open later',
    body: '<dialog class="widget">x</dialog><div popover="manual" class="widget">y</div>',
    ...later(
      'document.documentElement.append(d, p); d.showModal(); p.showPopover();',
      "const d = document.querySelector('dialog'), p = document.querySelector('[popover]');",
    ),
  },
  {
    name: 'a frame with the page in it that is put back',
    body: '<iframe src="/p8" class="widget"></iframe>',
    ...later('document.documentElement.append(f)', "const f = document.querySelector('iframe');"),
  },
  {
    name: 'a page in full screen',
    first: PAINT.next,
    script:
      "document.querySelector('.next').onclick = (event) => { event.preventDefault(); document.documentElement.requestFullscreen(); };",
  },
];

/** Parts of the platform that throw or are missing, before the guard has run. */
const MISSING: Readonly<Record<string, string>> = {
  'cookies that throw':
    "Object.defineProperty(document, 'cookie', { get() { throw new DOMException('', 'SecurityError'); }, set() { throw new DOMException('', 'SecurityError'); } });",
  'storage that throws':
    "Object.defineProperty(self, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } });",
  'a BroadcastChannel that throws':
    'self.BroadcastChannel = class { constructor() { throw new Error(); } };',
  'no BroadcastChannel': 'delete self.BroadcastChannel;',
  'no popover':
    'delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover;',
  'no performance entries':
    'Performance.prototype.getEntriesByType = () => { throw new Error(); };',
  'no Navigation API':
    'delete self.navigation; delete Window.prototype.navigation; try { Object.defineProperty(self, "navigation", { value: undefined }); } catch {}',
  'no currentScript': "Object.defineProperty(document, 'currentScript', { value: null });",
  'no sound':
    'delete self.Audio; delete self.AudioContext; delete self.webkitAudioContext; delete HTMLMediaElement.prototype.play; try { delete Navigator.prototype.mediaDevices; } catch {}',
  'no observers':
    'self.MutationObserver = class { observe() { throw new Error(); } takeRecords() {} disconnect() {} }; delete self.ResizeObserver;',
  'no adopted style sheets':
    "Object.defineProperty(Document.prototype, 'adoptedStyleSheets', { get() { throw new Error(); }, set() { throw new Error(); } });",
  'a history that throws':
    "History.prototype.replaceState = () => { throw new DOMException('', 'SecurityError'); };",
  'no stop()': 'self.stop = undefined;',
  'no Proxy and no WeakRef': 'delete self.Proxy; delete self.WeakRef;',
};

export const LACKING: readonly Threat[] = Object.entries(MISSING).map(([name, early]) => ({
  name,
  early,
}));

/** Where an exit stands and what lies around it. Each is left by one press of the mouse on its colour. */
export const STANDING: readonly Threat[] = [
  { name: 'the element', exit: ELEMENT },
  ...['html { zoom: 1.4 }', 'body { zoom: 2 }', 'html { zoom: 1.5; direction: rtl }'].map(
    (rule) => ({
      name: `the element, where the page has ${rule}`,
      exit: ELEMENT,
      script: `const s = new CSSStyleSheet(); s.replaceSync('${rule}'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s];`,
    }),
  ),
  {
    name: 'the element, with the focus under it',
    exit: `${ELEMENT}<a id="under" href="/p7" style="position:absolute">x</a>`,
    script: `const u = document.querySelector('#under'); setTimeout(() => { const b = document.querySelector('.handrail-exit-link').getBoundingClientRect(); Object.assign(u.style, { left: b.left + 'px', top: b.top + 'px', width: b.width + 'px', height: b.height + 'px' }); u.focus(); }, 300);`,
  },
  {
    name: 'an open shadow root',
    exit: '<div id="host"></div>',
    script: `const root = document.querySelector('#host').attachShadow({ mode: 'open' }); const e = document.createElement('handrail-quick-exit'); e.append(Object.assign(document.createElement('a'), { href: '{destination}/', textContent: 'Leave', id: 'l' })); root.append(e); const s = document.createElement('link'); s.rel = 'stylesheet'; s.href = '/site.css'; root.append(s);`,
  },
  {
    name: 'a closed shadow root',
    exit: '<div id="host"></div>',
    script: `const root = document.querySelector('#host').attachShadow({ mode: 'closed' }); const e = document.createElement('handrail-quick-exit'); e.append(Object.assign(document.createElement('a'), { href: '{destination}/', textContent: 'Leave', id: 'l' })); root.append(e); const s = document.createElement('link'); s.rel = 'stylesheet'; s.href = '/site.css'; root.append(s);`,
  },
  {
    name: 'an open modal dialog',
    exit: ELEMENT,
    body: '<dialog class="widget"><button>x</button></dialog>',
    script: "setTimeout(() => document.querySelector('dialog').showModal(), 300);",
  },
  {
    name: 'an element in full screen',
    exit: ELEMENT,
    first: PAINT.next,
    script:
      "document.querySelector('.next').onclick = (event) => { event.preventDefault(); document.querySelector('.mark').requestFullscreen(); };",
  },
  {
    name: 'a popover above it, in a closed shadow root',
    exit: `${ELEMENT}<div id="over"></div>`,
    script: `const r = document.querySelector('#over').attachShadow({ mode: 'closed' }); const p = document.createElement('div'); p.popover = 'manual'; Object.assign(p.style, { position: 'fixed', inset: '0', width: '100%', height: '300px', background: '#888' }); r.append(p); setTimeout(() => p.showPopover(), 300);`,
  },
  {
    name: 'an exit that is redrawn while it is pressed',
    script: `const l = document.querySelector('.leave'); l.addEventListener('mousedown', () => l.replaceWith(l.cloneNode(true)));`,
  },
  {
    name: 'an exit that is taken away while it is pressed',
    script: `const l = document.querySelector('.leave'); addEventListener('mousedown', () => l.remove());`,
  },
  {
    name: 'an exit that is moved and covered while it is pressed',
    body: WIDGET,
    script: `const l = document.querySelector('.leave'); addEventListener('mousedown', () => { l.style.transform = 'translate(300px, 200px)'; Object.assign(document.querySelector('.widget').style, { position: 'fixed', inset: '0', width: '100%', height: '100%' }); });`,
  },
  {
    name: 'a page that prevents and stops every event',
    script: `for (const type of ['pointerdown','pointerup','mousedown','mouseup','click','auxclick','touchstart','keydown','keyup','dragstart']) for (const target of [window, document]) target.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);`,
  },
  {
    name: 'a view transition that runs',
    exit: ELEMENT,
    first: PAINT.next,
    script:
      "const s = new CSSStyleSheet(); s.replaceSync('::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 60s }'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; document.querySelector('.next').onclick = (event) => { event.preventDefault(); document.startViewTransition(() => {}); };",
  },
];
