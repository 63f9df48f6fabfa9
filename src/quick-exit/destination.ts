import { attempt } from './attempt.ts';

/** Where an exit leads when its own address cannot be used. */
export const DEFAULT_DESTINATION = 'https://www.bbc.co.uk/weather';

/**
 * Resolves an exit's address.
 *
 * @param href - the attribute as the author wrote it.
 * @param here - the page's own location.
 * @param onServer - whether the author says that the address is one of this site's own, which sends
 *   people on to another site.
 * @returns an absolute `http` or `https` address on another site, or `undefined` where the given one
 *   is missing, malformed, of another scheme (`javascript:`, `data:`), or on this site.
 */
export function destination(
  href: string | null | undefined,
  here: Pick<Location, 'href' | 'hostname'>,
  onServer = false,
): string | undefined {
  return attempt(() => {
    const { href: to, hostname, protocol } = new URL(href ?? '', here.href);
    const within = (a: string, b: string): boolean => `.${a}`.endsWith(`.${b}`);
    const sameSite =
      within(hostname, here.hostname.replace(/^www\./, '')) || within(here.hostname, hostname);
    return /^https?:/.test(protocol) && (onServer || !sameSite) ? to : undefined;
  });
}
