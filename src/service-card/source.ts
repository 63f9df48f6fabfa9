import { warn } from '../element/warn.ts';
import type { Service, ServicesFile } from '../service/service.ts';
import type { CardExtras } from './view/view.ts';
import { isOld, servicesFile } from '../service/services-file.ts';

/** A card's service, and the file that it came from, where there is one. */
export interface Found {
  readonly service: Service;
  readonly file?: ServicesFile;
  /** Whether this device's clock agrees with that of the file's server, as far as is known. */
  readonly clockAgrees: boolean;
  /** When the file was asked for, in milliseconds of `performance.now()`. */
  readonly askedAt: number;
}

/** How long to wait before a file that could not be read is asked for again, in milliseconds. */
const AGAIN = 30_000;

/** What few cards need, fetched where it is needed. */
export type Extras = typeof import('./extras.ts');

/** As far as they are there: a server has no use for what keeps a number. */
export type FetchedExtras = CardExtras & Partial<Pick<Extras, 'keepView'>>;

export const extras = (): Promise<Extras> => import('./extras.ts');

/** What reads a JSON-LD block, fetched where a card has one. */
export const jsonLd = (): Promise<typeof import('./json-ld-block.ts')> =>
  import('./json-ld-block.ts');

/** What not every service says, fetched where one does. */
export type Details = typeof import('./details.ts');

export const details = (): Promise<Details> => import('./details.ts');

/**
 * Finds a card's service.
 *
 * @param src - a services file's address with a service's id as its fragment; empty for none.
 * @param json - a JSON-LD block's text, read where there is no `src`.
 * @returns nothing where there is neither.
 * @throws Error that says in words what is wrong.
 */
async function findService(src: string, json: string | undefined): Promise<Found | undefined> {
  if (src) {
    const url = new URL(src, document.baseURI);
    const id = decodeURIComponent(url.hash.slice(1));
    url.hash = '';
    const { file, ...fetched } = await servicesFile(url.href);
    const service = file.services.find((each) => each.id === id);
    if (!service) throw new Error(`it has no service with the id "${id}"`);
    return { service, file, ...fetched };
  }
  if (json === undefined) return undefined;
  const { readJsonLd } = await jsonLd();
  const service = readJsonLd(JSON.parse(json));
  if (!service) throw new Error('its JSON-LD has no service with a name');
  return { service, clockAgrees: true, askedAt: Infinity };
}

/** Where a card has its service from: a services file, or the author's JSON-LD. */
export class Source {
  /** What was found last, while that is still what is asked for. */
  found: Found | undefined;
  /** Whether the last search found nothing, and should have. */
  hasFailed = false;
  /** Settles once the search that is under way is over. */
  settled: Promise<void> | undefined;
  readonly #changed: () => void;
  #src = '';
  #json: string | undefined;
  /** When it was looked for last, in milliseconds of `performance.now()`. */
  #askedAt = -Infinity;

  /** @param changed - is called when a search has ended. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * Finds the service again, if it is to be another, if it is old, or if it could not be read a while ago:
   * what is asked for is as in `findService`.
   */
  follow(src: string, json: string | undefined): void {
    const isSame = src === this.#src && (src || json === this.#json);
    if (isSame && !this.#isDue()) return;
    this.#askedAt = performance.now();
    // What is shown stays until there is something newer.
    if (src && !isSame) this.found = undefined;
    this.#src = src;
    this.#json = json;
    if (!isSame) this.hasFailed = false;
    this.settled = this.#find(src, json);
  }

  #isDue(): boolean {
    if (!this.#src) return false;
    const isWanted = this.found ? isOld(this.found.askedAt) : this.hasFailed;
    return isWanted && performance.now() - this.#askedAt > AGAIN;
  }

  async #find(src: string, json: string | undefined): Promise<void> {
    const isWanted = (): boolean => src === this.#src && (!!src || json === this.#json);
    try {
      const found = await findService(src, json);
      if (!isWanted()) return;
      this.found = found;
      this.hasFailed = false;
    } catch (error) {
      if (!isWanted()) return;
      if (!src) this.found = undefined;
      this.hasFailed = this.found === undefined;
      const reason = error instanceof Error ? error.message : String(error);
      warn(`<handrail-service-card src="${src}"> could not be read: ${reason}`);
    }
    this.#changed();
  }
}
