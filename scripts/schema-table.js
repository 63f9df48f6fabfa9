/** Writes the tables of docs/services-file.md from the schema: npm run gen:docs runs it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/services-file.md';
const [START, END] = ['<!-- fields: written by npm run gen:docs -->', '<!-- end of fields -->'];
const schema = JSON.parse(readFileSync('src/service/service.schema.json', 'utf8'));

/** The order in which a reader meets them: what a file holds, then what that holds. */
const ORDER = [
  'Service Channel Privacy Relay Schedule SpecialDay Eligibility Referral Safety Place Access',
  'Area Language Interpreters CostOption Wait WorksWith Category',
]
  .join(' ')
  .split(' ');

function type(rule) {
  if (rule.$ref) {
    const name = rule.$ref.replace('#/definitions/', '');
    const target = schema.definitions[name];
    if (target.properties) return `[${name}](#${name.toLowerCase()})`;
    return name === 'IsoDate' ? 'date' : type(target);
  }
  if (rule.enum) return rule.enum.map((value) => `\`${value}\``).join(', ');
  if (rule.anyOf) return rule.anyOf.map(type).join(', or ');
  if (rule.type === 'array') return `list of ${type(rule.items)}`;
  return (
    { string: 'text', boolean: 'true or false', integer: 'whole number' }[rule.type] ?? rule.type
  );
}

function section(name) {
  const { description = '', properties, required = [] } = schema.definitions[name];
  const rows = Object.entries(properties).map(([field, rule]) => {
    const must = required.includes(field) ? ' (must be there)' : '';
    // Without words of its own, a field is what the thing in it is, in that one's first sentence.
    const target =
      schema.definitions[(rule.$ref ?? rule.items?.$ref)?.replace('#/definitions/', '')];
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

const missing = Object.entries(schema.definitions).filter(
  ([name, { properties }]) => properties && !ORDER.includes(name),
);
if (missing.length > 0) {
  console.error(
    `Name these in scripts/schema-table.js: ${missing.map(([name]) => name).join(', ')}.`,
  );
  process.exit(1);
}
const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(START);
const after = rest.split(END)[1];
const text = `${before}${START}\n\n${ORDER.map(section).join('\n')}\n${END}${after}`;
writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
