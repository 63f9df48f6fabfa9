/**
 * Makes what editors and type checkers read of the elements, from custom-elements.json: data for VS Code and
 * for JetBrains' editors, and types for the templates of React, Vue and Svelte. The build runs it.
 *
 * The types are ours: a generated file that augments every framework at once does not compile where one of
 * them is not installed, unless the project skips the checking of its libraries.
 */
import { writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { format } from 'prettier';
import { declarations, elements, manifest } from './manifest.ts';
import type { Declaration, ElementDeclaration } from './manifest.ts';

const OUT = 'dist/editors';

const names = declarations.map(({ name }) => name).filter((name) => name !== 'HandrailElement');

const doc = (text = ''): string => `/** ${text.replaceAll('*/', '* /')} */\n`;

/** The property behind an attribute, by the platform's own rule; there need not be one. */
const fieldOf = (attribute: string): string =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What a template may set on an element: its attributes and properties, and what listens to its events. */
function props({ name, attributes = [], members = [], events = [] }: Declaration): string {
  const fields = members.map((member) => [member.name, member.name, member.description] as const);
  const dashed = attributes
    .filter((attribute) => !fields.some(([field]) => field === attribute.name))
    .map((each) => [each.name, each.fieldName ?? fieldOf(each.name), each.description] as const);
  const settable = [...fields, ...dashed].map(([key, field, text]) => {
    const type = fields.some(([own]) => own === field) ? `${name}['${field}']` : 'string';
    return `${doc(text)}'${key}'?: Value<${type}>;`;
  });
  const listeners = events.map(
    (event) => `${doc(event.description)}'on${event.name}'?: (event: ${event.type.text}) => void;`,
  );
  return `export interface ${name}Props {\n${[...settable, ...listeners].join('\n')}\n}`;
}

const PROPS = `
import type { ${names.join(', ')} } from '../index.js';

/** An attribute is text in every template; a switch is written without a value too. */
type Value<T> = T | (T extends boolean ? '' : T extends number ? \`\${number}\` : never) | undefined;

${elements.map(props).join('\n\n')}
`;

const tags = (value: (element: ElementDeclaration) => string): string =>
  elements.map((element) => `'${element.tagName}': ${value(element)};`).join('\n');

const imports = `import type { ${elements.map(({ name }) => name).join(', ')} } from '../index.js';
import type { ${elements.map(({ name }) => `${name}Props`).join(', ')} } from './props.js';`;

/** Each file is imported by name, so a project sees the one for its own framework. */
const TYPES = {
  props: PROPS,
  react: `
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${tags(({ name }) => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${name}Props`)}
    }
  }
}
`,
  vue: `
import type { HTMLAttributes, PublicProps } from 'vue';
${imports}

type Template<Element, Props> = new () => Element & {
  /** @deprecated It is there for templates alone. */
  $props: HTMLAttributes & Props & PublicProps;
};

declare module 'vue' {
  interface GlobalComponents {
    ${tags(({ name }) => `Template<${name}, ${name}Props>`)}
  }
}
`,
  svelte: `
import type { HTMLAttributes } from 'svelte/elements';
${imports}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    ${tags(({ name }) => `HTMLAttributes<${name}> & ${name}Props`)}
  }
}
`,
};

generateVsCodeCustomElementData(manifest as never, {
  outdir: OUT,
  cssFileName: null,
  hideLogs: true,
});
generateJetBrainsWebTypes(manifest as never, {
  outdir: OUT,
  packageJson: false,
  excludeCss: true,
  hideLogs: true,
});
for (const [name, text] of Object.entries(TYPES)) {
  writeFileSync(`${OUT}/${name}.d.ts`, await format(text, { parser: 'typescript' }));
}
