import { configureLocalization } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

/** Has `@lit/localize` give a language's words from now on. */
export async function setUpLocalization(language: string, words: LocaleModule): Promise<void> {
  const loadLocale = (): Promise<LocaleModule> => Promise.resolve(words);
  await configureLocalization({ sourceLocale, targetLocales, loadLocale }).setLocale(language);
}
