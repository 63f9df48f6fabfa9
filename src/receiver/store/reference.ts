import { hash } from 'node:crypto';

// Without I, O, Q, Z, 0 and 1, which are mistaken for one another on paper and on the phone.
const DIGITS = '23456789';
const CHARACTERS = `ABCDEFGHJKLMNPRSTUVWXY${DIGITS}`;

/**
 * The reference that a person quotes: eight characters as `XXXX-XXXX`, easy to dictate. Every third
 * character is a digit, so that it spells no words. It is derived from the key, so a repeat of the
 * same request gets the same one, and nobody can guess it or count requests by it.
 *
 * @param key - the request's idempotency key.
 * @param attempt - 0 at first; 1, 2 and so on give other references, for when one is taken.
 */
export function referenceFor(key: string, attempt = 0): string {
  // A key holds no line break, so no key with an attempt reads like another key without.
  const source = attempt === 0 ? key : `${key}\n${String(attempt)}`;
  let rest = BigInt(`0x${hash('sha256', source)}`);
  let reference = '';
  for (let place = 1; place <= 8; place += 1) {
    const choice = place % 3 === 0 ? DIGITS : CHARACTERS;
    const size = BigInt(choice.length);
    reference += choice.charAt(Number(rest % size));
    rest /= size;
  }
  return `${reference.slice(0, 4)}-${reference.slice(4)}`;
}
