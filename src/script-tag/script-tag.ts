import { warn } from '../element/warn.ts';
import { localize } from '../localize.ts';
import '../quick-exit/quick-exit.define.ts';
import { fetchElements } from './elements.ts';

localize().catch((reason: unknown) => {
  warn(`its words stay in English, for the translation was not loaded. ${String(reason)}`);
});

fetchElements({
  'handrail-format-request': () => import('../format-request/format-request.define.ts'),
  'handrail-service-card': () => import('../service-info/service-card.define.ts'),
});
