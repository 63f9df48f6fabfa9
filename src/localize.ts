import { setUpLocalization } from './locales/localization.ts';

const loaders: Readonly<Record<string, () => ReturnType<Parameters<typeof setUpLocalization>[0]>>> =
  {
    ar: () => import('./locales/generated/ar.ts'),
    cy: () => import('./locales/generated/cy.ts'),
  };

/**
 * Puts Handrail into the language of the page, for people who install it from npm. The script tag does
 * this by itself.
 *
 * @returns a promise that settles once the page's language is in use.
 * @throws Error where `@lit/localize` is already configured on this page.
 */
export function localize(): Promise<void> {
  return setUpLocalization((language) => {
    const load = loaders[language];
    return load
      ? load()
      : Promise.reject(new Error(`Handrail has no translation for ${language}.`));
  });
}
