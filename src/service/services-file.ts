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

/** How long a server may take to send a whole file, in milliseconds. */
const PATIENCE = 60_000;

/** How far this device's clock may be from the server's, in milliseconds: what is told goes by minutes. */
const CLOCK_ERROR = 5 * 60_000;

/** For how long a file is taken to be as it was, in milliseconds. */
const LASTS = 3_600_000;

/** A services file as it was fetched. */
export interface FetchedFile {
  readonly file: ServicesFile;
  /**
   * Whether this device's clock agrees with the server's, by the answer's `Date`. True where the server
   * says none, as one on another origin does not to a page.
   */
  readonly clockAgrees: boolean;
  /** When it was asked for, in milliseconds of `performance.now()`: that clock is never put back. */
  readonly askedAt: number;
}

/** One request for each file, however many cards on the page ask for it. */
const files = new Map<string, { readonly askedAt: number; readonly file: Promise<FetchedFile> }>();

/** Whether the clock is right as far as an answer tells, which may have lain in a cache for a while. */
function agrees({ headers }: Response): boolean {
  const date = Date.parse(headers.get('Date') ?? '');
  const age = Number(headers.get('Age') ?? 0) * 1000;
  const error = Date.now() - (date + (Number.isFinite(age) ? age : 0));
  return Number.isNaN(error) || Math.abs(error) <= CLOCK_ERROR;
}

async function load(url: string, askedAt: number): Promise<FetchedFile> {
  const response = await fetch(url, {
    // Neither the file nor its address is to stay on the device.
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`the server answered ${String(response.status)}`);
  const clockAgrees = agrees(response);
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
  return { file, clockAgrees, askedAt };
}

/** Whether what was fetched then may have changed since. */
export function isOld(askedAt: number): boolean {
  return performance.now() - askedAt > LASTS;
}

/**
 * Fetches a services file, once for the whole page and once an hour. A file that could not be read is asked
 * for again by whoever asks next.
 *
 * @param url - the file's absolute address, without a fragment.
 * @throws Error that says in words what is wrong with the file.
 */
export function servicesFile(url: string): Promise<FetchedFile> {
  const known = files.get(url);
  if (known && !isOld(known.askedAt)) return known.file;
  const askedAt = performance.now();
  const file = load(url, askedAt);
  files.set(url, { askedAt, file });
  file.catch(() => files.delete(url));
  return file;
}
