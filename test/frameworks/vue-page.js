import { h, onMounted, ref } from 'vue';
import { blockOf } from './state.ts';

/** The page as Vue has it. An element draws once Vue has taken over what the server drew. */
export const page = (state, server = false) => ({
  setup() {
    const deferred = ref(server);
    onMounted(() => (deferred.value = false));
    return () => {
      const wait = { 'defer-hydration': deferred.value ? '' : undefined };
      const { more, number, name, href, look, words, block, form, action, token } = state;
      return h('main', [
        h('handrail-quick-exit', wait, [
          more ? h('p', 'In a hurry?') : null,
          h('a', { href, class: look }, words),
          more ? h('a', { href: '/advice' }, 'Advice on staying safe') : null,
        ]),
        h('handrail-service-card', wait, [
          more ? h('p', 'A word before') : null,
          h('h3', ['By the page: ', name]),
          h('p', ['Call ', h('a', { href: `tel:${number}` }, number)]),
          block ? h('script', { type: 'application/ld+json', innerHTML: blockOf(state) }) : null,
          more ? h('p', 'A word after') : null,
        ]),
        h('handrail-format-request', { ...wait, email: 'formats@council.example' }, [
          more ? h('p', 'We are glad to help.') : null,
          form
            ? h('form', { method: 'post', action }, [
                h('input', { type: 'hidden', name: '_token', value: token }),
                h('input', { name: 'email', 'aria-label': 'Email' }),
                h('button', 'Send'),
              ])
            : null,
          more ? h('p', 'Or write to us.') : null,
        ]),
      ]);
    };
  },
});
