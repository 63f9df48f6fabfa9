import type { Markup } from '../../render/markup.ts';
import type { Site } from '../pages/pages.ts';

/** A request that is turned away, for a reason that the sender can be told. */
export class Refusal extends Error {
  /** The HTTP status. */
  readonly status: number;
  /** What programs tell the reasons apart by, such as `too-large`. */
  readonly code: string;
  /** Headers that belong to the status, such as `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param status - the HTTP status.
   * @param code - what programs tell the reasons apart by.
   * @param sentence - one plain sentence without anything from the request.
   */
  constructor(
    status: number,
    code: string,
    sentence: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Writes an answer with the headers that every answer has: not kept, not indexed, no referrer. */
export function answer(
  status: number,
  body: string | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      ...headers,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Origin',
    },
  });
}

/** Writes an answer in JSON. */
export function jsonAnswer(
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return answer(status, JSON.stringify(body), {
    ...headers,
    'Content-Type': 'application/json; charset=utf-8',
  });
}

/** A file of another site as a source in a content policy, in which `;` and `,` are separators. */
function source(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/[;,]/g, encodeURIComponent)}`;
}

/** What the guard needs: itself, and the icon beside it. A path is on a site whose name is not known here. */
function guardSources(guard: string | undefined): readonly string[] {
  if (guard === undefined) return [];
  if (!URL.canParse(guard)) return ["script-src 'self'", "img-src 'self'"];
  const icon = new URL('blank.svg', guard).href;
  return [`script-src ${source(guard)}`, `img-src ${source(icon)}`];
}

/**
 * Writes an answer in HTML, which may load one style sheet and the guard, post to its own site and do no
 * more.
 *
 * @param site - its style sheet and its guard: on another site, they are let in.
 */
export function htmlAnswer(
  status: number,
  page: Markup,
  { stylesheetUrl, guardUrl }: Pick<Site, 'stylesheetUrl' | 'guardUrl'>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const elsewhere =
    stylesheetUrl !== undefined && URL.canParse(stylesheetUrl)
      ? ` ${new URL(stylesheetUrl).origin}`
      : '';
  return answer(status, page.text, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'self'${elsewhere}`,
      ...guardSources(guardUrl),
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  });
}
