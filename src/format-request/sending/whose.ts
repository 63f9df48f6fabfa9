/** Whose endpoint it is: a receiver of Handrail's, somebody else's, or nobody's that can be reached. */
export type Whose = 'ours' | 'theirs' | 'nobody';

/** How long an endpoint may take to say so, in milliseconds. */
const PATIENCE = 5000;

/** What a receiver says of itself. */
const HEADER = 'Handrail-Receiver';

/**
 * Asks an endpoint whether it is a receiver of ours, without sending anything. Whatever answers in
 * another way, or may not be asked by a script, is somebody else's.
 */
export async function whoseIs(receiver: string, send: typeof fetch = fetch): Promise<Whose> {
  const address = new URL(receiver);
  address.pathname = address.pathname.replace(/\/*$/, '/health');
  const blocked: Event[] = [];
  const onViolation = (event: Event): void => void blocked.push(event);
  document.addEventListener('securitypolicyviolation', onViolation);
  const ask = (mode: RequestMode): Promise<Response> =>
    send(address, {
      mode,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    });
  try {
    const { headers } = await ask('cors');
    return headers.has(HEADER) ? 'ours' : 'theirs';
  } catch {
    try {
      // An answer of another site's that no script may read is an answer.
      await ask('no-cors');
      return 'theirs';
    } catch {
      // The event that says what a policy has blocked may come after the error.
      await new Promise((passed) => setTimeout(passed, 50));
      return blocked.length > 0 ? 'theirs' : 'nobody';
    }
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}
