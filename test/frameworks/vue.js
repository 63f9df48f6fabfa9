import { createApp, createSSRApp, nextTick, reactive } from 'vue';
import { run } from './scenario.ts';
import { page } from './vue-page.js';

run((root, state, hydrate) => {
  const now = reactive({ ...state });
  const server = root.querySelector('[defer-hydration]') !== null;
  const app = (hydrate ? createSSRApp : createApp)(page(now, server));
  app.mount(root);
  return {
    async set(next) {
      Object.assign(now, next);
      await nextTick();
    },
    async stop() {
      app.unmount();
    },
  };
});
