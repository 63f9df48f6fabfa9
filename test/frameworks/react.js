import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Page } from './react-page.js';
import { run } from './scenario.ts';

run((root, state, hydrate) => {
  const server = root.querySelector('[defer-hydration]') !== null;
  const page = (now) => h(Page, { state: now, server });
  const react = hydrate ? hydrateRoot(root, page(state)) : createRoot(root);
  const set = async (now) => flushSync(() => react.render(page(now)));
  if (!hydrate) void set(state);
  return { set, stop: async () => flushSync(() => react.unmount()) };
});
