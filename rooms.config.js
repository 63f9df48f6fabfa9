/**
 * Which room of `src/` may import which other: a folder, or a folder in one of the four that have rooms
 * of their own. Files that lie directly in such a folder are a room too, under the folder's name.
 *
 * `runs` says where a room's code runs: what runs in a browser sees neither Node nor a package that
 * pages do not load. `packages` are the packages that it may import.
 */
const BROWSER = 'browser';
const SERVER = 'server';
/** In pages and on servers alike: as strict as a browser. */
const BOTH = 'both';

const SHARED = ['i18n', 'template', 'calendar', 'telephone', 'email'];
const SCHEMA = 'format-request/schema';
const LIT = ['lit', '@lit/reactive-element'];
const LOCALIZE = '@lit/localize';

export const ROOMS = {
  calendar: { runs: BOTH },
  telephone: { runs: BOTH },
  email: { runs: BOTH },
  locales: { runs: BOTH, packages: [LOCALIZE] },
  i18n: { runs: BOTH, imports: ['locales'], packages: [LOCALIZE] },
  template: { runs: BOTH, imports: ['i18n'], packages: LIT },
  element: { runs: BROWSER, imports: ['i18n', 'template'], packages: [...LIT, LOCALIZE] },
  service: { runs: BOTH, imports: ['calendar', 'email'] },
  'opening-hours': {
    runs: BOTH,
    imports: ['service', 'calendar', 'i18n'],
    packages: [LOCALIZE],
  },

  'quick-exit': { runs: BROWSER, imports: ['element', ...SHARED], packages: [...LIT, LOCALIZE] },

  [SCHEMA]: { runs: BOTH, imports: ['i18n', 'calendar', 'email'], packages: [LOCALIZE] },
  'format-request/documents': {
    runs: BROWSER,
    imports: [SCHEMA, 'element', 'i18n', 'template'],
    packages: LIT,
  },
  'format-request/dom': { runs: BROWSER, imports: [SCHEMA, 'format-request/documents', 'element'] },
  'format-request/sending': {
    runs: BROWSER,
    imports: [SCHEMA, 'i18n', 'calendar'],
    packages: LIT,
  },
  'format-request/view': {
    runs: BOTH,
    imports: [SCHEMA, 'format-request/documents', 'format-request/dom', ...SHARED],
    packages: [...LIT, LOCALIZE],
  },
  'format-request': {
    runs: BROWSER,
    imports: ['format-request/*', 'element', ...SHARED],
    packages: LIT,
  },

  'service-card/view': {
    runs: BOTH,
    imports: ['service', 'opening-hours', ...SHARED],
    packages: [...LIT, LOCALIZE],
  },
  'service-card': {
    runs: BROWSER,
    imports: ['service-card/*', 'element', 'service', 'opening-hours', 'feeds', ...SHARED],
    packages: LIT,
  },

  'script-tag': {
    runs: BROWSER,
    imports: ['element', 'i18n', 'quick-exit', 'format-request', 'service-card'],
  },

  feeds: { runs: BOTH, imports: ['service', 'calendar', 'telephone', 'email'] },
  snapshot: { runs: SERVER, imports: ['feeds', 'render', 'service', 'calendar'] },
  render: {
    runs: SERVER,
    imports: [
      'element',
      'format-request',
      'format-request/*',
      'service',
      'service-card',
      'service-card/*',
      'locales',
      ...SHARED,
    ],
    packages: ['lit', '@lit-labs/ssr', LOCALIZE],
  },

  'receiver/store': { runs: SERVER, imports: [SCHEMA, 'calendar'], packages: ['pg'] },
  'receiver/settings': {
    runs: SERVER,
    imports: ['receiver/store', SCHEMA, 'calendar', 'i18n', 'render'],
  },
  'receiver/outbox': {
    runs: SERVER,
    imports: ['receiver/store', 'receiver/settings', SCHEMA, 'render', ...SHARED],
    packages: [LOCALIZE, 'nodemailer', 'postal-mime'],
  },
  'receiver/pages': {
    runs: SERVER,
    imports: ['receiver/store', 'receiver/settings', SCHEMA, 'render', ...SHARED],
  },
  'receiver/intake': {
    runs: SERVER,
    imports: ['receiver/store', 'receiver/settings', SCHEMA, 'calendar'],
  },
  'receiver/http': {
    runs: SERVER,
    imports: [
      'receiver/intake',
      'receiver/pages',
      'receiver/settings',
      SCHEMA,
      'render',
      ...SHARED,
    ],
  },
  receiver: { runs: SERVER, imports: ['receiver/*'] },

  cli: {
    runs: SERVER,
    imports: ['receiver', 'feeds', 'snapshot', 'service', 'calendar', 'email', 'i18n'],
  },
};

/** The rooms that a room may import, with `format-request/*` written out. */
function importsOf(room) {
  return (ROOMS[room].imports ?? []).flatMap((name) =>
    name.endsWith('/*')
      ? Object.keys(ROOMS).filter((one) => one.startsWith(name.slice(0, -1)))
      : [name],
  );
}

const escape = (text) => text.replace(/[.*/@-]/g, '\\$&');

/** The files of a room: those of a room within it are not its own. */
function filesOf(room) {
  const within = Object.keys(ROOMS).filter((one) => one.startsWith(`${room}/`));
  const others = within.map((one) => escape(one.slice(room.length + 1)));
  return others.length > 0
    ? `^src/${escape(room)}/(?!(?:${others.join('|')})/)`
    : `^src/${escape(room)}/`;
}

const rules = Object.entries(ROOMS).flatMap(([room, { runs, packages = [] }]) => {
  const from = { path: filesOf(room) };
  const allowed = [room, ...importsOf(room)];
  return [
    {
      name: `room: ${room}`,
      comment: `src/${room} may import only from ${allowed.slice(1).join(', ') || 'itself'}.`,
      severity: 'error',
      from,
      to: { path: '^src/', pathNot: allowed.map(filesOf) },
    },
    {
      name: `packages: ${room}`,
      comment: `src/${room} may import no package but ${packages.join(', ') || 'none'}.`,
      severity: 'error',
      from,
      to: {
        path: '^(?:node_modules/|[^./]+$|@)|/node_modules/',
        pathNot: ['^src/', ...packages.map((name) => `(?:^|node_modules/)${escape(name)}(?:/|$)`)],
        dependencyTypesNot: ['core', 'local', 'localmodule'],
      },
    },
    ...(runs === SERVER
      ? []
      : [
          {
            name: `no Node in: ${room}`,
            comment: `src/${room} runs in browsers, which have no modules of Node's.`,
            severity: 'error',
            from,
            to: { dependencyTypes: ['core'] },
          },
        ]),
  ];
});

/** Files that lie directly in src/: the entries, which only put rooms together. */
const ENTRIES = {
  index: '^src/(?:element|service|quick-exit|format-request|service-card)/',
  define: '^src/(?:quick-exit|format-request|service-card)/[^/]+\\.define\\.ts$',
  cli: '^src/cli/',
};

export default {
  forbidden: [
    ...rules,
    ...Object.entries(ENTRIES).map(([name, path]) => ({
      name: `entry: ${name}`,
      comment: `src/${name}.ts only puts together what lies in rooms.`,
      severity: 'error',
      from: { path: `^src/${name}\\.ts$` },
      to: { path: '^src/', pathNot: path },
    })),
    {
      name: 'no circle',
      comment: 'Files that import each other cannot be read, or tested, one at a time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'known room',
      comment: 'Each folder in src/ is a room: it has a place in the table of rooms.config.js.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/[^/]+$', ...Object.keys(ROOMS).map(filesOf)] },
      to: {},
    },
    {
      name: 'nothing around src',
      comment:
        'What is published rests on nothing that is not: scripts, tests, stories, demo, docs.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:scripts|test|stories|demo|docs|bench|dist)/|^[^/]+\\.config\\.js$' },
    },
    {
      name: 'found',
      comment: 'An import has to lead to a file that is there.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/locales/generated/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
