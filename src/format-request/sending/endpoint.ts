import type { SendOutcome } from './delivery.ts';
import { readReceipt, toJson } from './delivery.ts';
import { problemsSaid } from './said-problems.ts';

/** What is sent: names and values, files among them. */
export type Fields = readonly (readonly [string, FormDataEntryValue])[];

/** What is known of somebody else's endpoint. */
export interface Endpoint {
  readonly action: string;
  /** How its author's form encodes what it sends. */
  readonly enctype: string;
  /** The address that a redirect leads to once the request is taken; empty where none is declared. */
  readonly successUrl: string;
  /** Where in its JSON the reference is: `case.id`; empty where none is declared. */
  readonly referencePath: string;
  /** The bare names of the form's fields. */
  readonly known: ReadonlySet<string>;
}

/** How long somebody else's endpoint may take, in milliseconds: it is asked once. */
const PATIENCE = 60_000;

/** The statuses that a token gets which has expired: ASP.NET's, Django's and WordPress's, Laravel's. */
const TOKEN = [400, 403, 419];

/** The body as a browser would encode it; JSON where the author writes that as the `enctype`. */
function encode(enctype: string, fields: Fields): BodyInit {
  if (enctype === 'multipart/form-data') {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    return body;
  }
  const texts = textsOf(fields);
  if (enctype === 'application/json') {
    return new Blob([toJson(texts)], { type: enctype });
  }
  // Browsers send line breaks in this way.
  return new URLSearchParams(
    texts.map(([name, value]) => [name, value.replace(/\r\n?|\n/g, '\r\n')]),
  );
}

/** What can be sent as a text. */
export function textsOf(fields: Fields): (readonly [string, string])[] {
  return fields.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

/** Whether an answer came from a declared address, or from below it. Further query values do not matter. */
export function isAt(answered: string, declared: string): boolean {
  const [is, wanted] = [new URL(answered), new URL(declared)];
  return (
    is.origin === wanted.origin &&
    (is.pathname === wanted.pathname || is.pathname.startsWith(`${wanted.pathname}/`)) &&
    [...wanted.searchParams].every(([name, value]) => is.searchParams.getAll(name).includes(value))
  );
}

/** A text or number at a path in JSON, as a text. */
function referenceAt(answer: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (within, key) =>
        typeof within === 'object' && within !== null && Object.hasOwn(within, key)
          ? (within as Record<string, unknown>)[key]
          : undefined,
      answer,
    );
  return typeof found === 'string' || Number.isFinite(found) ? String(found) : '';
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text()) as unknown;
  } catch {
    // A page, nothing, or half a body: its status is all that it says.
    return undefined;
  }
}

/** What an answer means, by what its author has declared. */
async function readAnswer(response: Response, endpoint: Endpoint): Promise<SendOutcome> {
  const { ok, status, url } = response;
  const { successUrl, referencePath, known } = endpoint;
  if (status === 429) return { state: 'turned-away' };
  const answer = await readJson(response);
  const said = status < 500 ? problemsSaid(answer, known) : [];
  if (said.length > 0) return { state: 'refused', problems: [], said };
  const { ok: fine, success = fine } = (answer ?? {}) as { ok?: unknown; success?: unknown };
  const isNo = ok ? success === false : status >= 400 && status < 500 && status !== 408;
  if (isNo) return { state: 'rejected', token: TOKEN.includes(status) };
  const receipt = readReceipt({
    ...(answer ?? {}),
    reference: referenceAt(answer, referencePath || 'reference'),
  });
  const isDeclared = !successUrl || (url && isAt(url, successUrl));
  if (!ok || !isDeclared || (referencePath && !receipt)) return { state: 'unconfirmed' };
  const bare = { reference: '', receivedAt: '', replyBy: null, replyWithin: undefined };
  return { state: 'received', receipt: receipt ?? bare };
}

/**
 * Posts a request to somebody else's endpoint: once, whatever comes of it, as nobody knows whether that
 * endpoint would take it twice. Cookies go along to the page's own site.
 */
export async function postOnce(
  endpoint: Endpoint,
  fields: Fields,
  send: typeof fetch = fetch,
): Promise<SendOutcome> {
  try {
    const response = await send(endpoint.action, {
      method: 'POST',
      body: encode(endpoint.enctype, fields),
      headers: { Accept: 'application/json, text/html;q=0.9, */*;q=0.8' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return await readAnswer(response, endpoint);
  } catch {
    return { state: 'unconfirmed' };
  }
}
