/**
 * Writes the tables of docs/format-request.md from the data that the form and the receiver run on,
 * between the marks in that page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  CODE_SOURCES,
  CONTACT_CODES,
  DETAIL_CODES,
  FORMAT_CODES,
  TECHNOLOGY_EXAMPLES,
} from '../src/format-request/schema/codes.ts';
import type { Codes } from '../src/format-request/schema/codes.ts';
import {
  contactWayLabel,
  fieldLabel,
  formatLabel,
  technologyLabel,
} from '../src/format-request/schema/labels.ts';
import {
  ASSISTIVE_TECHNOLOGIES,
  CHOICES,
  CONTACT_WAYS,
  FORMATS,
  USUAL_FORMATS,
} from '../src/format-request/schema/choices.ts';
import { detailsOf, FIELD, FIELDS } from '../src/format-request/schema/fields.ts';

const PAGE = 'docs/format-request.md';

type Cells = readonly string[];

function table(head: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function snomed({ snomed: code = '', nearest }: Codes = {}): string {
  return nearest ? `${code} (nearest)` : code;
}

const SOURCES: readonly { readonly name: string; readonly read: string; readonly note?: string }[] =
  Object.values(CODE_SOURCES);

const TABLES = {
  fields: table(
    ['field', 'label', 'several', 'at most'],
    FIELDS.map((name) => [
      `\`${name}\``,
      fieldLabel(name),
      FIELD[name].several ? 'yes' : '',
      FIELD[name].limit ? `${String(FIELD[name].limit)} characters` : '',
    ]),
  ),
  formats: table(
    ['format', 'label', 'asks for', 'offered unless set', 'HMCTS', 'SNOMED CT'],
    FORMATS.map((slug) => [
      `\`${slug}\``,
      formatLabel(slug),
      detailsOf(slug)
        .map((name) => `\`${name}\``)
        .join(', '),
      USUAL_FORMATS.includes(slug) ? 'yes' : 'no',
      FORMAT_CODES[slug].hmcts ?? '',
      snomed(FORMAT_CODES[slug]),
    ]),
  ),
  details: table(
    ['detail', 'SNOMED CT'],
    Object.entries(DETAIL_CODES).map(([slug, codes]) => [`\`${slug}\``, snomed(codes)]),
  ),
  choices: table(
    ['field', 'answers'],
    Object.entries(CHOICES).map(([name, answers]) => [
      `\`${name}\``,
      answers.map((answer) => `\`${answer}\``).join(', '),
    ]),
  ),
  technology: table(
    ['`at`', 'label', 'such as'],
    ASSISTIVE_TECHNOLOGIES.map((slug) => [
      `\`${slug}\``,
      technologyLabel(slug),
      TECHNOLOGY_EXAMPLES[slug],
    ]),
  ),
  contact: table(
    ['`contact-by`', 'label', 'SNOMED CT'],
    CONTACT_WAYS.map((way) => [`\`${way}\``, contactWayLabel(way), snomed(CONTACT_CODES[way])]),
  ),
  sources: SOURCES.map(
    ({ name, read, note }) => `- ${name}. Read on ${read}.${note ? ` ${note}` : ''}`,
  ).join('\n'),
};

let page = readFileSync(PAGE, 'utf8');
for (const [name, content] of Object.entries(TABLES)) {
  const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  if (!marks.test(page)) {
    console.error(`${PAGE} has no place for its table of ${name}.`);
    process.exit(1);
  }
  page = page.replace(marks, (_, start: string, end: string) => `${start}\n\n${content}\n\n${end}`);
}
writeFileSync(PAGE, page);
