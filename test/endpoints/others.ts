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
