import { decodeEntities, escapeHtml } from '../service/entities.ts';
import { plainText, safeText } from '../service/safe-text.ts';
import type { SafeNode } from '../service/safe-text.ts';
import { named } from './characters.ts';
import type { FieldReader } from './field-reader.ts';

function write(node: SafeNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  if (node.tag === 'br') return '<br>';
  const href = node.href === undefined ? '' : ` href="${escapeHtml(node.href)}"`;
  return `<${node.tag}${href}>${node.children.map(write).join('')}</${node.tag}>`;
}

/**
 * A description: as it was where it is plain, and otherwise as the HTML that `safeText` lets through.
 * HTML that was escaped twice on its way is read once more.
 */
export function description(field: FieldReader): string | undefined {
  const raw = named(field.raw() ?? '').replace(/\r\n?/g, '\n');
  if (raw === '') return undefined;
  const twice =
    !/<[a-z]/i.test(raw) && /&lt;(?:p|br|ul|ol|li|strong|em|b|i|a|div|span)\b/i.test(raw);
  const text = twice ? decodeEntities(raw) : raw;
  if (!/<[/!a-z]|&#?\w/i.test(text)) return text;
  const nodes = safeText(text);
  const unsafe =
    /<(?:script|style|iframe|object|embed|svg|form|input|template|img|link|meta)\b|\son\w+\s*=|javascript:/i.test(
      text,
    );
  if (unsafe) field.fault('Only its words, paragraphs, lists and links were kept.');
  else if (twice) field.fault('Its HTML had been escaped twice, and was read once more.');
  const plain = nodes.every(
    (node) =>
      typeof node !== 'string' &&
      node.tag === 'p' &&
      node.children.every((child) => typeof child === 'string'),
  );
  // Without elements inside, plain paragraphs say the same and are easier to edit by hand.
  const words = plain ? nodes.map((node) => plainText(write(node))).join('\n\n') : '';
  if (plain && !/<|&#?\w/.test(words)) return words === '' ? undefined : words;
  return nodes.length === 0 ? undefined : nodes.map(write).join('');
}

/** Words that stand before everything else: 300 characters at most. */
export function alert(field: FieldReader): string | undefined {
  const text = field.text();
  if (text === undefined || text.length <= 300) return text;
  field.fault('Cut to 300 characters: the whole text is too long to stand first.');
  return `${text.slice(0, 299).trimEnd()}…`;
}
