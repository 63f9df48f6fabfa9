import { isAsked } from './own-fields.ts';

/** How long the page may take to come again, in milliseconds. */
const PATIENCE = 15_000;

/** Fetches a page again, and gives it without running what is in it. */
async function fetchPage(): Promise<Document | null> {
  return new Promise((resolve) => {
    // A request of this kind gives a document without the page's Trusted Types having a say.
    const request = new XMLHttpRequest();
    request.open('GET', document.URL);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.setRequestHeader('Cache-Control', 'no-cache');
    request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null);
    request.send();
  });
}

/** The hidden fields around or in an element, by name: its own form's, or those of the one around it. */
function hiddenIn(element: Element | undefined): Map<string, string> {
  const form = element?.querySelector('form:not([data-handrail-form])') ?? element?.closest('form');
  const fields = (form ?? element)?.querySelectorAll<HTMLInputElement>('input[type=hidden]');
  return new Map(
    [...(fields ?? [])]
      .filter(({ name }) => !isAsked(name))
      .map((field) => [field.name, field.getAttribute('value') ?? '']),
  );
}

/**
 * Reads the hidden fields of an element's form out of its page, as the server gives that now: among them
 * is the token.
 *
 * @returns those that are others now; none where the page cannot be had, or has no such form any more.
 */
export async function freshFields(element: Element): Promise<ReadonlyMap<string, string>> {
  const at = [...document.querySelectorAll(element.localName)].indexOf(element);
  const before = hiddenIn(element);
  const page = before.size > 0 && at >= 0 ? await fetchPage() : null;
  const now = hiddenIn(page?.querySelectorAll(element.localName)[at]);
  // What is empty there is filled in by a script here, such as a CAPTCHA's.
  return new Map(
    [...now].filter(([name, value]) => value !== '' && (before.get(name) ?? value) !== value),
  );
}
