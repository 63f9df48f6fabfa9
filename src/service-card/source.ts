import type { Service, ServicesFile } from '../service/service.ts';
import type { CardExtras } from './view/view.ts';
import { servicesFile } from '../service/services-file.ts';

/** A card's service, and the file that it came from, where there is one. */
export interface Found {
  readonly service: Service;
  readonly file?: ServicesFile;
}

/** What few cards need, fetched where it is needed. */
export type Extras = typeof import('./extras.ts');

/** As far as they are there: a server has no use for what keeps a number. */
export type FetchedExtras = CardExtras & Partial<Pick<Extras, 'keepView'>>;

export const extras = (): Promise<Extras> => import('./extras.ts');

/**
 * Finds a card's service.
 *
 * @param src - a services file's address with a service's id as its fragment; empty for none.
 * @param block - a JSON-LD block, read where there is no `src`.
 * @returns nothing where there is neither.
 * @throws Error that says in words what is wrong.
 */
export async function findService(
  src: string,
  block: Element | undefined,
): Promise<Found | undefined> {
  if (src) {
    const url = new URL(src, document.baseURI);
    const id = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    const file = await servicesFile(url.href);
    const service = file.services.find((each) => each.id === id);
    if (!service) throw new Error(`it has no service with the id "${id}"`);
    return { service, file };
  }
  if (!block) return undefined;
  const { readJsonLd } = await extras();
  const service = readJsonLd(JSON.parse(block.textContent));
  if (!service) throw new Error('its JSON-LD has no service with a name');
  return { service };
}
