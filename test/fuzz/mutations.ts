import fc from 'fast-check';

/** Values that feeds have held, that would hurt if they were believed, or that break a careless reader. */
const NASTY: readonly unknown[] = [
  null,
  '',
  ' \n\u00a0 ',
  '-',
  false,
  true,
  0,
  -1,
  12345,
  1e308,
  0.1,
  [],
  {},
  [[]],
  [null],
  { id: {} },
  { toString: 1, valueOf: 2, constructor: 3 },
  JSON.parse('{"__proto__": {"name": "x"}}'),
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '<script>globalThis.ran=1</script>',
  '<img src=x onerror="globalThis.ran=1">',
  '"><svg onload=globalThis.ran=1>',
  '<a href="java\tscript:globalThis.ran=1">here</a>',
  '<a href="https://feed.example/">a link</a>',
  '<iframe src="https://feed.example/">',
  '</script><script>globalThis.ran=1</script>',
  '<style>@import "https://feed.example/a.css"</style>',
  '&lt;p&gt;twice&lt;/p&gt;',
  '<p>unclosed <b>words <ul><li>in <li>lists',
  '<!-- comment',
  'javascript:globalThis.ran=1',
  'data:text/html,<script>globalThis.ran=1</script>',
  'https://feed.example/a b',
  'www.feed.example',
  'http://[::1',
  'tel:999',
  '020 7946 0123',
  '020 7946 0123\n',
  '8946 1712 Carol, 8946 2009 Wendy',
  '*#06#',
  '18001 020 7946 0123',
  '09:00:00Z',
  '25:61',
  '24:00',
  '9am',
  '00:00-00:00',
  '2026-02-30',
  '2026-03-29T01:30:00Z',
  'Dec 25 2026',
  '31/12/2026',
  '0001-01-01T00:00:00',
  '+275760-09-13T00:00:00.001Z',
  'MO,TU',
  '-1FR',
  '6MO',
  'Mon-Fri',
  'Mo-Fr 09:00-17:00; PH off',
  ['MO', 7, null],
  'SE5 9RS',
  'ABC 1234',
  51.5,
  -0.12,
  100,
  'zh-Hant-',
  'x'.repeat(5000),
  '\ud800',
  '\u202e drawkcab',
  '[{"Weekday":"Monday","Times":"09:00-17:00","IsOpen":true}]',
  '[{',
  '{"a":',
];

type Json = Record<string, unknown> | unknown[];

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every place in a value that something else can stand in. */
function places(value: unknown, found: [Json, string][] = []): [Json, string][] {
  if (!isJson(value)) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    places((value as Record<string, unknown>)[key], found);
  }
  return found;
}

function put(holder: Json, key: string, value: unknown): void {
  // As JSON.parse does it: a name such as "__proto__" is a name like any other.
  Object.defineProperty(holder, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** One change: which place, what happens to it, and with which value. */
export interface Change {
  readonly at: number;
  readonly how: 'set' | 'drop' | 'rename' | 'double' | 'wrap' | 'text' | 'swap' | 'move';
  readonly value: unknown;
  readonly other: number;
}

/** Changes to a record. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom<Change['how']>(
      'set',
      'set',
      'set',
      'set',
      'drop',
      'rename',
      'double',
      'wrap',
      'text',
      'swap',
      'move',
    ),
    value: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.jsonValue() },
      { weight: 1, arbitrary: fc.string() },
    ),
    other: fc.nat(),
  }),
  { minLength: 1, maxLength: 8 },
);

/** The same value with changes made to it; the one that was given stays as it is. */
export function changed(original: unknown, list: readonly Change[]): unknown {
  const root = { value: structuredClone(original) };
  for (const { at, how, value, other } of list) {
    const all = places(root);
    const [holder, key] = all[at % all.length] ?? [root, 'value'];
    const [source, name] = all[other % all.length] ?? [root, 'value'];
    const old = (holder as Record<string, unknown>)[key];
    const elsewhere = structuredClone((source as Record<string, unknown>)[name]);
    if (how === 'set') put(holder, key, structuredClone(value));
    else if (how === 'wrap') put(holder, key, [old]);
    else if (how === 'text') put(holder, key, JSON.stringify(old));
    else if (how === 'move') put(holder, key, elsewhere);
    else if (how === 'double' && Array.isArray(old))
      old.push(...(structuredClone(old) as unknown[]));
    else if (how === 'swap') {
      put(source, name, structuredClone(old));
      put(holder, key, elsewhere);
    } else if (how === 'rename' && !Array.isArray(holder) && holder !== root) {
      Reflect.deleteProperty(holder, key);
      put(holder, typeof value === 'string' ? value : name, old);
    } else if (how === 'drop' && holder !== root) {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
    }
  }
  return root.value;
}
