/** What elements inherit `texts` through: it is read, and not published. */
const INNER = 'src/element/template-element.ts';

/** The modules that hold what a page author or a developer can use. Everything else is internal. */
const PUBLIC = [
  'src/element/element.ts',
  INNER,
  'src/format-request/checked-event.ts',
  'src/format-request/failed-event.ts',
  'src/format-request/received-event.ts',
  'src/format-request/format-request.ts',
  'src/quick-exit/quick-exit.ts',
  'src/service-card/service-card.ts',
  'src/**/*.define.ts',
];

/** Notes which file registers which tag: the analyzer knows `customElements.define` alone. */
const definitions = {
  name: 'definitions',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
    const [tag, element] = node.arguments;
    const source = node
      .getSourceFile()
      .statements.find(
        (each) =>
          ts.isImportDeclaration(each) && each.getText().includes(`{ ${element.getText()} }`),
      );
    if (!source)
      throw new Error(`${moduleDoc.path}: ${element.getText()} is not imported by name.`);
    const { pathname } = new URL(source.moduleSpecifier.text, `file:///${moduleDoc.path}`);
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []),
      {
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.getText(), module: pathname.slice(1) },
      },
    ];
  },
};

/** Whether a member is one that its class offers: neither private nor a part of Lit's own lifecycle. */
const isPublic = ({ name, privacy, inheritedFrom, static: isStatic }) =>
  (privacy === undefined || privacy === 'public') &&
  !name.startsWith('#') &&
  !isStatic &&
  (name === 'texts' || !inheritedFrom?.module.includes('element/')) &&
  !/^(render|createRenderRoot|willUpdate|update|updated|firstUpdated|\w+edCallback|\w+Callback)$/.test(
    name,
  );

const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** Renames every `module` and `path` to the published file. */
function publish(value) {
  if (Array.isArray(value)) return value.map(publish);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      (key === 'module' || key === 'path') && typeof each === 'string'
        ? published(each)
        : publish(each),
    ]),
  );
}

/** Leaves what is public, under the names of the published files, in an order that no disk decides. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    }
    const modules = customElementsManifest.modules.filter(({ path }) => path !== INNER);
    customElementsManifest.modules = publish(modules).sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: PUBLIC,
  outdir: '.',
  litelement: true,
  plugins: [definitions, publicOnly],
};
