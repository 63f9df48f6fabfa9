import { createHash, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings/options.ts';
import { answer, Refusal } from './answer.ts';
import { readBytes } from './body.ts';

/** The most bytes that a mail which came back may have: its report is a few, what is returned may be more. */
const MAIL_LIMIT = 1024 * 1024;

/** Whether two texts are the same, without telling by the time how much of them is. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

/**
 * Takes a mail that came back, from a mail system or a flow that knows the secret. Any other mail is taken
 * as well, and nothing comes of it: whoever hands them over need not tell them apart.
 *
 * @throws Refusal with status 401 without the secret, and 413 for a mail of over 1 MB.
 */
export async function takeBounce(
  { bounceSecret = '', deliver }: Settings,
  request: Request,
): Promise<Response> {
  const given = /^Bearer (.{1,500})$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
  if (!isSame(given, bounceSecret)) {
    throw new Refusal(
      401,
      'secret',
      'Send the header "Authorization: Bearer" with the secret that the settings hold as "bounceSecret".',
      { 'WWW-Authenticate': 'Bearer' },
    );
  }
  if (request.body !== null) await deliver.takeMail?.(await readBytes(request.body, MAIL_LIMIT));
  return answer(204, null);
}
