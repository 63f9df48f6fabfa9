import { textProblems } from '../i18n/text-problems.ts';
import { warn } from './warn.ts';

/** Says what keeps a quick exit from being seen, or from leaving as well as it could. */
function checkExit(element: HTMLElement, link: HTMLAnchorElement): void {
  // Scripts that wait, such as those that a framework puts first, run after the guard all the same.
  const script = document.head.querySelector<HTMLScriptElement>(
    'script:not([async], [defer], [type=module], [type$=json])',
  );
  if (!script?.src.includes('handrail-guard')) {
    warn(
      'handrail-guard.min.js is not the first script in the head. Put it there: without it nothing ' +
        'is covered until the other scripts have arrived, and Back can show a page for a moment.',
    );
  }
  if (link.protocol === 'http:') {
    warn('The quick exit leads to an http:// address, which others can watch. Use https://.');
  }
  const { left, top, width, height } = link.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  if (width === 0 || !(hit && link.contains(hit))) {
    warn(
      'The quick exit cannot be seen: it is hidden, off the screen or covered. Look for ' +
        'display: none around it, or for a layer of the page above it.',
    );
  }
}

/** Tells an author, on their own machine, what will not work on this page. Nobody else's page loads this. */
export function selfCheck(element: HTMLElement & { readonly texts?: unknown }): void {
  if (!element.isConnected) return;
  const { localName, texts } = element;
  if (texts)
    for (const problem of textProblems(texts, localName)) warn(`<${localName}> ${problem}`);
  const link = element.querySelector('a');
  if (localName === 'handrail-quick-exit' && link) checkExit(element, link);
}
