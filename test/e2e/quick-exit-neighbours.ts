import { readFileSync } from 'node:fs';
import { PAINT } from './quick-exit-sites.ts';
import { TRIED } from './quick-exit-threats.ts';
import type { Threat } from './quick-exit-threats.ts';

const library = (path: string): string =>
  readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

const TURBO = library('@hotwired/turbo/dist/turbo.es2017-umd.js');
const HTMX = library('htmx.org/dist/htmx.js');
const SWUP = library('swup/dist/Swup.umd.js');
const CONSENT = library('vanilla-cookieconsent/dist/cookieconsent.umd.js');
const CONSENT_STYLES = library('vanilla-cookieconsent/dist/cookieconsent.css');
const FOCUS_TRAP =
  library('tabbable/dist/index.umd.js') + library('focus-trap/dist/focus-trap.umd.js');
const QUICKLINK = library('quicklink/dist/quicklink.umd.js');

const ELEMENT =
  '<handrail-quick-exit><a href="{destination}/">Leave this page now</a></handrail-quick-exit>';

const NOTE = `note('${TRIED}');`;

/** Visits another page, by the library's own way, as the exit is pressed: its answer comes after the press. */
const onItsWay = (visit: string): string =>
  `addEventListener('pointerdown', ({ target }) => { if (target.closest('.leave')) { ${NOTE} ${visit} } }, true);`;

/** Libraries that council and NHS pages have beside an exit, as their packages are, and what they do to it. */
const LIBRARIES: readonly Threat[] = [
  {
    name: 'Turbo, on a page that it has put in the place of another',
    first: PAINT.next,
    lax: true,
    script: `${TURBO}; document.addEventListener('turbo:render', () => { ${NOTE} });`,
  },
  {
    name: 'Turbo, with a visit on its way',
    lax: true,
    script: `${TURBO}; ${onItsWay("Turbo.visit('/p7?wait=500');")}`,
  },
  {
    name: 'htmx, with a boosted page on its way',
    lax: true,
    script: `${HTMX}; document.body.setAttribute('hx-boost', 'true'); htmx.process(document.body);
      ${onItsWay("htmx.ajax('GET', '/p7?wait=500', { target: 'body', swap: 'outerHTML' });")}`,
  },
  {
    name: 'swup, with a visit on its way',
    lax: true,
    body: '<div id="swup" class="transition-main"></div>',
    script: `${SWUP}; const swup = new Swup({ animationSelector: false });
      ${onItsWay("swup.navigate('/p7?wait=500');")}`,
  },
  {
    name: 'a cookie banner that takes the page away until it is answered',
    exit: ELEMENT,
    lax: true,
    script: `const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(CONSENT_STYLES)});
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      ${CONSENT};
      CookieConsent.run({ onModalShow: () => { ${NOTE} }, disablePageInteraction: true, categories: { necessary: { readOnly: true } },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'Cookies', description: 'We use cookies.', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Reject' },
          preferencesModal: { sections: [] } } } } });`,
  },
  {
    name: 'a dialog that keeps focus and clicks to itself',
    body: '<div class="dialog"><button>Close</button></div>',
    script: `${FOCUS_TRAP};
      focusTrap.createFocusTrap('.dialog', { clickOutsideDeactivates: false, allowOutsideClick: false, onPostActivate: () => { ${NOTE} }, escapeDeactivates: false }).activate();`,
  },
  {
    name: 'links that are rendered ahead as they come into sight',
    lax: true,
    script: `${QUICKLINK}; quicklink.listen({ prerender: true, hrefFn: ({ href }) => { ${NOTE} return href; } });`,
  },
];

export const NEIGHBOURS: readonly Threat[] = LIBRARIES.map((each) => ({ ...each, acts: true }));
