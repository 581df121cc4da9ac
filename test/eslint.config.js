import tseslint from 'typescript-eslint';

const noBarrels = { selector: 'ExportAllDeclaration', message: 'No barrels: export by name, import from the file itself.' };
const noDefaults = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

export default tseslint.config(
  { ignores: ['**/build/**', '**/node_modules/**', '**/*.generated.ts'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strict],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', 250],
      'no-restricted-syntax': ['error', noBarrels, noDefaults],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // `!` is allowed where the lines around it have already proved the value, such as a key just read from its map.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Forgotten promises hide failures; this needs types and so is limited to where it matters.
    files: ['server/**/*.ts'],
    languageOptions: { parserOptions: { project: '../tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
  {
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    ignores: ['web/src/ui/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@mantine/*'], message: 'Mantine is wrapped in web/src/ui.' }] }],
    },
  },
  {
    // Tools that want a default export.
    files: ['**/vite.config.ts', 'web/codegen.ts', 'test/support/global-*.ts'],
    rules: { 'no-restricted-syntax': ['error', noBarrels] },
  },
  {
    files: ['test/**/*.ts', 'server/commands/**', 'web/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A catalogue of words is a list: it is as long as there are words.
    files: ['web/src/text/*.ts'],
    rules: { 'max-lines': 'off' },
  },
);
