import { html, redirect, token } from './example.ts';
import type { Example } from './example.ts';

const pairs = new Map<string, string>();
let pages = 0;

/**
 * ASP.NET Core with an antiforgery token: one half in a hidden field, the other in a cookie. What has not
 * got both is answered with 400 and nothing else. Of pages with scripts every other has a token that has
 * expired: the next one, which the element fetches, has one that holds.
 */
export const aspnet: Example = {
  path: '/aspnet',
  attributes: 'send="form" success-url="/aspnet/thanks"',
  page(plain) {
    const [cookie, field] = [token(), token()];
    if (!plain) pages += 1;
    pairs.set(cookie, plain || pages % 2 === 0 ? field : 'expired');
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
