/** What an endpoint says is wrong, with the name of the field as it has it; an empty one where it names none. */
export interface NamedMessage {
  readonly name: string;
  readonly message: string;
}

/** Under which keys endpoints list what is wrong: RFC 9457, ASP.NET, Laravel, Rails, FastAPI, Symfony and others. */
const LISTS = [
  ...['errors', 'problems', 'modelstate', 'fielderrors', 'invalidfields', 'violations'],
  ...['validationerrors', 'issues', 'detail'],
];
const NAMES = [
  ...['field', 'name', 'param', 'path', 'propertypath', 'pointer', 'loc', 'property'],
  ...['attribute', 'source', 'parameter'],
];
const MESSAGES = ['message', 'msg', 'detail', 'defaultmessage', 'title', 'description', 'error'];

/** The longest message that anybody would read, and the most of them. */
const LONGEST = 500;
const MOST = 50;

/** A name without what systems write differently: case, hyphens and underscores. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The last part of a path to a field: `email` of `Model.Email`, `/data/email`, `contact[email]`, `email.0`. */
export function bareName(path: string): string {
  const parts = path.split(/[./[\]]/).filter((part) => /\D/.test(part));
  return plain(parts.at(-1) ?? '');
}

/** What stands under the first of several keys that an object has. */
function under(said: unknown, keys: readonly string[]): unknown {
  if (typeof said !== 'object' || said === null) return undefined;
  const entries = Object.entries(said as Record<string, unknown>).map(
    ([key, value]) => [plain(key), value] as const,
  );
  return keys.map((key) => entries.find(([name]) => name === key)?.[1]).find(Boolean);
}

function nameIn(said: unknown): string {
  const name = under(said, NAMES);
  if (Array.isArray(name)) return String(name.at(-1));
  return typeof name === 'string' ? name : name === undefined ? '' : nameIn(name);
}

function messagesIn(said: unknown): string[] {
  if (Array.isArray(said)) return (said as unknown[]).flatMap(messagesIn);
  const message = typeof said === 'object' ? under(said, MESSAGES) : said;
  return typeof message === 'string' && message.trim() !== '' ? [message.slice(0, LONGEST)] : [];
}

const named = (name: string, said: unknown): NamedMessage[] =>
  messagesIn(said).map((message) => ({ name, message }));

/**
 * Everything that an endpoint's JSON says is wrong, by field.
 *
 * @param known - the bare names of the form's fields: outside a list of errors only these count.
 */
export function problemsSaid(said: unknown, known: ReadonlySet<string>): NamedMessage[] {
  const list = under(said, LISTS);
  const found = Array.isArray(list)
    ? list.flatMap((one: unknown) => named(nameIn(one), one))
    : typeof list === 'object'
      ? Object.entries(list ?? {}).flatMap(([name, one]) => named(name, one))
      : Object.entries(said ?? {}).flatMap(([name, one]) =>
          known.has(bareName(name)) && typeof one === 'object' ? named(name, one) : [],
        );
  return found.slice(0, MOST);
}
