/** Writes the tables of docs/services-file.md from the schema: npm run gen:docs runs it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/services-file.md';
const [START, END] = ['<!-- fields: written by npm run gen:docs -->', '<!-- end of fields -->'];

/** What is read of JSON Schema. */
interface Rule {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Rule[];
  readonly type?: string;
  readonly items?: Rule;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
}

const { definitions } = JSON.parse(readFileSync('src/service/service.schema.json', 'utf8')) as {
  definitions: Readonly<Record<string, Rule>>;
};

/** What a rule of one type holds, in words; a type without is called by its own name. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
};

/** The order in which a reader meets them: what a file holds, then what that holds. */
const ORDER = [
  'Service Channel Privacy Relay Schedule SpecialDay Eligibility Referral Safety Place Access',
  'Area Language Interpreters CostOption Wait WorksWith Category',
]
  .join(' ')
  .split(' ');

/** The name of what a rule points to. */
const nameOf = (reference: string): string => reference.replace('#/definitions/', '');

function definition(name: string): Rule {
  const rule = definitions[name];
  if (!rule) throw new Error(`The schema has no definition of ${name}.`);
  return rule;
}

function type(rule: Rule): string {
  if (rule.$ref) {
    const name = nameOf(rule.$ref);
    const target = definition(name);
    if (target.properties) return `[${name}](#${name.toLowerCase()})`;
    return name === 'IsoDate' ? 'date' : type(target);
  }
  if (rule.enum) return rule.enum.map((value) => `\`${value}\``).join(', ');
  if (rule.anyOf) return rule.anyOf.map(type).join(', or ');
  if (rule.type === 'array' && rule.items) return `list of ${type(rule.items)}`;
  if (!rule.type) throw new Error(`There are no words for ${JSON.stringify(rule)}.`);
  return TYPES[rule.type] ?? rule.type;
}

function section(name: string): string {
  const { description = '', properties = {}, required = [] } = definition(name);
  const rows = Object.entries(properties).map(([field, rule]) => {
    const must = required.includes(field) ? ' (must be there)' : '';
    // Without words of its own, a field is what the thing in it is, in that one's first sentence.
    const reference = rule.$ref ?? rule.items?.$ref;
    const target = reference ? definition(nameOf(reference)) : undefined;
    const [first] = /^.*?\.(?= |$)/.exec(target?.description ?? '') ?? [''];
    const words = (rule.description ?? first).replace(/\s+/g, ' ').replaceAll('|', '\\|');
    return `| \`${field}\`${must} | ${type(rule)} | ${words} |`;
  });
  return [
    `### ${name}`,
    '',
    description,
    '',
    '| field | holds | what it is |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const missing = Object.entries(definitions).filter(
  ([name, { properties }]) => properties && !ORDER.includes(name),
);
if (missing.length > 0) {
  console.error(
    `Name these in scripts/schema-table.ts: ${missing.map(([name]) => name).join(', ')}.`,
  );
  process.exit(1);
}
const page = readFileSync(PAGE, 'utf8');
const [before = '', rest] = page.split(START);
const after = rest?.split(END)[1];
if (after === undefined) {
  console.error(`${PAGE} has no place for its tables.`);
  process.exit(1);
}
const text = `${before}${START}\n\n${ORDER.map(section).join('\n')}\n${END}${after}`;
writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
