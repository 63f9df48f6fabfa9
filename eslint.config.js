import { configs as litConfigs } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wcConfigs } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom, folder by folder: everything else in src/ is forbidden to it. `calendar` and
 * `element` know nobody; what runs in a browser never sees the receiver.
 */
const MAY_IMPORT = {
  calendar: [],
  element: [],
  'quick-exit': ['element', 'calendar'],
  'format-request': ['element', 'calendar', 'service-info/telephone.ts'],
  'service-info': ['element', 'calendar'],
  feeds: ['service-info', 'service.schema.json', 'calendar'],
  snapshot: ['feeds', 'service-info', 'calendar'],
  render: ['element', 'calendar', 'format-request', 'service-info', 'locales/generated'],
  receiver: [
    'render',
    'format-request/request.ts',
    'format-request/labels.ts',
    'format-request/contact.ts',
    'element/heading.ts',
    'element/dates.ts',
    'element/language.ts',
    'element/msg.ts',
    'calendar',
    'service-info/telephone.ts',
  ],
  locales: [],
};

/** Names that plain logic takes as arguments instead. */
const LOGIC = [
  'src/calendar/*.ts',
  'src/quick-exit/{guard,key-sequence}.ts',
  'src/service-info/{service,schedule,place,opening-hours*,telephone,freshness,safe-href,safe-text,json-ld,to-json-ld}.ts',
];

const importRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // Anything outside the folder, unless it begins as one of the allowed names does.
            regex: `^\\.\\./(?!(?:${allowed.map((name) => (/\.\w+$/.test(name) ? `${name}$` : `${name}/`)).join('|') || '$'}))`,
            message: `src/${folder} may import only from ${allowed.join(', ') || 'its own folder'}.`,
          },
        ],
      },
    ],
  },
}));

export default defineConfig(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'storybook-static/',
      'src/locales/generated/',
      '.data/',
      'test/types/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [litConfigs['flat/recommended'], wcConfigs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Build elements; a string of HTML can carry a script.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: LOGIC,
    rules: { 'no-restricted-globals': ['error', 'window', 'customElements'] },
  },
  ...importRules,
);
