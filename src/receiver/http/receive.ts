import { randomUUID } from 'node:crypto';
import { msg } from '../../i18n/msg.ts';
import { problemText } from '../../format-request/schema/problems.ts';
import { translationFor } from '../../render/language.ts';
import { keep, keysFor, StoreError } from '../intake/keep.ts';
import type { Posted, RequestContext } from '../intake/keep.ts';
import { isFlood, senderOf } from '../intake/rate.ts';
import type { Allowances } from '../intake/rate.ts';
import { quarantineReasons } from '../intake/spam.ts';
import { isKey, readSubmission } from '../intake/submission.ts';
import type { Submission } from '../intake/submission.ts';
import { formPage } from '../pages/form-page.ts';
import type { Settings } from '../settings/options.ts';
import { inOwnWords } from '../settings/wording.ts';
import { answer, htmlAnswer, jsonAnswer, Refusal } from './answer.ts';
import { readFields, wantsJson } from './body.ts';

/** A receiver: its settings, and what its senders have sent so far. */
export interface Setup {
  readonly settings: Settings;
  readonly allowances: Allowances;
}

/** What a sender is told whose request the store did not take. */
export const NOT_SAVED = 'We could not save your request. Wait a few seconds, then send it again.';
const TOO_MANY =
  'Very many requests are being sent at the moment, and we have not taken yours. ' +
  'Wait a minute, then send it again.';

/** The same on the form, in its language and in the words that the element has for it. */
const notSaved = (): string =>
  msg(
    'We could not confirm that your request arrived. Your answers are still here: try again in a moment.',
  );
const tooMany = (): string =>
  msg(
    'Very many requests are being sent at the moment, and yours has not been received. Your answers are still here: try again later, or ask us in another way.',
  );

/** The idempotency key that came with a request; empty where none did. */
function keySent(request: Request, { key }: Submission): string {
  const header = request.headers.get('Idempotency-Key') ?? '';
  return header === '' ? key : header;
}

/**
 * Shows the form as a page of its own, empty, to whoever has followed a link to it.
 *
 * @param language - the language to show it in, as a BCP 47 tag.
 */
export function showForm(settings: Settings, request: Request, language: string): Response {
  const page = request.headers.get('Referer') ?? '';
  const fields = [['_lang', language] as const, ['_page', page] as const];
  const submission = { ...readSubmission(fields, settings), problems: [] };
  return formAgain(settings, submission, { status: 200 });
}

/** Shows the form again with what was filled in, so that nobody has to type it twice. */
function formAgain(
  settings: Settings,
  { request, problems, statement, page, language, key }: Submission,
  why: { status: number; notice?: () => string; headers?: Record<string, string> },
): Response {
  const { base, formats, contactWays, replyDays, calendar } = settings;
  const hidden = {
    _key: isKey(key) ? key : randomUUID(),
    ...(page !== undefined && { _page: page }),
    ...(language !== undefined && { _lang: language }),
  };
  const action = base || '/';
  const promised = { now: settings.clock(), replyDays, calendar };
  const state = { action, formats, contactWays, statement, request, problems, hidden, ...promised };
  const shown = inOwnWords(settings.texts, language, () =>
    formPage(settings, { ...state, notice: why.notice?.() ?? '' }),
  );
  return htmlAnswer(why.status, shown, settings, why.headers);
}

async function receiveJson(
  { settings, allowances }: Setup,
  posted: Posted,
  context: RequestContext,
): Promise<Response> {
  const { problems } = posted.submission;
  if (problems.length > 0) {
    context.code = 'answers';
    const said = problems.map((problem) => ({ ...problem, message: problemText(problem) }));
    const error = 'There is a problem with your answers.';
    return jsonAnswer(422, { code: 'answers', error, problems: said });
  }
  const kept = await keep(settings, allowances.normal, posted, context);
  if (kept.outcome === 'conflict') {
    const sentence = 'This idempotency key belongs to a request with other answers.';
    throw new Refusal(422, 'key-reused', sentence);
  }
  const { reference, receivedAt, replyBy: due, replyWithin } = kept.receipt;
  const status = kept.outcome === 'new' ? 201 : 200;
  return jsonAnswer(status, { reference, receivedAt, replyBy: due, replyWithin });
}

async function receiveForm(
  { settings, allowances }: Setup,
  posted: Posted,
  context: RequestContext,
): Promise<Response> {
  const { submission } = posted;
  if (submission.problems.length > 0) {
    context.code = 'answers';
    return formAgain(settings, submission, { status: 422 });
  }
  try {
    const kept = await keep(settings, allowances.normal, posted, context);
    // A form's key is made of its answers: there are no other answers under it.
    if (kept.outcome === 'conflict') throw new Error('Two forms with other answers have one key.');
    const language = translationFor(submission.language);
    const query = language === undefined ? '' : `?lang=${language}`;
    const receipt = `${settings.base}/receipt/${kept.receipt.token}${query}`;
    return answer(303, null, { Location: receipt });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    context.code = 'not-saved';
    const headers = { 'Retry-After': '5' };
    return formAgain(settings, submission, { status: 503, notice: notSaved, headers });
  }
}

/**
 * Takes a posted request: checks it, keeps it, and says so. Who floods is turned away before anything of the
 * body is read, but for the first few, who are shown what they filled in.
 *
 * @throws Refusal where it cannot be read, and StoreError where a JSON sender's was not kept.
 */
export async function receive(
  setup: Setup,
  request: Request,
  context: RequestContext,
): Promise<Response> {
  const { settings, allowances } = setup;
  const json = wantsJson(request);
  const { address } = context;
  const now = settings.clock();
  const at = now.getTime();
  const flood = address !== undefined && isFlood(allowances, address, at);
  const headers = { 'Retry-After': String(allowances.most.wait) };
  if (flood && (json || !allowances.mostShown.take(senderOf(address), at))) {
    throw new Refusal(429, 'too-many', TOO_MANY, headers);
  }
  const submission = readSubmission(await readFields(request), settings);
  const turnAway = (): Response => {
    context.code = 'too-many';
    return formAgain(settings, submission, { status: 429, notice: tooMany, headers });
  };
  if (flood) return turnAway();
  // What cannot be taken is counted with its sender alone.
  const valid = submission.problems.length === 0;
  if (valid && !allowances.ceiling.take('', at)) {
    if (json) throw new Refusal(429, 'too-many', TOO_MANY, headers);
    return turnAway();
  }
  const sent = keySent(request, submission);
  const quarantine = quarantineReasons(submission.request, {
    honeypot: submission.honeypot,
    openFor: submission.openFor,
    origin: (request.headers.get('Origin') ?? 'null') !== 'null',
    busy: valid && address !== undefined && !allowances.normal.take(senderOf(address), at),
    flooded: valid && !allowances.mostOfAll.take('', at),
    hosts: settings.documentHosts,
  });
  const keys = keysFor(json, sent, submission, now);
  if (keys === undefined) {
    const sentence = 'The idempotency key must be 8 to 100 visible ASCII characters.';
    throw new Refusal(400, 'key-malformed', sentence);
  }
  const posted: Posted = { submission, now, quarantine, ...keys };
  return json ? receiveJson(setup, posted, context) : receiveForm(setup, posted, context);
}
