import './format-request/format-request.define.ts';
import './quick-exit/quick-exit.define.ts';
import './service-card/service-card.define.ts';
