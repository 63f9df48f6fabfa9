import schema from '../service/service.schema.json' with { type: 'json' };
import { isObject } from './field-reader.ts';
import type { FieldReader } from './field-reader.ts';

/** As much of JSON Schema as the record's own schema uses. */
interface Rule {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Rule[];
  readonly items?: Rule;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const DEFINITIONS: Readonly<Record<string, Rule>> = schema.definitions;

/** The rule for one kind of thing in the record. */
export function ruleOf(name: string): Rule {
  return DEFINITIONS[name] ?? {};
}

/** What feeds call some of the record's fields. */
const ALIASES = new Map(
  Object.entries({
    billVisible: 'showsOnBill',
    confidentialLimits: 'confidentialityLimits',
    minAge: 'minimumAge',
    maxAge: 'maximumAge',
  }),
);

const houseName = (name: string): string => {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return ALIASES.get(camel) ?? camel;
};

/** Why a single value does not fit; nothing where it does. */
function misfit(value: unknown, rule: Rule): string | undefined {
  if (rule.enum !== undefined && !rule.enum.includes(value)) {
    return `one of ${rule.enum.map(String).join(', ')} was expected`;
  }
  const type = rule.type === 'integer' ? 'number' : rule.type;
  if (type !== undefined && typeof value !== type)
    return `a ${type === 'string' ? 'text' : type} was expected`;
  if (typeof value === 'string') {
    if (rule.pattern !== undefined && !new RegExp(rule.pattern).test(value))
      return `it is not written as ${rule.pattern}`;
    if (value.length < (rule.minLength ?? 0)) return 'it is empty';
    if (value.length > (rule.maxLength ?? Infinity))
      return `it is longer than ${String(rule.maxLength)} characters`;
  }
  if (typeof value === 'number') {
    if (value < (rule.minimum ?? -Infinity) || value > (rule.maximum ?? Infinity))
      return 'it is out of range';
    if (rule.type === 'integer' && !Number.isInteger(value)) return 'a whole number was expected';
  }
  return undefined;
}

/**
 * Keeps of a value what fits a rule of the record's schema, and reports the rest. Names may be
 * written in the feeds' way too: `safe_to_text`.
 *
 * @returns nothing where the value does not fit, or lacks a field that it must have.
 */
export function fit(field: FieldReader, rule: Rule): unknown {
  if (!field.known) return undefined;
  if (rule.$ref !== undefined) return fit(field, ruleOf(rule.$ref.replace('#/definitions/', '')));
  if (rule.anyOf !== undefined) {
    const { value } = field;
    const fits = rule.anyOf.some(
      (one) => misfit(value, ruleOf(one.$ref?.replace('#/definitions/', '') ?? '')) === undefined,
    );
    if (fits) return value;
    field.fault('Left out: it is not one of the values that it may have.');
    return undefined;
  }
  if (rule.type === 'array') {
    const items = field.items().map((item) => fit(item, rule.items ?? {}));
    return items.filter((item) => item !== undefined);
  }
  if (rule.properties !== undefined) return fitObject(field, rule.properties, rule.required ?? []);
  const value = typeof field.value === 'string' ? field.value.trim() : field.value;
  const wrong = misfit(value, rule);
  if (wrong !== undefined) field.fault(`Left out: ${wrong}.`);
  return wrong === undefined ? value : undefined;
}

function fitObject(
  field: FieldReader,
  properties: Readonly<Record<string, Rule>>,
  required: readonly string[],
): unknown {
  if (!isObject(field.value)) {
    field.fault('Left out: an object was expected.');
    return undefined;
  }
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(field.value)) {
    const key = houseName(name);
    const rule = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const part = field.at(name);
    if (rule === undefined) {
      if (part.known && !name.startsWith('$'))
        part.fault('Left out: the record has no such field.');
      continue;
    }
    const value = fit(part, rule);
    if (value !== undefined) kept[key] = value;
  }
  const missing = required.filter((name) => kept[name] === undefined);
  if (missing.length === 0) return kept;
  field.fault(`Left out: it has no ${missing.join(' and no ')}.`);
  return undefined;
}
