const ABBREVIATIONS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The number of a month by its English name or an abbreviation of it; 0 where it is none. */
export function monthNumber(name: string): number {
  return ABBREVIATIONS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
