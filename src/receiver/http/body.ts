import type { Fields } from '../intake/submission.ts';
import { Refusal } from './answer.ts';

/** The most bytes that a request's body may have. */
export const BODY_LIMIT = 64 * 1024;

/** The most fields that a body may have: ten times what the longest form sends. */
const MOST_FIELDS = 1000;

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const JSON_TYPE = 'application/json';
const LISTS: ReadonlySet<string> = new Set(['document', 'format']);

/** Half of a character, which only JSON's escapes can carry and which no database takes. */
const HALF = /\p{Surrogate}/gu;

/** Control characters that no keyboard types and that a terminal would obey. */
const CONTROLS = /[\u0080-\u009F]/g;

interface ContentType {
  readonly type: string;
  readonly charset: string;
}

function contentType(request: Request): ContentType {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';');
  const charset = parameters.map(
    (parameter) => /^\s*charset\s*=\s*"?([^"\s]*)/.exec(parameter)?.[1],
  );
  return { type: type.trim(), charset: charset.find((name) => name !== undefined) ?? 'utf-8' };
}

/** Whether a request is to be answered in JSON: it says so, or is in JSON itself. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('Accept') ?? '';
  return /\bapplication\/json\b/i.test(accept) || contentType(request).type === JSON_TYPE;
}

/** What to say of a body that is not all there. */
function broken(): Refusal {
  return new Refusal(400, 'malformed', 'The request did not arrive whole. Send it again.');
}

/** What to say of a body past the limit. */
export function tooLarge(): Refusal {
  return new Refusal(
    413,
    'too-large',
    'The request is too large. Shorten your answers and send it again.',
  );
}

/**
 * Reads a body no further than a limit, whatever length the sender claims.
 *
 * @throws Refusal with status 413 past the limit, and 400 where the body breaks off.
 */
export async function readBytes(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw broken();
    });
    if (done) return Buffer.concat(chunks);
    length += value.byteLength;
    if (length > limit) {
      // Not awaited: a sender who does not stop must not hold up the answer.
      reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** What to say of JSON that holds no fields. */
function misshapen(): Refusal {
  return new Refusal(
    400,
    'malformed',
    'The body must be a JSON object whose values are texts, or lists of texts for "document" and "format".',
  );
}

function readJson(text: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw misshapen();
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw misshapen();
  return Object.entries(parsed).flatMap(([name, value]: [string, unknown]) => {
    const values: readonly unknown[] = Array.isArray(value) && LISTS.has(name) ? value : [value];
    return values.map((one): readonly [string, string] => {
      if (typeof one !== 'string') throw misshapen();
      return [name, one];
    });
  });
}

/** Reads a form whose author wrote `enctype="multipart/form-data"`. Files among its fields are left aside. */
async function readMultipart(bytes: Uint8Array<ArrayBuffer>, request: Request): Promise<Fields> {
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' };
  const form = await new Response(bytes, { headers }).formData().catch(() => {
    throw broken();
  });
  return [...form].flatMap(([name, value]): Fields =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'malformed', 'The body is not UTF-8.');
  }
}

/**
 * Reads the fields of a posted form or JSON object.
 *
 * @throws Refusal with status 415 for another content type, 413 past `BODY_LIMIT`, and 400 where
 *   the body breaks off or is not what its content type says.
 */
export async function readFields(request: Request): Promise<Fields> {
  const { type, charset } = contentType(request);
  if (![FORM, MULTIPART, JSON_TYPE].includes(type) || !['utf-8', 'utf8'].includes(charset)) {
    throw new Refusal(
      415,
      'unsupported-type',
      `Send the request as ${FORM}, ${MULTIPART} or ${JSON_TYPE}, in UTF-8.`,
    );
  }
  const bytes =
    request.body === null ? new Uint8Array() : await readBytes(request.body, BODY_LIMIT);
  let fields: Fields;
  if (type === MULTIPART) fields = await readMultipart(bytes, request);
  else if (type === FORM) fields = [...new URLSearchParams(readText(bytes))];
  else fields = readJson(readText(bytes));
  if (fields.length > MOST_FIELDS) {
    throw new Refusal(
      413,
      'too-large',
      'The request has too many answers. Choose fewer documents, and send it again.',
    );
  }
  return fields.map(([name, value]) => [name, value.replace(HALF, '\uFFFD').replace(CONTROLS, '')]);
}
