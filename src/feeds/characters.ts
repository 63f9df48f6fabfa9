/** Names of characters that pages of text use; those that HTML itself is made of are not among them. */
const CHARACTERS = new Map(
  Object.entries({
    pound: '£',
    euro: '€',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    bull: '•',
    middot: '·',
    copy: '©',
    eacute: 'é',
    frac12: '½',
  }),
);

/** A text with such names as `&rsquo;` turned into their characters. */
export function named(text: string): string {
  return text.replace(/&([a-z]+\d*);/gi, (all, name: string) => CHARACTERS.get(name) ?? all);
}
