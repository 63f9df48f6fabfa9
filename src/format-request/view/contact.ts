import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { html } from '../../template/html.ts';
import { msg } from '../../i18n/msg.ts';
import type { Organisation } from '../schema/organisation.ts';
import { telephone } from '../../telephone/telephone.ts';

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
export function enforcement({ enforcementUrl, division }: Organisation): TemplateResult {
  const [home, name] =
    division === 'northern-ireland'
      ? ['https://www.equalityni.org/', msg('Equality Commission for Northern Ireland')]
      : [
          'https://www.equalityadvisoryservice.com/',
          msg('Equality Advisory and Support Service (EASS)'),
        ];
  return html`${msg('If you are not happy with how we answer, contact:')}
    <a href=${enforcementUrl || home}>${enforcementUrl || name}</a>`;
}
