import { randomBytes, randomUUID } from 'node:crypto';
import { replyBy } from '../calendar/working-days.ts';
import { problemText } from '../format-request/request.ts';
import { answer, htmlAnswer, jsonAnswer, Refusal } from './answer.ts';
import { readFields, wantsJson } from './body.ts';
import { fingerprintOf } from './fingerprint.ts';
import { formPage } from './form-page.ts';
import type { Settings } from './options.ts';
import { contactSentence } from './pages.ts';
import type { Intake, Outcome } from './store.ts';
import { isKey, readSubmission } from './submission.ts';
import type { Submission } from './submission.ts';

/** What a person is told whose request the store did not take. */
export const NOT_SAVED = 'We could not save your request. Wait a few seconds, then send it again.';
const CONFLICT =
  'We already have a request that was sent from this form, with other answers. ' +
  'To send this one as well, send it again.';

/** The store failed, and whoever runs the receiver has been told why. */
export class StoreError extends Error {}

/** Asks the store; whatever goes wrong there is told apart from faults of our own. */
export async function ask<T>(
  { store, onError }: Settings,
  question: (store: Intake) => Promise<T>,
): Promise<T> {
  try {
    return await question(store);
  } catch (error) {
    onError(error);
    throw new StoreError();
  }
}

/** The idempotency key to keep a request under: the header's, the form's, or a new one. */
function keyFor(request: Request, sent: string, json: boolean): string {
  const header = request.headers.get('Idempotency-Key') ?? '';
  const key = header === '' ? sent : header;
  if (isKey(key)) return key;
  // A program can be mended; a person whose page sent a bad key cannot mend it, so is not stopped.
  if (key !== '' && json) {
    throw new Refusal(400, 'The idempotency key must be 8 to 100 visible ASCII characters.');
  }
  return randomUUID();
}

/** Shows the form again with what was filled in, so that nobody has to type it twice. */
function formAgain(
  settings: Settings,
  { request, problems, page, language }: Submission,
  why: { status: number; key: string; notice: string; headers?: Record<string, string> },
): Response {
  const { base, formats, contactWays, stylesheet } = settings;
  const hidden = {
    _key: why.key,
    ...(page !== undefined && { _page: page }),
    ...(language !== undefined && { _lang: language }),
  };
  const action = base || '/';
  const state = { action, formats, contactWays, request, problems, notice: why.notice, hidden };
  return htmlAnswer(why.status, formPage(settings, state), stylesheet, why.headers);
}

async function keep(settings: Settings, submission: Submission, key: string): Promise<Outcome> {
  const { request, page, language } = submission;
  const now = settings.clock();
  const asked = {
    key,
    fingerprint: fingerprintOf(request),
    token: randomBytes(24).toString('base64url'),
    receivedAt: now.toISOString(),
    replyBy: replyBy(now, settings.replyDays, settings.calendar) ?? null,
    replyWithin: settings.replyDays,
    request,
    ...(page !== undefined && { page }),
    ...(language !== undefined && { language }),
  };
  return ask(settings, (store) => store.accept(asked));
}

async function receiveJson(
  settings: Settings,
  submission: Submission,
  key: string,
): Promise<Response> {
  if (submission.problems.length > 0) {
    const problems = submission.problems.map((problem) => ({
      ...problem,
      message: problemText(problem),
    }));
    return jsonAnswer(422, { error: 'There is a problem with your answers.', problems });
  }
  const kept = await keep(settings, submission, key);
  if (kept.outcome === 'conflict') {
    throw new Refusal(422, 'This idempotency key belongs to a request with other answers.');
  }
  const { reference, receivedAt, replyBy: due, replyWithin } = kept.receipt;
  const status = kept.outcome === 'new' ? 201 : 200;
  return jsonAnswer(status, { reference, receivedAt, replyBy: due, replyWithin });
}

async function receiveForm(
  settings: Settings,
  submission: Submission,
  key: string,
): Promise<Response> {
  if (submission.problems.length > 0) {
    return formAgain(settings, submission, { status: 422, key, notice: '' });
  }
  try {
    const kept = await keep(settings, submission, key);
    if (kept.outcome === 'conflict') {
      return formAgain(settings, submission, { status: 422, key: randomUUID(), notice: CONFLICT });
    }
    return answer(303, null, { Location: `${settings.base}/receipt/${kept.receipt.token}` });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const notice = `${NOT_SAVED} ${contactSentence(settings.organisation)}`.trim();
    return formAgain(settings, submission, {
      status: 503,
      key,
      notice,
      headers: { 'Retry-After': '5' },
    });
  }
}

/**
 * Takes a posted request: checks it, keeps it, and says so.
 *
 * @throws Refusal where it cannot be read, and StoreError where a JSON sender's was not kept.
 */
export async function receive(settings: Settings, request: Request): Promise<Response> {
  const json = wantsJson(request);
  const submission = readSubmission(await readFields(request), settings);
  const key = keyFor(request, submission.key, json);
  return json ? receiveJson(settings, submission, key) : receiveForm(settings, submission, key);
}
