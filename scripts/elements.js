/** Writes docs/elements.md: what authors can set, listen to and restyle, from the manifest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

function table(title, columns, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

function section({
  tagName,
  description,
  attributes = [],
  events = [],
  cssProperties = [],
  slots,
}) {
  return [
    `## \`<${tagName}>\``,
    '',
    description,
    '',
    `Inside it: ${cell(slots?.[0]?.description)}`,
    '',
    table(
      'Attributes',
      ['name', 'default', 'what it is'],
      attributes.map((each) => [code(each.name), code(each.default), cell(each.description)]),
    ),
    table(
      'Events',
      ['name', 'when'],
      events.map((each) => [code(each.name), cell(each.description)]),
    ),
    table(
      'Custom properties',
      ['name', 'default', 'what it is'],
      cssProperties.map((each) => [code(each.name), code(each.default), cell(each.description)]),
    ),
  ].join('\n');
}

const page = [
  '# The elements',
  '',
  'Made from the source by `npm run gen:docs`.',
  '',
  ...elements.map(section),
].join('\n');
writeFileSync('docs/elements.md', await format(page, { parser: 'markdown', printWidth: 100 }));
