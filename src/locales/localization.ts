import { configureLocalization } from '@lit/localize';
import type { LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

/** The languages that Handrail speaks, English first. Welsh and Arabic are unreviewed drafts. */
export const LANGUAGES: readonly string[] = [sourceLocale, ...targetLocales];

/**
 * Sets Handrail's language to the page's: the `lang` of its `<html>`. A language that Handrail does not
 * speak leaves it in English. Call it at most once on a page, and not at all where the page configures
 * `@lit/localize` itself.
 *
 * @param loadLocale - gives the translations of one language.
 * @returns a promise that settles once the page's language is in use.
 */
export async function setUpLocalization(
  loadLocale: (language: string) => Promise<LocaleModule>,
): Promise<void> {
  const { setLocale } = configureLocalization({ sourceLocale, targetLocales, loadLocale });
  const language = document.documentElement.lang.split('-')[0]?.toLowerCase() ?? '';
  if ((targetLocales as readonly string[]).includes(language)) await setLocale(language);
}
