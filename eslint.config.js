/** The rules that a formatter cannot keep. Which files may touch the world is read from the house. */
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { tsImport } from 'tsx/esm/api'
import { house } from './tools/lint/rules.js'

const { rooms } = await tsImport('./tools/house.ts', import.meta.url)

const within = (place, file) => `packages/${place.folder}/src/${file}`
/** Tests and what they are made of: they run in Node, and tables are as long as they are. */
const tests = ['**/*.test.ts', '**/*.fixture.ts', '**/test-kit.ts']
const source = ['packages/*/src/**/*.ts']
/** The files, one or a few a package, that touch clock, network, timers and the like. */
const worlds = rooms.flatMap((place) => (place.world ?? []).map((file) => within(place, file)))
const nodeRooms = rooms.filter((place) => place.nodeOnly).map((place) => within(place, '**/*.ts'))
const typed = [
  'packages/*/src/**/*.ts',
  'tests/**/*.ts',
  'tools/**/*.ts',
  'bench/*.ts',
  'fixtures/*.ts',
  'examples/clinic-day/src/**/*.ts',
]

const worldGlobals = [
  'fetch',
  'crypto',
  'console',
  'Buffer',
  'process',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
  'globalThis',
  'window',
  'self',
  'global',
  'localStorage',
].map((name) => ({
  name,
  message: 'The caller brings the world: take it as an option (world.ts).',
}))

const zodNamespace = {
  selector:
    'ImportDeclaration[source.value=/^zod(\\u002F|$)/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
  message: "Write: import * as z from 'zod'.",
}
const relativeEnding = {
  selector:
    ':matches(ImportDeclaration, ExportNamedDeclaration, ImportExpression)[source.value=/^\\.{1,2}(\\u002F.*)?(?<!\\.js|\\.json)$/]',
  message: 'Relative imports end in .js.',
}
const noMocks = [
  {
    selector:
      'CallExpression[callee.object.name=/^(vi|vitest|jest)$/][callee.property.name=/^(mock|doMock|unmock|doUnmock|hoisted|setMock)$/]',
    message: 'No module mocking: pass a fake.',
  },
  {
    selector:
      "MemberExpression[object.name=/^(it|test|describe|suite|bench)$/][property.name='only']",
    message: 'A test run runs all tests.',
  },
]
const clock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The caller brings the clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The caller brings the clock.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'The caller brings the clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The caller brings the randomness.',
  },
]
const surface = {
  selector: 'ExportAllDeclaration',
  message: 'The surface is written by hand: no star exports.',
}
const everywhere = [zodNamespace, relativeEnding, ...noMocks]
const worldModules = [
  'process',
  'console',
  'timers',
  'timers/promises',
  'buffer',
  'perf_hooks',
].map((name) => ({ name: `node:${name}`, message: 'The caller brings the world (world.ts).' }))
const nodeModules = { group: ['node:*'], message: 'Runs everywhere: node: only in world files.' }

const typedRules = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-deprecated': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: false }],
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
  '@typescript-eslint/unbound-method': 'error',
}

export default defineConfig(
  { ignores: ['**/dist/**', '**/coverage/**', '**/node_modules/**', 'out/**', '**/*.d.ts'] },
  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-else-return': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'max-lines': ['error', { max: 400 }],
      'house/disable-with-reason': 'error',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    // One program for the whole workspace: a project for each package would read core twelve times.
    files: typed,
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: typedRules,
  },
  {
    files: source,
    ignores: [...tests, ...worlds],
    rules: {
      'no-restricted-globals': ['error', ...worldGlobals],
      'no-restricted-imports': ['error', { paths: worldModules, patterns: [nodeModules] }],
      'no-restricted-syntax': ['error', ...everywhere, ...clock, surface],
    },
  },
  {
    files: nodeRooms,
    ignores: [...tests, ...worlds],
    rules: { 'no-restricted-imports': ['error', { paths: worldModules }] },
  },
  {
    files: worlds,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, surface] },
  },
  {
    files: source,
    ignores: tests,
    rules: {
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A catalogue is a table; it stands in a function so that a bundle can leave it out.
    files: ['packages/*/src/errors/*.ts', 'packages/*/src/**/{,*-}reasons.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.test.ts'], rules: { 'house/skip-with-reason': 'error' } },
  {
    // Matchers such as expect.any() and rows of tables are untyped by nature; the run judges them.
    files: tests,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
