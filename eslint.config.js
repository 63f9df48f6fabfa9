import { existsSync, readdirSync } from 'node:fs';
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
  telephone: [],
  locales: [],
  i18n: ['locales'],
  template: ['i18n'],
  element: ['i18n', 'template'],
  service: ['calendar'],
  'opening-hours': ['service', 'calendar', 'i18n'],
  'quick-exit': ['element', 'i18n', 'template', 'calendar'],
  'format-request': ['element', 'i18n', 'template', 'calendar', 'telephone'],
  'service-card': [
    'element',
    'i18n',
    'template',
    'calendar',
    'telephone',
    'service',
    'opening-hours',
  ],
  'script-tag': ['element', 'i18n', 'quick-exit', 'format-request', 'service-card'],
  feeds: ['service', 'calendar', 'telephone'],
  snapshot: ['feeds', 'service', 'calendar'],
  render: [
    'element',
    'i18n',
    'template',
    'calendar',
    'format-request',
    'service',
    'service-card',
    'locales',
  ],
  receiver: ['render', 'format-request/schema', 'i18n', 'template', 'calendar', 'telephone'],
  cli: ['receiver', 'feeds', 'service', 'calendar'],
};

/** Names that plain logic takes as arguments instead. */
const LOGIC = [
  'src/calendar/*.ts',
  'src/quick-exit/{guard,key-sequence}.ts',
  'src/{service,opening-hours,telephone}/*.ts',
];

const existing = Object.entries(MAY_IMPORT).filter(([folder]) => existsSync(`src/${folder}`));

const importRules = existing.map(([folder, allowed]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // Anything outside the folder, unless it is in one of the allowed ones.
            regex: `^(?:\\.\\./)+(?!\\.|(?:${[...readdirSync(`src/${folder}`), ...allowed].join('|')})(?:/|$))`,
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
