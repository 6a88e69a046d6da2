import { defineConfig } from 'oxlint'
import { importRules } from './lint/import-table.ts'

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'import', 'oxc', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['node_modules', 'out', 'dist', 'tests/fixtures'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    // tsc proves that a switch over a closed set returns; this rule does not see it.
    'typescript/consistent-return': 'off',
    // Assertions stand where Stet reads back what it wrote itself; what strangers wrote is parsed with zod.
    'typescript/no-unsafe-type-assertion': 'off',
    // A small helper stands beside the one place that calls it.
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    ...importRules,
    {
      files: ['renderer/**'],
      rules: {
        // Style sheets and fonts are imported for their effect.
        'import/no-unassigned-import': 'off',
        // i18next's default export is the instance that its named functions belong to.
        'import/no-named-as-default-member': 'off',
      },
    },
    {
      // What an object of the stand-in has beyond Electron's begins with an underscore.
      files: ['tests/standin/**'],
      rules: { 'no-underscore-dangle': 'off' },
    },
    {
      files: ['archive/cli/**', 'bench/**', 'demo/**', 'scripts/**', 'tests/**'],
      rules: { 'no-console': 'off' },
    },
  ],
})
