import { readJsonLdFeed } from '../feeds/json-ld.ts';
import { UNNAMED } from '../feeds/records.ts';
import type { Service } from '../service/service.ts';

/**
 * Reads a service from the JSON-LD that an author wrote into a card, as the feed reader does. It is a file
 * of its own beside the script, fetched by the cards that need it.
 *
 * @param value - parsed JSON of any shape: a thing, a list of things or an `@graph`. It never throws.
 * @returns the first thing with a name; nothing where there is none.
 */
export function readJsonLd(value: unknown): Service | undefined {
  return readJsonLdFeed(value).services.find(({ name }) => name !== UNNAMED);
}
