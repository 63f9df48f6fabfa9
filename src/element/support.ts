import { warn } from './warn.ts';

/**
 * Whether the browser has all that the card and the form need: the youngest parts of the platform that
 * they use, wherever in them that is. An element that takes something over and fails later would be worse
 * than what its author wrote.
 *
 * @param tag - whose element it is asked for, which the console names where something is missing.
 */
export function isSupported(tag: string): boolean {
  const needs: readonly [name: string, there: boolean][] = [
    // Chrome 120, Firefox 115, Safari 17.
    ['URL.canParse()', 'canParse' in URL],
    // Chrome 103, Firefox 104, Safari 16.
    ['AbortSignal.timeout()', 'timeout' in AbortSignal],
    ['Array.prototype.findLastIndex()', 'findLastIndex' in Array.prototype],
  ];
  const [missing] = needs.find(([, there]) => !there) ?? [];
  if (missing)
    warn(
      `<${tag}> stays as its author wrote it: this browser is too old for it. It has no ${missing}.`,
    );
  return !missing;
}
