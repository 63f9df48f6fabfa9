import { flushSync, mount, unmount } from 'svelte';
import { writable } from 'svelte/store';
import Shell from './Shell.svelte';
import { run } from './scenario.ts';

run((root, state) => {
  const store = writable(state);
  const page = mount(Shell, { target: root, props: { store } });
  return {
    async set(next) {
      store.set(next);
      flushSync();
    },
    stop: () => unmount(page),
  };
});
