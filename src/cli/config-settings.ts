/** Everything that can be set: each name with the kind of value it takes. */
export const KINDS = {
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
  bounceSecret: 'text',
  smtp: {
    url: 'text',
    from: 'text',
    to: 'text',
    returnPath: 'text',
    acknowledge: 'switch',
    tls: 'text',
  },
  notify: {
    apiKey: 'text',
    newsTemplate: 'text',
    acknowledgementTemplate: 'text',
    to: 'text',
    baseUrl: 'text',
  },
  webhook: { url: 'text', secret: 'text' },
  log: 'text',
  metrics: { host: 'text', port: 'number' },
} as const;

export type Kind = 'text' | 'number' | 'list' | 'switch' | 'texts';
export type Kinds = Kind | { readonly [name: string]: Kinds };
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
