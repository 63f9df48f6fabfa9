import 'handrail/define.js';
import { localize } from 'handrail/localize.js';
import { mount } from 'svelte';
import Page from './Page.svelte';

await localize();
mount(Page, { target: document.querySelector('#app') });
