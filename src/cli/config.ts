import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from './command.ts';
import type { Surroundings } from './command.ts';

/** The settings file that is read where no other is named, if it is there. */
export const DEFAULT_FILE = 'handrail.json';

type Group = Readonly<Record<string, unknown>>;

/** Everything that can be set: each name with the kind of value it takes. */
const KINDS = {
  database: 'text',
  host: 'text',
  port: 'number',
  path: 'text',
  organisation: { name: 'text', email: 'text', phone: 'text' },
  replyDays: 'number',
  calendar: { division: 'text', closures: 'list' },
  allowedOrigins: 'list',
  stylesheetUrl: 'text',
  homeUrl: 'text',
  exitUrl: 'text',
  guardUrl: 'text',
  texts: 'texts',
  contactWays: 'list',
  formats: 'list',
  documentHosts: 'list',
  limits: { perAddress: 'number', floodPerAddress: 'number', flood: 'number' },
  proxies: 'number',
  keepDays: 'number',
  smtp: { url: 'text', from: 'text', to: 'text', acknowledge: 'switch' },
  notify: {
    apiKey: 'text',
    newsTemplate: 'text',
    acknowledgementTemplate: 'text',
    to: 'text',
    baseUrl: 'text',
  },
  webhook: { url: 'text', secret: 'text' },
} as const;

type Kind = 'text' | 'number' | 'list' | 'switch' | 'texts';
type Kinds = Kind | { readonly [name: string]: Kinds };
type Of<K> = K extends 'text'
  ? string
  : K extends 'number'
    ? number
    : K extends 'list'
      ? readonly string[]
      : K extends 'switch'
        ? boolean
        : K extends 'texts'
          ? Readonly<Record<string, Readonly<Record<string, string>>>>
          : { readonly [N in keyof K]?: Of<K[N]> };

/** The settings as they were written: `docs/receiver.md` says what each one does. */
export type Config = Of<typeof KINDS>;

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
  HANDRAIL_NOTIFY_KEY: 'notify.apiKey',
  HANDRAIL_WEBHOOK_URL: 'webhook.url',
  HANDRAIL_WEBHOOK_SECRET: 'webhook.secret',
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
  } catch {
    throw new UsageError(`The settings file ${path} cannot be read. Check its name and its owner.`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`The settings file ${path} is not JSON: ${(error as Error).message}.`);
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

/**
 * Reads the settings: the file first, then environment variables, which replace what the file says.
 *
 * @param file - the file that was named; `handrail.json` is read where none is, if it exists.
 * @throws UsageError where the file cannot be read, or a setting is misspelt or of the wrong kind.
 */
export function readConfig(file: string | undefined, env: Surroundings['env']): Config {
  const named = file ?? env['HANDRAIL_CONFIG'];
  let config: Group = {};
  if (named !== undefined) config = readFile(named);
  else if (existsSync(DEFAULT_FILE)) config = readFile(DEFAULT_FILE);
  check(config, KINDS, '');
  for (const [variable, setting] of Object.entries(VARIABLES)) {
    const text = env[variable];
    if (text !== undefined && text !== '') config = withVariable(config, setting, text);
  }
  check(config, KINDS, '');
  return config;
}
