import { html, redirect, token } from './example.ts';
import type { Example } from './example.ts';

const pairs = new Map<string, string>();

/**
 * ASP.NET Core with an antiforgery token: one half in a hidden field, the other in a cookie. What has not
 * got both is answered with 400 and nothing else. A page with scripts that a person opens has a token that
 * has expired; the one that the element fetches has one that holds.
 */
export const aspnet: Example = {
  path: '/aspnet',
  attributes: 'send="form" success-url="/aspnet/thanks"',
  page(holds) {
    const [cookie, field] = [token(), token()];
    pairs.set(cookie, holds ? field : 'expired');
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
