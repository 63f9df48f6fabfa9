import { html, json, redirect } from './example.ts';
import type { Example } from './example.ts';

/** A flow of Power Automate: on another site, which lets scripts read that it has nothing to say. */
export const flow: Example = {
  path: '/flow',
  attributes: 'send="form"',
  elsewhere: true,
  page: () => ({ fields: '' }),
  answer: () => ({ status: 202, headers: { 'Access-Control-Allow-Origin': '*' } }),
};

/** A script that sends a mail and redirects to a page that thanks; where something is missing, back. */
export const thanks: Example = {
  path: '/mailer',
  attributes: 'send="native"',
  page: () => ({ fields: '<button name="submit" value="1">Send</button>' }),
  answer: ({ fields }) =>
    redirect(fields.get('email') && fields.get('submit') ? '/mailer/thanks' : '/mailer'),
};

/** A case system that answers with the number of the case; a page, to whoever takes no JSON. */
export const caseNumber: Example = {
  path: '/case',
  attributes: 'reference-path="case.id"',
  page: () => ({ fields: '' }),
  answer: ({ json: wantsJson }) =>
    wantsJson ? json(201, { case: { id: 20_261_128 } }) : html(200, 'Your case is 20261128'),
};

/** A framework that wants another ward, and says so by field: in JSON, or on the form's page. */
export const errors: Example = {
  path: '/errors',
  attributes: 'send="form"',
  page: () => ({
    fields: '<p><label>Ward <select name="ward"><option>Hill</option></select></label></p>',
  }),
  answer: ({ json: wantsJson }) =>
    wantsJson
      ? json(422, {
          message: 'The given data was invalid.',
          errors: {
            ward: ['Hill has a form of its own'],
            email: ['We cannot write to this address'],
          },
        })
      : html(422, 'Hill has a form of its own'),
};

/** An endpoint that answers an expired token with a page, whatever is sent. */
export const refused: Example = {
  path: '/refused',
  attributes: 'send="form"',
  page: () => ({ fields: '' }),
  answer: () => html(419, 'Page expired'),
};

/**
 * ASP.NET WebForms: one form around the whole page, which posts to that page, with the page's state in hidden
 * fields and a button that says what to do. What is not understood gets the page again, with 200.
 */
const webForms = (path: string, attributes: string): Example => ({
  path,
  attributes,
  around: {
    before: `<input type="hidden" name="__VIEWSTATE" value="state-1">
      <input type="hidden" name="__EVENTVALIDATION" value="valid-1">`,
    after:
      '<p><label>Search <input name="ctl00$q"></label> <input type="submit" name="ctl00$search" value="Search"></p>',
  },
  page: () => ({ fields: '<input type="submit" name="ctl00$send" value="Send">' }),
  answer: ({ fields }) => {
    const { __VIEWSTATE: state, __EVENTVALIDATION: valid, ...named } = Object.fromEntries(fields);
    const isAsked = state === 'state-1' && valid === 'valid-1' && named['ctl00$send'] === 'Send';
    return isAsked && !('ctl00$search' in named)
      ? redirect(`${path}/thanks`)
      : html(200, 'The page, again');
  },
});
export const outer = webForms('/webforms', '');
export const outerScript = webForms(
  '/webforms-script',
  'send="form" success-url="/webforms-script/thanks"',
);

/** A form with a CAPTCHA, whose script writes into the page late what it has found out. */
export const captcha: Example = {
  path: '/captcha',
  attributes: 'send="form"',
  page: () => ({ fields: '<div id="captcha"></div>' }),
  answer: ({ fields }) =>
    fields.get('g-recaptcha-response') === 'solved' ? json(200, {}) : json(422, { error: 'robot' }),
};

/** A form that takes a file as well. */
export const upload: Example = {
  path: '/upload',
  attributes: '',
  form: 'enctype="multipart/form-data"',
  page: () => ({ fields: '<p><label>Proof <input type="file" name="proof"></label></p>' }),
  answer: ({ contentType }) =>
    contentType.startsWith('multipart/') ? redirect('/upload/thanks') : html(200, 'Again'),
};

/** Endpoints that take a form and answer with nothing at all, of which nothing is declared. */
export const accepted: Example = {
  path: '/accepted',
  attributes: '',
  page: () => ({ fields: '' }),
  answer: () => ({ status: 202 }),
};
export const silent: Example = { ...accepted, path: '/silent', answer: () => ({ status: 204 }) };
