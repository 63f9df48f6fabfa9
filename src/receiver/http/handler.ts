import { answer, htmlAnswer, jsonAnswer, Refusal } from './answer.ts';
import { tooLarge, wantsJson } from './body.ts';
import { takeBounce } from './bounces.ts';
import { exitResponse } from './exit.ts';
import { inOwnWords } from '../settings/wording.ts';
import { resolveOptions } from '../settings/options.ts';
import type { ReceiverOptions, Settings } from '../settings/options.ts';
import { checkOrigin, PREFLIGHT } from './origin.ts';
import { PAGE_STYLE } from '../pages/page-style.ts';
import { contactSentence, messagePage, receiptPage } from '../pages/pages.ts';
import { ask, StoreError } from '../intake/keep.ts';
import type { RequestContext } from '../intake/keep.ts';
import { createAllowances } from '../intake/rate.ts';
import { NOT_SAVED, receive, showForm } from './receive.ts';
import type { Setup } from './receive.ts';

/** Who sends a request, as far as the server that took it knows. */
export interface Client {
  /** The IP address. Where it is missing, only the limits for everybody hold. */
  readonly address?: string | undefined;
}

/** Takes a request and answers it. It never throws, and its promise is never rejected. */
export type Receiver = (request: Request, client?: Client) => Promise<Response>;

const NOT_FOUND = 'Check the address, or use the link you were given.';
const NOT_SHOWN = 'We cannot show this page at the moment. Wait a few seconds, then try again.';

/** Headings for the pages that refuse something. */
const HEADINGS: Readonly<Record<number, string>> = {
  404: 'Page not found',
  500: 'Sorry, there is a problem',
  503: 'Sorry, there is a problem',
};

/** @param language - the language to show it in, as a BCP 47 tag. */
async function showReceipt(
  settings: Settings,
  token: string,
  language: string | undefined,
): Promise<Response> {
  const receipt = await ask(settings, (store) => store.receipt(token));
  if (receipt === undefined) throw new Refusal(404, 'not-found', NOT_FOUND);
  const shown = inOwnWords(settings.texts, language, () => receiptPage(settings, receipt));
  return htmlAnswer(200, shown, settings);
}

/** Tells a load balancer whether requests can be kept here: something is written. */
async function showReadiness(settings: Settings): Promise<Response> {
  await ask(settings, (store) => store.probe());
  return answer(204, null);
}

/** What is found below the receiver's path besides receipts and the exit. */
const BELOW: ReadonlySet<string> = new Set(['health', 'ready', 'style.css', 'too-large']);

/** A path without the slashes at its end. A pattern would look at each slash in it again and again. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

async function route(setup: Setup, request: Request, context: RequestContext): Promise<Response> {
  const { settings } = setup;
  const { pathname, searchParams } = new URL(request.url);
  const path = withoutSlashes(pathname);
  const below = path.startsWith(`${settings.base}/`) ? path.slice(settings.base.length + 1) : '';
  const token = /^receipt\/([\w-]{32})$/.exec(below)?.[1];
  const exit = below === 'leave' ? settings.exitUrl : undefined;
  const bounces = below === 'bounces' && settings.bounceSecret !== undefined;
  const known = path === settings.base || BELOW.has(below) || bounces;
  if (!known && exit === undefined && token === undefined) {
    throw new Refusal(404, 'not-found', NOT_FOUND);
  }
  const posts = path === settings.base ? ', POST' : '';
  const allow = bounces ? 'POST' : `GET, HEAD, OPTIONS${posts}`;
  if (!allow.split(', ').includes(request.method)) {
    const sentence = 'Go back to the page with the form, and send it from there.';
    throw new Refusal(405, 'method', sentence, { Allow: allow });
  }
  if (bounces) return takeBounce(settings, request);
  if (request.method === 'OPTIONS') return answer(204, null, { Allow: allow });
  // This process lives, whatever its store does. The form knows by the header that it may send again.
  if (below === 'health') return answer(204, null, { 'Handrail-Receiver': '1' });
  if (below === 'ready') return showReadiness(settings);
  if (below === 'style.css') return answer(200, PAGE_STYLE, { 'Content-Type': 'text/css' });
  // For a proxy that does not pass so large a body on: it shows this page in the place of its own.
  if (below === 'too-large') throw tooLarge();
  if (exit !== undefined) return exitResponse(exit);
  const language = searchParams.get('lang') ?? undefined;
  if (token !== undefined) return showReceipt(settings, token, language);
  return request.method === 'POST'
    ? receive(setup, request, context)
    : showForm(settings, request, language ?? '');
}

/** Turns whatever stopped a request into an answer: a sentence, in JSON or on a page. */
function explain(
  settings: Settings,
  request: Request,
  error: unknown,
  context: RequestContext,
): Response {
  const { organisation, onError } = settings;
  let refusal = new Refusal(
    500,
    'fault',
    'Something went wrong. Your request may not be saved. Send it again.',
  );
  if (error instanceof Refusal) {
    refusal = error;
  } else if (error instanceof StoreError) {
    const sentence = request.method === 'POST' ? NOT_SAVED : NOT_SHOWN;
    refusal = new Refusal(503, 'not-saved', sentence, { 'Retry-After': '5' });
  } else {
    onError(error);
  }
  const { status, code, message, headers } = refusal;
  context.code = code;
  if (wantsJson(request)) {
    const help = status >= 500 || status === 429 ? contactSentence(organisation) : '';
    return jsonAnswer(status, { code, error: `${message} ${help}`.trim() }, headers);
  }
  const heading = HEADINGS[status] ?? 'We could not take your request';
  const shown = inOwnWords(settings.texts, 'en', () => messagePage(settings, heading, message));
  return htmlAnswer(status, shown, settings, headers);
}

/**
 * Makes a receiver: a function from a web `Request` to a `Response` that takes accessible-format
 * requests, keeps each one once, and says "received" only after the store has it. It mounts in any
 * server that speaks `Request` and `Response`; `toNodeListener` fits it to `node:http`.
 *
 * @throws TypeError or RangeError where an option is wrong, with a sentence that says which.
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const settings = resolveOptions(options);
  const setup: Setup = { settings, allowances: createAllowances(settings) };
  return async (request, client) => {
    const context: RequestContext = { address: client?.address };
    let cors: Record<string, string> = {};
    let response: Response;
    try {
      cors = checkOrigin(request, settings.allowedOrigins);
      if (request.method === 'OPTIONS' && 'Access-Control-Allow-Origin' in cors) {
        cors = { ...cors, ...PREFLIGHT };
      }
      response = await route(setup, request, context);
    } catch (error) {
      response = explain(settings, request, error, context);
    }
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    const { reference, code } = context;
    settings.onAnswer({
      status: response.status,
      ...(code !== undefined && { code }),
      ...(reference !== undefined && { reference }),
    });
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}
