import type { Service, ServicesFile } from './service.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isService(value: unknown): value is Service {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string';
}

/**
 * Reads a services file that came from outside.
 *
 * @param value - parsed JSON of any shape.
 * @returns the file, or a sentence that says what is wrong with it. A service without an `id` and a
 *   `name` is left out; the others are kept.
 */
export function checkServicesFile(value: unknown): ServicesFile | string {
  if (!isObject(value) || !Array.isArray(value['services'])) {
    return 'It must be a JSON object with a list named "services".';
  }
  const services = value['services'].filter(isService);
  if (services.length === 0) return 'None of its services has an "id" and a "name".';
  const notice = value['notice'];
  return typeof notice === 'string' ? { notice, services } : { services };
}

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
  const file = checkServicesFile(parsed);
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
