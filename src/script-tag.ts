import type { LocaleModule } from '@lit/localize';
import { setUpLocalization } from './locales/localization.ts';
import './define.ts';

// Translations stand beside the script and are fetched only on a page in their language.
const home = import.meta.url;
setUpLocalization(
  (language) => import(new URL(`locales/${language}.js`, home).href) as Promise<LocaleModule>,
).catch((reason: unknown) => {
  console.warn(`Handrail: the translation could not be loaded, so its words stay in English. ${String(reason)}`);
});
