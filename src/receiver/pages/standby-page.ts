import { markup } from '../../render/markup.ts';
import { exitAddress } from '../settings/exit-address.ts';
import type { ReceiverOptions } from '../settings/options.ts';
import { contactLinks, page } from './pages.ts';

/** What the standby page says of the site that it is part of. */
export type StandbyOptions = Pick<
  ReceiverOptions,
  'organisation' | 'stylesheetUrl' | 'homeUrl' | 'exitUrl' | 'guardUrl'
>;

/**
 * Draws the page that a proxy shows while it cannot reach the receiver: one file that needs nothing of it. It
 * does not say that a request was lost, for the receiver may have stopped right after it kept one.
 *
 * @throws TypeError where `exitUrl` is not an absolute `https` address.
 */
export function standbyPage(options: StandbyOptions): string {
  const { organisation, stylesheetUrl, homeUrl, exitUrl, guardUrl } = options;
  const site = {
    base: '',
    organisation,
    stylesheetUrl,
    homeUrl,
    exitUrl: exitUrl === undefined ? undefined : exitAddress(exitUrl),
    guardUrl: exitUrl === undefined ? undefined : guardUrl,
    standsAlone: true,
  };
  const heading = 'Sorry, we cannot take requests at the moment';
  const main = markup`<h1>${heading}</h1>
<p>If you have just sent a request, it may not have arrived. Go back, wait a few minutes, and send it again. If both arrive, we count them as one.</p>
<p>Nothing that you typed is kept on this page. It may still be in the form when you go back.</p>
<p>If you cannot wait, or need help with a document: ${contactLinks(organisation)}</p>`;
  return page(site, heading, main).text;
}
