import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { londonTime } from '../../calendar/london.ts';
import { replyBy } from '../../calendar/working-days.ts';
import { msg } from '../../i18n/msg.ts';
import { problemText } from '../../format-request/schema/request.ts';
import { answer, htmlAnswer, jsonAnswer, Refusal } from '../http/answer.ts';
import { readFields, wantsJson } from '../http/body.ts';
import { fingerprintOf } from './fingerprint.ts';
import { formPage } from '../pages/form-page.ts';
import { translationFor } from '../../render/language.ts';
import { inOwnWords } from '../wording.ts';
import type { Settings } from '../options.ts';
import { senderOf } from './rate.ts';
import { quarantineReasons } from './spam.ts';
import type { Intake, NewRequest, Outcome } from '../store/store.ts';
import { isKey, readSubmission } from './submission.ts';
import type { Submission } from './submission.ts';

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

/** What is known of a request besides what it holds, and what the log is told of it. */
export interface Told {
  readonly address: string | undefined;
  reference?: string;
}

/** A posted request on its way into the store. */
interface Posted {
  readonly submission: Submission;
  readonly now: Date;
  readonly key: string;
  /** What the reference comes from, where it is not the key. */
  readonly seed?: string;
  /** Why it goes into quarantine; empty where it does not. */
  readonly quarantine: readonly string[];
}

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

/** The idempotency key that came with a request; empty where none did. */
function keySent(request: Request, { key }: Submission): string {
  const header = request.headers.get('Idempotency-Key') ?? '';
  return header === '' ? key : header;
}

/** A program's key is taken at its word. */
function programKey(sent: string): { key: string } {
  if (sent === '') return { key: randomUUID() };
  if (isKey(sent)) return { key: sent };
  const sentence = 'The idempotency key must be 8 to 100 visible ASCII characters.';
  throw new Refusal(400, 'key-malformed', sentence);
}

/**
 * A form without JavaScript may carry the same key on everybody's screen, or none. So its key is
 * made of the answers and the day as well: the same form sent twice is one request, other answers
 * are another one, and asking again another day is too. Answers can be guessed, so the reference
 * does not come from them. The space keeps it apart from every key that a program can send.
 */
function formKey(sent: string, submission: Submission, now: Date): { key: string; seed: string } {
  const parts = [sent, fingerprintOf(submission.request), londonTime(now).date];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return { key: `form ${hash}`, seed: randomUUID() };
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

async function keep(settings: Settings, posted: Posted, told: Told): Promise<Outcome> {
  const { submission, now, key, seed, quarantine } = posted;
  const { request, page, language } = submission;
  const asked: NewRequest = {
    key,
    fingerprint: fingerprintOf(request),
    token: randomBytes(24).toString('base64url'),
    receivedAt: now.toISOString(),
    replyBy: replyBy(now, settings.replyDays, settings.calendar) ?? null,
    replyWithin: settings.replyDays,
    request,
    quarantine,
    deliveries: settings.deliver.channelsFor(request),
    ...(seed !== undefined && { seed }),
    ...(page !== undefined && { page }),
    ...(language !== undefined && { language }),
  };
  const kept = await ask(settings, (store) => store.accept(asked));
  if (kept.outcome !== 'conflict') told.reference = kept.receipt.reference;
  if (kept.outcome === 'new') settings.deliver.wake();
  // The same request again, as after an answer that got lost, is no sign of a flood.
  else if (told.address !== undefined) settings.normal.giveBack(senderOf(told.address));
  return kept;
}

async function receiveJson(settings: Settings, posted: Posted, told: Told): Promise<Response> {
  const { problems } = posted.submission;
  if (problems.length > 0) {
    const said = problems.map((problem) => ({ ...problem, message: problemText(problem) }));
    const error = 'There is a problem with your answers.';
    return jsonAnswer(422, { code: 'answers', error, problems: said });
  }
  const kept = await keep(settings, posted, told);
  if (kept.outcome === 'conflict') {
    const sentence = 'This idempotency key belongs to a request with other answers.';
    throw new Refusal(422, 'key-reused', sentence);
  }
  const { reference, receivedAt, replyBy: due, replyWithin } = kept.receipt;
  const status = kept.outcome === 'new' ? 201 : 200;
  return jsonAnswer(status, { reference, receivedAt, replyBy: due, replyWithin });
}

async function receiveForm(settings: Settings, posted: Posted, told: Told): Promise<Response> {
  const { submission } = posted;
  if (submission.problems.length > 0) return formAgain(settings, submission, { status: 422 });
  try {
    const kept = await keep(settings, posted, told);
    // A form's key is made of its answers: there are no other answers under it.
    if (kept.outcome === 'conflict') throw new Error('Two forms with other answers have one key.');
    const language = translationFor(submission.language);
    const query = language === undefined ? '' : `?lang=${language}`;
    const receipt = `${settings.base}/receipt/${kept.receipt.token}${query}`;
    return answer(303, null, { Location: receipt });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const headers = { 'Retry-After': '5' };
    return formAgain(settings, submission, { status: 503, notice: notSaved, headers });
  }
}

/** Whether this is a flood: more than any number of people would send. */
function isFlood({ most, mostOfAll }: Settings, sender: string | undefined, now: number): boolean {
  const one = sender === undefined || most.take(sender, now);
  const all = mostOfAll.take('', now);
  return !one || !all;
}

/**
 * Takes a posted request: checks it, keeps it, and says so.
 *
 * @throws Refusal where it cannot be read, and StoreError where a JSON sender's was not kept.
 */
export async function receive(settings: Settings, request: Request, told: Told): Promise<Response> {
  const json = wantsJson(request);
  const submission = readSubmission(await readFields(request), settings);
  const now = settings.clock();
  const sender = told.address === undefined ? undefined : senderOf(told.address);
  if (isFlood(settings, sender, now.getTime())) {
    const wait = Math.max(settings.most.wait, settings.mostOfAll.wait);
    const headers = { 'Retry-After': String(wait) };
    if (json) throw new Refusal(429, 'too-many', TOO_MANY, headers);
    return formAgain(settings, submission, { status: 429, notice: tooMany, headers });
  }
  const sent = keySent(request, submission);
  const quarantine = quarantineReasons(submission.request, {
    honeypot: submission.honeypot,
    openFor: submission.openFor,
    origin: (request.headers.get('Origin') ?? 'null') !== 'null',
    busy: sender !== undefined && !settings.normal.take(sender, now.getTime()),
    hosts: settings.documentHosts,
  });
  const key = json ? programKey(sent) : formKey(sent, submission, now);
  const posted: Posted = { submission, now, quarantine, ...key };
  return json ? receiveJson(settings, posted, told) : receiveForm(settings, posted, told);
}
