import { warn } from '../element/warn.ts';
import type { Service } from '../service/service.ts';
import { extras } from './source.ts';

/**
 * Writes a service for search engines into a block of its own, where nothing can run. It is appended:
 * Trusted Types let no page set the text of a script.
 */
export async function searchBlock(service: Service): Promise<HTMLScriptElement | undefined> {
  try {
    const { toJsonLd } = await extras();
    const block = document.createElement('script');
    block.type = 'application/ld+json';
    block.append(toJsonLd(service));
    return block;
  } catch (error) {
    warn(`<handrail-service-card json-ld> could not write JSON-LD: ${String(error)}`);
    return undefined;
  }
}
