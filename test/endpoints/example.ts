import { randomBytes } from 'node:crypto';

/** A form that was posted. */
export interface Posted {
  /** Every field, as a browser or a script encoded it. */
  readonly fields: FormData;
  /** The cookies that came along, as one header. */
  readonly cookies: string;
  readonly contentType: string;
  /** Whether whoever posts would rather have JSON than a page. */
  readonly json: boolean;
}

/** What an endpoint answers. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A page with a form, and its endpoint, as a council or its supplier may have them. */
export interface Example {
  /** Where the page is, and below it the endpoint. */
  readonly path: string;
  /** What the page's author writes on the element. */
  readonly attributes: string;
  /**
   * What stands in the author's form beside the usual fields, and the cookies that come with its page.
   *
   * @param holds - whether a token of the page's holds, and has not expired.
   */
  page(holds: boolean): { readonly fields: string; readonly cookie?: string };
  /** What the form says of itself, beside where it posts to. */
  readonly form?: string;
  /** What stands before and behind the element in a form around both, which posts to the page; there is no other. */
  readonly around?: { readonly before: string; readonly after: string };
  /** Whether the endpoint is on another site than the page. */
  readonly elsewhere?: boolean;
  answer(posted: Posted): Answer;
}

export const token = (): string => randomBytes(16).toString('hex');

/** A page of an author's own, such as the one that thanks. */
export const htmlPage = (title: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1></html>`;

export const html = (status: number, title: string): Answer => ({
  status,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: htmlPage(title),
});

export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

export const redirect = (location: string): Answer => ({
  status: 303,
  headers: { Location: location },
});
