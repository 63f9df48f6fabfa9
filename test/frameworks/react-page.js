import { createElement as h, useEffect, useState } from 'react';
import { blockOf } from './state.ts';

/** The page as React has it. An element draws once React has taken over what the server drew. */
export function Page({ state, server = false }) {
  const [deferred, setDeferred] = useState(server);
  useEffect(() => setDeferred(false), []);
  const wait = { 'defer-hydration': deferred ? '' : undefined };
  const { more, number, name } = state;
  return h(
    'main',
    null,
    h(
      'handrail-quick-exit',
      wait,
      more && h('p', null, 'In a hurry?'),
      h('a', { href: state.href, className: state.look }, state.words),
      more && h('a', { href: '/advice' }, 'Advice on staying safe'),
    ),
    h(
      'handrail-service-card',
      wait,
      more && h('p', null, 'A word before'),
      h('h3', null, 'By the page: ', name),
      h('p', null, 'Call ', h('a', { href: `tel:${number}` }, number)),
      state.block &&
        h('script', {
          type: 'application/ld+json',
          dangerouslySetInnerHTML: { __html: blockOf(state) },
        }),
      more && h('p', null, 'A word after'),
    ),
    h(
      'handrail-format-request',
      { ...wait, email: 'formats@council.example' },
      more && h('p', null, 'We are glad to help.'),
      state.form &&
        h(
          'form',
          { method: 'post', action: state.action },
          h('input', { type: 'hidden', name: '_token', value: state.token }),
          h('input', { name: 'email', 'aria-label': 'Email' }),
          h('button', null, 'Send'),
        ),
      more && h('p', null, 'Or write to us.'),
    ),
  );
}
