import { define } from '../element/define.ts';
import { warn } from '../element/warn.ts';
import { localize } from '../i18n/localize.ts';
import { QuickExit } from '../quick-exit/quick-exit.ts';
import { fetchElements } from './elements.ts';
import { afterGuard } from './guard.ts';

localize().catch((reason: unknown) => {
  const { message } = reason as Error;
  warn(`${message}. Words stay in English.`);
});

afterGuard(() => define('handrail-quick-exit', QuickExit));

fetchElements({
  'handrail-format-request': () => import('../format-request/format-request.define.ts'),
  'handrail-service-card': () => import('../service-card/service-card.define.ts'),
});
