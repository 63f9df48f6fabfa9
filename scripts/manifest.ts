/** What the scripts read of custom-elements.json. */
import { readFileSync } from 'node:fs';

/** Something with a name and words about it. */
export interface Described {
  readonly name: string;
  readonly description?: string;
}

/** What has a value of its own where none is given. */
export interface Setting extends Described {
  readonly default?: string;
  readonly fieldName?: string;
}

export interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Setting[];
  readonly members?: readonly Described[];
  readonly events?: readonly (Described & { readonly type: { readonly text: string } })[];
  readonly cssProperties?: readonly Setting[];
  readonly slots?: readonly Described[];
}

/** The declaration of an element. */
export type ElementDeclaration = Declaration & { readonly tagName: string };

export interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

export const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;

export const declarations = manifest.modules.flatMap((module) => module.declarations);

export const elements = declarations.filter(
  (each): each is ElementDeclaration => each.tagName !== undefined,
);
