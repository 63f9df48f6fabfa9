import { html, redirect, token } from './example.ts';
import type { Example } from './example.ts';

const sessions = new Map<string, string>();

/**
 * A content management system such as Drupal: a form token that belongs to a session, a build id, a field
 * of the council's own, and a button whose value says what to do. Nothing is declared.
 */
export const cms: Example = {
  path: '/cms',
  attributes: '',
  form: 'enctype="multipart/form-data"',
  page() {
    const [session, form] = [token(), token()];
    sessions.set(session, form);
    return {
      cookie: `SESS=${session}; Path=/; HttpOnly; SameSite=Lax`,
      fields: `<input type="hidden" name="form_token" value="${form}">
        <input type="hidden" name="form_build_id" value="form-1">
        <input type="hidden" name="notes" value="From the plans page">
        <p><label>Ward <select name="ward" required><option value="">Choose</option>
        <option selected>Hill</option><option>Dale</option></select></label></p>
        <button name="op" value="Submit">Send</button>`,
    };
  },
  answer({ fields, cookies, contentType }) {
    const session = /SESS=(\w+)/.exec(cookies)?.[1] ?? '';
    const known = sessions.get(session) === fields.get('form_token');
    const whole = fields.get('ward') === 'Hill' && fields.get('op') === 'Submit';
    if (!known || !whole || !contentType.startsWith('multipart/'))
      return html(200, 'The form, again');
    return redirect('/cms/thanks');
  },
};
