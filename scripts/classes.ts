/**
 * The public classes: those that the templates draw, with what their elements say of them. One that is drawn
 * and not described, or described and not drawn, is an error.
 */
import { globSync, readFileSync } from 'node:fs';

const FOLDERS = {
  'handrail-quick-exit': 'src/{quick-exit,element}/**/*.ts',
  'handrail-format-request': 'src/{format-request,template,render}/**/*.ts',
  'handrail-service-card': 'src/{service-card,template}/**/*.ts',
  receiver: 'src/receiver/pages/*.ts',
};

/** An element's tag, or the receiver. */
export type Owner = keyof typeof FOLDERS;

export const isOwner = (name: string): name is Owner => name in FOLDERS;

export interface PublicClass {
  readonly name: string;
  readonly description: string;
}

const read = (pattern: string): string =>
  globSync(pattern)
    .filter((path) => !/styles?\.ts$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

/** How code gives what it draws a class. */
const GIVEN = [
  /class(?:Name)?\s?=\s?["'`]([^"'`]*)/g,
  /create\(\s*'\w+',\s*[`']([^`']*)/g,
  /\bname: [`'](handrail-[^`']*)/g,
  /CLASS = '([^']*)/g,
  /^  \w+: '(handrail-[\w-]+)',$/gm,
  /\? '(handrail-[\w-]+)' : (?:''|undefined)/g,
];

/** The classes that code puts on what it draws. */
function drawn(code: string): Set<string> {
  const lists = GIVEN.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, list = '']) => list),
  );
  return new Set(lists.flatMap((list) => list.match(/handrail-[\w-]+/g) ?? []));
}

/** The public classes of an element or of the receiver's pages, in the order in which they are described. */
export function classesOf(owner: Owner): readonly PublicClass[] {
  const code = read(FOLDERS[owner]);
  const described = [...code.matchAll(/@cssclass (\S+) - (.*)/g)].map(
    ([, name = '', description = '']): PublicClass => ({ name, description }),
  );
  const known = new Set(described.map(({ name }) => name));
  const shared = owner === 'receiver' ? ['handrail-exit-link'] : [];
  const found = new Set([...drawn(code)].filter((name) => !shared.includes(name)));
  const wrong = [
    ...[...known].filter((name) => !found.has(name)),
    ...[...found].filter((name) => !known.has(name)),
  ];
  if (wrong.length > 0)
    throw new Error(`${owner}: @cssclass and the templates differ in ${wrong.join(', ')}.`);
  return described;
}
