import js from '@eslint/js';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Forbids imports by pattern, so that each layer sees only what ARCHITECTURE.md grants it. */
const forbid = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
});

const noNode = {
  regex: '^(node:|fs$|path$|os$|crypto$|child_process$|process$)',
  message: 'This layer runs in web workers too: no Node modules.',
};
const noVscode = { regex: '^vscode$', message: 'Only src/vscode knows the editor.' };
const coreByIndex = {
  regex: '/core/(?!(index|early)$).+',
  message: 'Shells import the core through its index, and the values of early.',
};

export default tseslint.config(
  globalIgnores(['dist/', 'out/', 'node_modules/', '.vscode-test/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]:not([kind="constructor"])',
          message: 'Use #private members.',
        },
      ],
      'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: forbid(noNode, noVscode, {
      regex: '/(vscode|cli|map)/',
      message: 'The core knows no shell.',
    }),
  },
  {
    files: ['src/vscode/**/*.ts'],
    rules: forbid(noNode, coreByIndex, {
      regex: '/cli/|^(\\.\\./)+map/(?!protocol$)',
      message: 'Shells never import each other, but for what the map and its host say.',
    }),
  },
  {
    files: ['src/map/**/*.ts'],
    rules: forbid(noNode, noVscode, {
      regex: '/(vscode|cli)/|/core/(?!features/map$)',
      message: 'The page of the map knows only its data.',
    }),
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: forbid(noVscode, coreByIndex, {
      regex: '/vscode/',
      message: 'Shells never import each other.',
    }),
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        AbortController: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
