const said = new Set<string>();

/**
 * Tells a page's author, once for each sentence, that something on the page needs mending. It never
 * carries anything that a visitor typed or chose.
 *
 * @param sentence - what is wrong and what to do, naming the element and the attribute.
 */
export function warn(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(`Handrail: ${sentence}`);
}
