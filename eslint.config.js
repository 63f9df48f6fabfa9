import { configs as litConfigs } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wcConfigs } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ROOMS } from './rooms.config.js';

/** Names that plain logic takes as arguments instead. */
const LOGIC = [
  'src/calendar/*.ts',
  'src/quick-exit/{guard,key-sequence}.ts',
  'src/{service,opening-hours,telephone}/*.ts',
];

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
        {
          selector: "ImportExpression:not([source.type='Literal'])",
          message: 'Write the address out: the rules of rooms.config.js have to see it.',
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
  {
    // What runs in Node: its views are drawn without a document.
    files: Object.keys(ROOMS)
      .filter((room) => ROOMS[room].runs === 'server')
      .map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'location', 'navigator'],
    },
  },
  {
    // Words that a server writes too: @lit/localize knows one language at a time.
    files: ['src/**/*.ts'],
    ignores: ['src/i18n/**', 'src/quick-exit/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@lit/localize',
          importNames: ['msg'],
          message:
            'Take msg() from src/i18n/msg.ts: it also speaks the language of a page on a server.',
        },
      ],
    },
  },
);
