/** Writes docs/elements.md: what authors can set, listen to and restyle, from the manifest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { classesOf } from './classes.ts';
import { findTexts } from './texts.ts';

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

const sentences = findTexts();

const classTable = (owner) =>
  table(
    'Classes',
    ['class', 'what it is on'],
    classesOf(owner).map(({ name, description }) => [code(name), cell(description)]),
  );

/** What each sentence is, and what is filled in, as the code calls it. */
const textsTable = (owner, without = []) =>
  table(
    'Texts',
    ['sentence', 'what stands for {1}, {2} …'],
    sentences[owner]
      .filter(({ key }) => !without.includes(key))
      .map(({ key, parts, note }) => [
        code(key),
        parts.length > 0 ? parts.map(code).join(', ') : cell(note),
      ]),
  );

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
    classTable(tagName),
    textsTable(tagName),
  ].join('\n');
}

const page = [
  '# The elements',
  '',
  'Made from the source by `npm run gen:docs`.',
  '',
  'A rule of the page with one of the classes wins over the element’s own. `texts` takes words of your own by',
  'the sentences in the last table of each element: see [decisions/texts.md](decisions/texts.md).',
  '',
  ...elements.map(section),
  '## The pages of the receiver',
  '',
  'They have the classes of the form and of the exit’s link, and these:',
  '',
  classTable('receiver'),
  'Their texts, and those of its messages, are those of the form, and these:',
  '',
  textsTable(
    'receiver',
    sentences['handrail-format-request'].map(({ key }) => key),
  ),
].join('\n');
writeFileSync('docs/elements.md', await format(page, { parser: 'markdown', printWidth: 100 }));
