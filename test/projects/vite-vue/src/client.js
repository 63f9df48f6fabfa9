import { createSSRApp } from 'vue';
import 'handrail/define.js';
import 'handrail/themes/fallback.css';
import Page from './Page.vue';

createSSRApp(Page).mount('#root');
