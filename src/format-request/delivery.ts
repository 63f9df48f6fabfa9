import type { IsoDate } from '../calendar/london.ts';
import type { Problem } from './request.ts';

/** What the receiver promises once a request is safely stored. */
export interface Receipt {
  /** The request's reference, such as `K7M4-PX3T`. */
  readonly reference: string;
  /** The instant of receipt: ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The date in London by which a reply is due; `null` where it cannot be known. */
  readonly replyBy: IsoDate | null;
  /** The promise in working days. */
  readonly replyWithin: number;
}

/** What is known once an attempt to send has ended. */
export type Outcome =
  | { readonly state: 'received'; readonly receipt: Receipt }
  /** The receiver looked at the answers and wants some of them changed. */
  | { readonly state: 'refused'; readonly problems: readonly Problem[] }
  /** Nobody can say whether the request arrived. Sending it again with the same key is safe. */
  | { readonly state: 'unconfirmed' };

/** How long an attempt may take, in milliseconds. */
export const PATIENCE = 15_000;

function isReceipt(body: unknown): body is Receipt {
  const { reference, receivedAt, replyBy, replyWithin } = (body ?? {}) as Record<string, unknown>;
  return (
    typeof reference === 'string' &&
    reference !== '' &&
    typeof receivedAt === 'string' &&
    (replyBy === null || typeof replyBy === 'string') &&
    typeof replyWithin === 'number'
  );
}

function problemsFrom(body: unknown): readonly Problem[] {
  const { problems } = (body ?? {}) as { problems?: unknown };
  return Array.isArray(problems) ? (problems as readonly Problem[]) : [];
}

/** The fields as the receiver's JSON has them: `document` and `format` are lists, the rest are texts. */
function toJson(fields: Iterable<readonly [string, string]>): string {
  const body: Record<string, string | string[]> = { document: [], format: [] };
  for (const [name, value] of fields) {
    const list = body[name];
    if (Array.isArray(list)) list.push(value);
    else body[name] = value;
  }
  return JSON.stringify(body);
}

/**
 * Sends a request once. It never throws, and it says "received" only for a well-formed receipt: a
 * login page or a firewall's page with status 200 is not one.
 *
 * @param action - the receiver's address.
 * @param fields - names and values, with the idempotency key as `_key`.
 * @param send - how to send; the page's own `fetch` where it is left out.
 */
export async function deliver(
  action: string,
  fields: Iterable<readonly [string, string]>,
  send: typeof fetch = fetch,
): Promise<Outcome> {
  try {
    const response = await send(action, {
      method: 'POST',
      body: toJson(fields),
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const body: unknown = await response.json();
    if (response.ok && isReceipt(body)) return { state: 'received', receipt: body };
    const problems = response.status === 422 ? problemsFrom(body) : [];
    return problems.length > 0 ? { state: 'refused', problems } : { state: 'unconfirmed' };
  } catch {
    return { state: 'unconfirmed' };
  }
}
