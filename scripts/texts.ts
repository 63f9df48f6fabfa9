/**
 * Finds every sentence that each element, the receipt and the receiver can say, in the code that they are
 * made of, and writes src/locales/generated/sentences.ts, against which the keys of `texts` are checked.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { format } from 'prettier';
import ts from 'typescript';

/** Whose sentences, and the module that all of them are reached from. */
const OWNERS = {
  'handrail-quick-exit': 'src/quick-exit/quick-exit.ts',
  'handrail-format-request': 'src/format-request/format-request.ts',
  'handrail-service-card': 'src/service-card/service-card.ts',
  receipt: 'src/render/receipt.ts',
  receiver: 'src/receiver/index.ts',
};

/** A sentence as `texts` has it: `{1}` and so on stand for what the code puts in. */
export interface Sentence {
  readonly key: string;
  /** What each of them is, as the code calls it. */
  readonly parts: readonly string[];
  /** What a translator is told of it. */
  readonly note: string;
}

function sentence({ arguments: [text, about] }: ts.CallExpression): Sentence | undefined {
  const note = /desc: '(.*)'/.exec(about?.getText() ?? '')?.[1] ?? '';
  if (text && ts.isStringLiteralLike(text)) return { key: text.text, parts: [], note };
  if (!text || !ts.isTaggedTemplateExpression(text)) return undefined;
  const { template } = text;
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { key: template.text, parts: [], note };
  const { head, templateSpans } = template;
  return {
    key: templateSpans.reduce(
      (key, { literal }, index) => `${key}{${String(index + 1)}}${literal.text}`,
      head.text,
    ),
    parts: templateSpans.map(({ expression }) => expression.getText()),
    note,
  };
}

/** The sentences of one module, and the modules that it imports for more than their types. */
function read(path: string): { said: Sentence[]; imports: string[] } {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const said: Sentence[] = [];
  const imports: string[] = [];
  const add = (name: ts.Expression | undefined): void => {
    if (name && ts.isStringLiteral(name) && name.text.startsWith('.'))
      imports.push(resolve(dirname(path), name.text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      if (node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) add(node.moduleSpecifier);
    } else if (ts.isExportDeclaration(node)) {
      if (!node.isTypeOnly) add(node.moduleSpecifier);
    } else if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
      const found = node.expression.getText() === 'msg' ? sentence(node) : undefined;
      if (found) said.push(found);
    }
    node.forEachChild(visit);
  };
  file.forEachChild(visit);
  return { said, imports };
}

function reach(path: string, seen = new Set<string>()): Sentence[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const { said, imports } = read(path);
  return [...said, ...imports.flatMap((each) => reach(each, seen))];
}

/** Every sentence by whose it is, in the order of the code, each once. */
export function findTexts(): Readonly<Record<string, readonly Sentence[]>> {
  return Object.fromEntries(
    Object.entries(OWNERS).map(([owner, path]) => {
      const byKey = new Map(reach(resolve(path)).map((each) => [each.key, each]));
      return [owner, [...byKey.values()]];
    }),
  );
}

if (import.meta.main) {
  const keys = Object.entries(findTexts()).map(([owner, said]) => [
    owner,
    said.map(({ key }) => key),
  ]);
  const code = `// Made by npm run gen:localize: the sentences that each of these can say.
export const SENTENCES: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(keys))};`;
  const path = 'src/locales/generated/sentences.ts';
  writeFileSync(
    path,
    await format(code, { parser: 'typescript', singleQuote: true, printWidth: 100 }),
  );
}
