import { html, redirect, token } from './example.ts';
import type { Example } from './example.ts';

const pairs = new Map<string, string>();

/**
 * ASP.NET Core with an antiforgery token: one half in a hidden field, the other in a cookie. What has not
 * got both is answered with 400 and nothing else. The token of the page's first visit has expired.
 */
export const aspnet: Example = {
  path: '/aspnet',
  attributes: 'send="form" success-url="/aspnet/thanks"',
  page() {
    const [cookie, field] = [token(), token()];
    // The first page was open for too long: its token is one that the server does not know any more.
    pairs.set(cookie, pairs.size > 0 ? field : 'expired');
    return {
      cookie: `.AspNetCore.Antiforgery=${cookie}; Path=/aspnet; HttpOnly; SameSite=Strict`,
      fields: `<input type="hidden" name="__RequestVerificationToken" value="${field}">`,
    };
  },
  answer({ fields, cookies }) {
    const cookie = /\.AspNetCore\.Antiforgery=(\w+)/.exec(cookies)?.[1] ?? '';
    if (pairs.get(cookie) !== fields.get('__RequestVerificationToken')) return { status: 400 };
    return fields.get('email') ? redirect('/aspnet/thanks') : html(200, 'Your request, again');
  },
};
