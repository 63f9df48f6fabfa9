import { createSSRApp } from 'vue';
import 'handrail/define.js';
import 'handrail/themes/fallback.css';
import Page from './Page.vue';

// Vue writes over the card unless it is given what the server drew.
const card = document.querySelector('#card').innerHTML;
createSSRApp(Page, { card }).mount('#root');
