import { readServicesFile } from './service.ts';
import type { ServicesFile } from './service.ts';

/** One request for each file, however many cards on the page ask for it. */
const files = new Map<string, Promise<ServicesFile>>();

async function load(url: string): Promise<ServicesFile> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`the server answered ${String(response.status)}`);
  const text = await response.text();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    const page = /^\s*</.test(text);
    throw new Error(page ? 'it is a web page, not JSON' : 'it is not valid JSON');
  }
  const file = readServicesFile(parsed);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

/**
 * Fetches a services file, once for the whole page. A file that could not be read is asked for again
 * by the next card.
 *
 * @param url - the file's absolute address, without a fragment.
 * @throws Error that says in words what is wrong with the file.
 */
export function servicesFile(url: string): Promise<ServicesFile> {
  let file = files.get(url);
  if (!file) {
    file = load(url);
    files.set(url, file);
    file.catch(() => files.delete(url));
  }
  return file;
}
