/** The primary language subtag of a BCP 47 tag, in lower case: `cy` of `cy-GB`. */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
