/** Where most people in Britain have their mail, and two neighbours that only look like slips. */
const DOMAINS =
  'gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.co.uk yahoo.com yahoo.co.uk icloud.com btinternet.com aol.com nhs.net ymail.com mail.com'.split(
    ' ',
  );

/** Whether two words differ by one letter more, less or other, or by two that changed places. */
function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return (
    (left.length < 2 && right.length < 2) ||
    (left.length === 2 && left === right.charAt(1) + right.charAt(0))
  );
}

/**
 * What an email address was probably meant to be, where its domain is one slip away from a common
 * one: a hint, never a fault.
 *
 * @returns an empty text where the address looks right.
 */
export function likelyEmail(email: string): string {
  const [, name = '', written = ''] = /^(.+)@(.+)$/.exec(email.trim()) ?? [];
  const domain = written.toLowerCase();
  if (!domain || DOMAINS.includes(domain)) return '';
  const meant = DOMAINS.find((known) => isNear(domain, known));
  return meant ? `${name}@${meant}` : '';
}
