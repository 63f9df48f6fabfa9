import { Refusal } from './answer.ts';

/**
 * Whether a request comes from a page of the receiver's own site. Schemes are not compared: behind
 * a proxy that ends TLS the receiver sees `http` where the browser sees `https`, and there are no
 * cookies here that another scheme could misuse.
 */
function isOwnSite(request: Request, origin: string): boolean {
  if (request.headers.get('Sec-Fetch-Site') === 'same-origin') return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

/**
 * Checks where a request comes from. A missing `Origin` is fine, and so is "null": browsers send it
 * from pages with a strict referrer policy, such as the receiver's own.
 *
 * @returns the headers that let a page on a listed origin read the answer; none for the own site.
 * @throws Refusal with status 403 for any other origin.
 */
export function checkOrigin(
  request: Request,
  allowed: ReadonlySet<string>,
): Record<string, string> {
  const origin = request.headers.get('Origin');
  if (origin === null || origin === 'null') return {};
  if (allowed.has(origin)) {
    return {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Expose-Headers': 'Retry-After, Handrail-Receiver',
    };
  }
  if (isOwnSite(request, origin)) return {};
  throw new Refusal(403, 'origin', 'This website cannot send requests here.');
}

/** What a listed origin's page is told before it sends: method and headers it may use. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key',
  'Access-Control-Max-Age': '600',
};
