import { localize } from './localize.ts';
import * as shared from './shared.ts';
import './define.ts';

Object.assign(globalThis, { [Symbol.for('handrail')]: shared });

localize().catch((reason: unknown) => {
  console.warn(
    `Handrail: its words stay in English, for the translation was not loaded. ${String(reason)}`,
  );
});
