import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { primaryLanguage } from '../i18n/language-tag.ts';
import { drawWith } from '../i18n/msg.ts';
import { templates as ar } from '../locales/generated/ar.ts';
import { templates as cy } from '../locales/generated/cy.ts';
import type { targetLocales } from '../locales/generated/locale-codes.ts';

const TRANSLATIONS: ReadonlyMap<string, TemplateMap> = new Map(
  Object.entries({ ar, cy } satisfies Record<(typeof targetLocales)[number], TemplateMap>),
);

/**
 * The language in which something can be drawn for somebody: `cy` for `cy-GB`. `undefined` stands for
 * English, which is all that is left for a tag that is none or that we have no translation for.
 */
export function translationFor(tag = ''): string | undefined {
  const language = primaryLanguage(tag);
  return TRANSLATIONS.has(language) ? language : undefined;
}

/**
 * Draws a page, or writes a message, in the language of a tag. The `setLocale` of `@lit/localize` would need a `window`, and
 * would set one language for everybody whom a server answers.
 */
export function inLanguage<T>(tag: string | null | undefined, draw: () => T): T {
  const templates = TRANSLATIONS.get(translationFor(tag ?? '') ?? '');
  return drawWith((template, options) => runtimeMsg(templates, template, options), draw);
}
