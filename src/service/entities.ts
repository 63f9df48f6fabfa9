/** The named character references that are read; those of HTML's syntax are also written. */
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  }),
);

/** Replaces the character references in a text of HTML by their characters. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(x[\da-f]{1,6}|\d{1,7})|([a-z]+));/gi,
    (all: string, code: string | undefined, name: string | undefined) => {
      if (code === undefined) return CHARACTERS.get(name ?? '') ?? all;
      const point = Number(code.replace(/^x/i, '0x'));
      return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : ' ';
    },
  );
}

/** Escapes a text for the content of an element, or for an attribute's value in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (found) => {
    const [name = ''] = [...CHARACTERS].find(([, one]) => one === found) ?? [];
    // The one name that old browsers do not know.
    return name === 'apos' ? '&#39;' : `&${name};`;
  });
}
