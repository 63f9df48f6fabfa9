import { primaryLanguage } from '../../i18n/language-tag.ts';
import { nothing } from 'lit';
import { msg } from '../../i18n/msg.ts';
import { html } from '../../template/html.ts';
import { items, join, say } from './view.ts';
import type { CardView } from './view.ts';
import type { Language } from '../../service/channel.ts';

/** Own names of languages spoken in London for which Chromium has no data. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  ckb: 'کوردی',
  cy: 'Cymraeg',
  ku: 'Kurdî',
  ne: 'नेपाली',
  prs: 'دری',
  ps: 'پښتو',
  so: 'Soomaali',
  sq: 'Shqip',
  ti: 'ትግርኛ',
  yo: 'Yorùbá',
  yue: '粵語',
};

/** A language's name in one of the languages asked for, where the browser has data for that one. */
function nameIn(tag: string, code: string): string | undefined {
  try {
    const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' });
    const found = primaryLanguage(names.resolvedOptions().locale);
    // Farsi's data hold Dari's own name.
    return found === primaryLanguage(tag) || (found === 'fa' && primaryLanguage(tag) === 'prs')
      ? names.of(code)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A language's name in itself, so that those who speak it find it: "Polski", "اردو". Where that is not
 * known, its English name. `lang` is the language that the name is in.
 *
 * @returns nothing where the language has neither a code that is known nor a name.
 */
export function languageName({ code, name }: Language): { name: string; lang: string } | undefined {
  if (typeof code === 'string') {
    const own = OWN_NAMES[primaryLanguage(code)] ?? nameIn(code, code);
    if (own) {
      const [first = '', ...rest] = own;
      return { name: first.toLocaleUpperCase(code) + rest.join(''), lang: code };
    }
  }
  const english = typeof name === 'string' ? name : code && nameIn('en', code);
  return english ? { name: english, lang: 'en' } : undefined;
}

/** Languages by their own names, with what their source says of each. */
export function languageNames(view: CardView, languages: readonly Language[] | undefined) {
  return items(languages).map((language) => {
    const found =
      language.code === 'bfi'
        ? { name: msg('British Sign Language'), lang: view.language }
        : languageName(language);
    const note = say(view, language.note);
    return join(
      [
        found && html`<bdi lang=${found.lang}>${found.name}</bdi>`,
        note === nothing ? '' : html`(${note})`,
      ],
      ' ',
    );
  });
}
