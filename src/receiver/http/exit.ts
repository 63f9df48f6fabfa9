import { exitAddress } from '../settings/exit-address.ts';

/**
 * Answers an exit address of the site's own, for people whose browser runs none of the page's scripts:
 * `<a href="/leave" data-handrail-exit="server">`. It sends them on without telling the destination
 * where they came from, and has the browser forget the pages of the site that it keeps in its caches,
 * so that Back has to load them again. It keeps the visit out of no history list.
 *
 * @param destination - where to send people: an absolute `https` address on another site.
 * @returns a 303 response. The same `Response` can be made for each request; nothing of it is stored.
 * @throws TypeError where the destination is not an absolute `https` address.
 */
export function exitResponse(destination: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: exitAddress(destination),
      'Referrer-Policy': 'no-referrer',
      'Clear-Site-Data': '"cache"',
      'Cache-Control': 'no-store',
    },
  });
}
