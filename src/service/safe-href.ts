import { isEmail } from '../email/email.ts';

/**
 * The address of a link, made safe to put on a page.
 *
 * @returns nothing where it is anything but an absolute `http:`, `https:`, `mailto:` or `tel:`
 *   address. A `mailto:` loses what it would fill in.
 */
export function safeHref(address: string): string | undefined {
  // A browser takes these out of an address before it looks at the scheme.
  const text = address.replace(/[\p{Cc}\s]/gu, '');
  if (/^https?:\/\/[^/]/i.test(text)) return URL.canParse(text) ? new URL(text).href : undefined;
  const [mailto = '', email = ''] = /^mailto:([^?]+)/i.exec(text) ?? [];
  return isEmail(email) ? mailto : /^tel:[+\d][\d().-]+/i.exec(text)?.[0];
}
