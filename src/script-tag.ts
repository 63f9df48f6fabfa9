import { localize } from './localize.ts';
import './define.ts';

localize().catch((reason: unknown) => {
  console.warn(
    `Handrail: its words stay in English, for the translation was not loaded. ${String(reason)}`,
  );
});
