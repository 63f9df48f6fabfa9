/** Writes docs/elements.md: what authors can set, listen to and restyle, from the manifest. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { classesOf, isOwner } from './classes.ts';
import type { Owner } from './classes.ts';
import { elements } from './manifest.ts';
import type { ElementDeclaration } from './manifest.ts';
import { findTexts } from './texts.ts';
import type { Sentence } from './texts.ts';

const cell = (text = ''): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text?: string): string => (text ? `\`${cell(text)}\`` : '');

type Cells = readonly string[];

function table(title: string, columns: Cells, rows: readonly Cells[]): string {
  if (rows.length === 0) return '';
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
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

function sentencesOf(owner: string): readonly Sentence[] {
  const said = sentences[owner];
  if (!said) throw new Error(`Name the module of ${owner} in scripts/texts.ts.`);
  return said;
}

const classTable = (owner: Owner): string =>
  table(
    'Classes',
    ['class', 'what it is on'],
    classesOf(owner).map(({ name, description }) => [code(name), cell(description)]),
  );

/** What each sentence is, and what is filled in, as the code calls it. */
const textsTable = (owner: string, without: readonly string[] = []): string =>
  table(
    'Texts',
    ['sentence', 'what stands for {1}, {2} …'],
    sentencesOf(owner)
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
}: ElementDeclaration): string {
  if (!isOwner(tagName)) throw new Error(`Name the folders of ${tagName} in scripts/classes.ts.`);
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
    sentencesOf('handrail-format-request').map(({ key }) => key),
  ),
].join('\n');
writeFileSync('docs/elements.md', await format(page, { parser: 'markdown', printWidth: 100 }));
