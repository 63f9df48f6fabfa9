import { primaryLanguage } from './language-tag.ts';
import { sourceLocale, targetLocales } from '../locales/generated/locale-codes.ts';

/** The languages that Handrail speaks, English first. Welsh and Arabic are unreviewed drafts. */
export const LANGUAGES: readonly string[] = [sourceLocale, ...targetLocales];

const translations = {
  ar: () => import('../locales/generated/ar.ts'),
  cy: () => import('../locales/generated/cy.ts'),
};

let done: Promise<void> | undefined;

/**
 * Puts Handrail into the language of the page, the `lang` of its `<html>`, for people who install it from
 * npm. The script tag does this by itself. A language that Handrail does not speak leaves it in English.
 * A second call gives the promise of the first. Do not call it where the page configures `@lit/localize` itself.
 *
 * @returns a promise that settles once the page's language is in use.
 * @throws Error where `@lit/localize` is already configured on this page.
 */
export function localize(): Promise<void> {
  return (done ??= speak());
}

async function speak(): Promise<void> {
  const language = primaryLanguage(document.documentElement.lang);
  if (!(language in translations)) return;
  // Pages in English need neither the words nor what puts them in place.
  const [{ setUpLocalization }, words] = await Promise.all([
    import('../locales/localization.ts'),
    translations[language as keyof typeof translations](),
  ]);
  await setUpLocalization(language, words);
}
