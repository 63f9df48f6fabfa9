import { finderFile } from './finder-file.ts';
import type { FoundDocument } from './found.ts';

/** What a document's own server says of it. */
export interface DocumentFacts {
  readonly type: string;
  readonly size: string;
}

/**
 * Asks the page's own server how large its documents are, where the page does not say: two at a
 * time, and no further once a question fails. Documents on other sites are not asked about, and
 * nobody is who wants to save data.
 *
 * @param documents - the documents that the page links to.
 * @param tell - takes each answer as it comes.
 * @param signal - ends the asking.
 */
export async function askSizes(
  documents: readonly FoundDocument[],
  tell: (url: string, facts: DocumentFacts) => void,
  signal: AbortSignal,
): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const finder = await finderFile.fetch();
  if (connection?.saveData || !finder) return;
  const waiting = documents.filter(
    ({ url, size }) => size === '' && new URL(url).origin === location.origin,
  );
  const ask = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const { ok, headers } = await fetch(next.url, {
        method: 'HEAD',
        // The question goes to no other site, not even where the server would send it on.
        mode: 'same-origin',
        signal,
      });
      const length = Number(headers.get('Content-Length'));
      const media = headers.get('Content-Type') ?? '';
      // A page in the place of a document is a login or says that it is gone.
      if (ok && !/html/.test(media)) {
        tell(next.url, {
          type: next.type || finder.typeNamed(media),
          size: length > 0 ? finder.sizeInWords(length) : '',
        });
      }
    }
  };
  try {
    await Promise.all([ask(), ask()]);
  } catch {
    // Nobody asked for these sizes: without them the list is as good as the page.
    waiting.length = 0;
  }
}
