import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemsOf } from './config-values.ts';
import { UsageError } from './command.ts';
import type { CommandContext } from './command.ts';
import { sentenceOf } from './system-errors.ts';
import { KINDS } from './config-settings.ts';
import type { Config, Kind, Kinds } from './config-settings.ts';

/** The settings file that is read where no other is named, if it is there. */
export const DEFAULT_FILE = 'handrail.json';

type Group = Readonly<Record<string, unknown>>;

/** Environment variables, and the setting that each one replaces. */
const VARIABLES: Readonly<Record<string, string>> = {
  HANDRAIL_DATABASE: 'database',
  HANDRAIL_HOST: 'host',
  HANDRAIL_PORT: 'port',
  HANDRAIL_PATH: 'path',
  HANDRAIL_ORGANISATION: 'organisation.name',
  HANDRAIL_EMAIL: 'organisation.email',
  HANDRAIL_PHONE: 'organisation.phone',
  HANDRAIL_REPLY_DAYS: 'replyDays',
  HANDRAIL_ALLOWED_ORIGINS: 'allowedOrigins',
  HANDRAIL_PROXIES: 'proxies',
  HANDRAIL_KEEP_DAYS: 'keepDays',
  HANDRAIL_SMTP_URL: 'smtp.url',
  HANDRAIL_SMTP_FROM: 'smtp.from',
  HANDRAIL_SMTP_TO: 'smtp.to',
  HANDRAIL_BOUNCE_SECRET: 'bounceSecret',
  HANDRAIL_NOTIFY_KEY: 'notify.apiKey',
  HANDRAIL_WEBHOOK_URL: 'webhook.url',
  HANDRAIL_WEBHOOK_SECRET: 'webhook.secret',
  HANDRAIL_LOG: 'log',
  HANDRAIL_METRICS_HOST: 'metrics.host',
  HANDRAIL_METRICS_PORT: 'metrics.port',
};

const EXPECTED = {
  text: 'a text in quotation marks',
  number: 'a number',
  list: 'a list of texts in square brackets',
  switch: 'true or false',
  texts: 'a group of languages, each with your words by our English sentences',
} as const;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'list') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (kind === 'switch') return typeof value === 'boolean';
  if (kind === 'texts') return isGroup(value) && Object.values(value).every(isGroup);
  return kind === 'text' ? typeof value === 'string' : Number.isFinite(value);
}

/** Stops at the first setting that is misspelt or holds another kind of value. */
function check(group: Group, kinds: { readonly [name: string]: Kinds }, where: string): void {
  for (const [name, value] of Object.entries(group)) {
    const full = where === '' ? name : `${where}.${name}`;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(kinds).join(', ');
      throw new UsageError(`There is no setting "${full}". The settings here are: ${known}.`);
    }
    if (typeof kind === 'object') {
      if (!isGroup(value)) throw new UsageError(`"${full}" must be a group in braces: { … }.`);
      check(value, kind, full);
    } else if (!isKind(value, kind)) {
      throw new UsageError(`"${full}" must be ${EXPECTED[kind]}.`);
    }
  }
}

function readFile(path: string): Group {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`The settings file ${sentenceOf(error, path)}`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser quotes what it could not read, and that may be a password.
    const why = (error as Error).message.replace(/, (\.\.\.)?".*$/s, '');
    throw new UsageError(`The settings file ${path} is not JSON: ${why}. Mend it there.`);
  }
  if (!isGroup(parsed)) throw new UsageError(`The settings file ${path} must hold one { … }.`);
  return parsed;
}

/** A variable's text as the kind of value that its setting takes. */
function convert(text: string, kind: Kinds | undefined): unknown {
  if (kind === 'number') return text.trim() === '' ? Number.NaN : Number(text);
  return kind === 'list' ? text.split(/[\s,]+/).filter(Boolean) : text;
}

function withVariable(config: Group, setting: string, text: string): Group {
  const [first = '', second] = setting.split('.');
  const kind = (KINDS as { readonly [name: string]: Kinds })[first];
  if (second === undefined) return { ...config, [first]: convert(text, kind) };
  const group = isGroup(config[first]) ? config[first] : {};
  const inner = typeof kind === 'object' ? kind[second] : undefined;
  return { ...config, [first]: { ...group, [second]: convert(text, inner) } };
}

/** A secret from a file, without the line break at its end. */
function secretFrom(path: string, variable: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new UsageError(`${variable}: ${sentenceOf(error, path)}`);
  }
}

/**
 * What the context say a setting is: the variable itself, the file that the variable with `_FILE` at
 * its end names, or the systemd credential of the variable's name.
 */
function valueOf(variable: string, env: CommandContext['env']): string | undefined {
  const named = `${variable}_FILE`;
  const [text, file, folder] = [env[variable], env[named], env['CREDENTIALS_DIRECTORY']];
  if (text) {
    if (file) throw new UsageError(`${variable} and ${named} are both set. Set one of them.`);
    return text;
  }
  if (file) return secretFrom(file, named);
  const credential = folder ? join(folder, variable) : '';
  return credential !== '' && existsSync(credential) ? secretFrom(credential, variable) : undefined;
}

/** The variables of ours that mean nothing, as where one is misspelt. */
export function unusedVariables(env: CommandContext['env']): readonly string[] {
  return Object.keys(env).filter(
    (name) =>
      name.startsWith('HANDRAIL_') &&
      name !== 'HANDRAIL_CONFIG' &&
      !Object.hasOwn(VARIABLES, name.replace(/_FILE$/, '')),
  );
}

/**
 * Reads the settings: the file first, then environment variables, which replace what the file says.
 *
 * @param file - the file that was named; `handrail.json` is read where none is, if it exists.
 * @throws UsageError where the file cannot be read, or a setting is misspelt, of the wrong kind, or holds
 *   what cannot work: with a sentence for each.
 */
export function readConfig(file: string | undefined, env: CommandContext['env']): Config {
  const named = file ?? env['HANDRAIL_CONFIG'];
  let config: Group = {};
  if (named !== undefined) config = readFile(named);
  else if (existsSync(DEFAULT_FILE)) config = readFile(DEFAULT_FILE);
  check(config, KINDS, '');
  for (const [variable, setting] of Object.entries(VARIABLES)) {
    const text = valueOf(variable, env);
    if (text !== undefined && text !== '') config = withVariable(config, setting, text);
  }
  check(config, KINDS, '');
  const wrong = problemsOf(config);
  if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
  return config;
}
