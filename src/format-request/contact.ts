import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../element/html.ts';
import { msg } from '../element/msg.ts';
import { telephone } from '../service-info/telephone.ts';

/** Who answers, and how to reach them without the form. Each text is empty where it is not known. */
export interface Organisation {
  readonly organisation: string;
  readonly email: string;
  readonly phone: string;
  /** Where to complain to the organisation: a web address. */
  readonly complaints: string;
  /** Where to turn if that does not help: a web address. */
  readonly enforcement: string;
  readonly division: string;
}

/**
 * A sentence that ends in the ways to get in touch; nothing where the organisation gives none. A phone
 * number is a link where it is one that can be rung, as cards have it.
 *
 * @param mailto - where the link to the email address leads.
 */
export function inTouch(
  words: string,
  { email, phone }: Organisation,
  mailto = `mailto:${encodeURI(email)}`,
): TemplateResult | typeof nothing {
  if (!email && !phone) return nothing;
  const { href, display } = telephone(phone || '');
  return html`<p>
    ${words} ${email ? html`<a dir="ltr" href=${mailto}>${email}</a>` : nothing}
    ${href ? html`<a dir="ltr" href=${href}>${display}</a>` : html`<bdi>${display}</bdi>`}
  </p>`;
}

/**
 * Who enforces the right to a format: in Great Britain people turn to the Equality Advisory and Support
 * Service, in Northern Ireland to the Equality Commission.
 */
export function enforcement({ enforcement, division }: Organisation): TemplateResult {
  const [home, name] =
    division === 'northern-ireland'
      ? ['https://www.equalityni.org/', 'Equality Commission for Northern Ireland']
      : [
          'https://www.equalityadvisoryservice.com/',
          'Equality Advisory and Support Service (EASS)',
        ];
  return html`${msg('If you are not happy with how we answer, contact:')}
    <a href=${enforcement || home}>${enforcement || name}</a>`;
}
