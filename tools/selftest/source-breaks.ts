/** Breaks of the guards that read the source: format, papers, imports, manifests and lint. */
import { type Break, stray } from './break.js'

/** Written in parts, so that this file itself passes. */
const someoneElsesHome = ['', 'home', 'somebody', 'project'].join('/')
const registryAddress = ['https://registry', 'example', 'org'].join('.')

const papers: readonly Break[] = [
  {
    guard: 'format',
    by: 'an unformatted file',
    apply: (copy) => copy.write(stray('format'), 'export const  spaced  = 1;\n'),
    says: /stray-format/,
  },
  {
    guard: 'hygiene',
    by: 'a path of one machine in a document',
    apply: (copy) => copy.append('SUPPORT.md', `\nSee ${someoneElsesHome}.\n`),
    says: /SUPPORT\.md:\d+: path of one machine/,
  },
  {
    guard: 'hygiene',
    by: 'a registry address in a lock file',
    apply: (copy) => copy.append('pnpm-lock.yaml', `\n# ${registryAddress}\n`),
    says: /pnpm-lock\.yaml:\d+: address of a registry/,
  },
  {
    guard: 'hygiene',
    by: 'a package without its Vietnamese README',
    apply: (copy) => copy.remove('packages/core/README.vi.md'),
    says: /packages\/core\/README\.vi\.md is missing/,
  },
  {
    guard: 'hygiene',
    by: 'no licence',
    apply: (copy) => copy.remove('LICENSE'),
    says: /LICENSE is missing/,
  },
  {
    guard: 'manifests',
    by: 'a manifest changed by hand',
    apply: (copy) => copy.replace('packages/http/package.json', 'Apache-2.0', 'MIT'),
    says: /manifests out of date: http/,
  },
]

const imports: readonly Break[] = [
  {
    guard: 'direction',
    by: 'core importing http',
    apply: (copy) => copy.write(stray('up'), "import '@tiemchung/http'\n"),
    says: /stray-up\.ts: core does not stand on http/,
  },
  {
    guard: 'direction',
    by: "http importing core's inside",
    apply: (copy) =>
      copy.write('packages/http/src/stray-deep.ts', "import '@tiemchung/core/src/bytes.js'\n"),
    says: /stray-deep\.ts: .* is not an entry/,
  },
  {
    guard: 'direction',
    by: '/verify importing x509, which only /trust may',
    apply: (copy) => {
      copy.write('packages/certificates/src/verify/stray-trust.ts', "import '@tiemchung/x509'\n")
      copy.append('packages/certificates/src/verify/index.ts', "\nimport './stray-trust.js'\n")
    },
    says: /stray-trust\.ts: imports @tiemchung\/x509, which only \.\/trust may/,
  },
  {
    guard: 'direction',
    by: 'a package that is not a dependency',
    apply: (copy) => copy.write(stray('foreign'), "import 'lodash'\n"),
    says: /stray-foreign\.ts: lodash is not a dependency/,
  },
  {
    guard: 'direction',
    by: 'a relative import into another package',
    apply: (copy) => copy.write(stray('escape'), "import '../../http/src/index.js'\n"),
    says: /stray-escape\.ts: .* leaves the package/,
  },
  {
    guard: 'direction',
    by: 'two files that import each other',
    apply: (copy) => {
      copy.write(stray('hen'), "import './stray-egg.js'\n")
      copy.write(stray('egg'), "import './stray-hen.js'\n")
    },
    says: /cycle: .*stray-(?:hen|egg)/,
  },
  {
    guard: 'direction',
    by: 'a manifest that depends upwards',
    apply: (copy) =>
      copy.replace(
        'packages/core/package.json',
        /\n}\s*$/,
        ',\n  "devDependencies": { "@tiemchung/http": "workspace:^" }\n}\n',
      ),
    says: /packages\/core\/package\.json: may not depend on @tiemchung\/http/,
    also: ['format'],
  },
]

/** A lint break: a file of its own, and the words of the rule. */
function lint(name: string, by: string, text: string, says: string, folder = 'core'): Break {
  return {
    guard: 'lint',
    by,
    apply: (copy) => copy.write(`packages/${folder}/src/stray-${name}.ts`, `${text}\n`),
    // The stylish formatter prints the file, then its findings up to an empty line.
    says: new RegExp(`stray-${name}\\.ts\\n(?:\\s+\\d+:\\d+.*\\n)*?\\s+\\d+:\\d+.*${says}`),
  }
}

const linted: readonly Break[] = [
  lint(
    'floating',
    'a promise left alone',
    'export function f(p: Promise<void>) {\n  p.then(() => 1)\n}',
    'no-floating-promises',
  ),
  lint(
    'misused',
    'a promise as a condition',
    'export const f = (p: Promise<boolean>) => (p ? 1 : 2)',
    'no-misused-promises',
  ),
  lint('any', 'any', 'export const f = (x: any): number => Number(x)', 'no-explicit-any'),
  lint(
    'switch',
    'a switch that forgets a case',
    "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    'switch-exhaustiveness-check',
  ),
  lint(
    'type-import',
    'a type imported as a value',
    "import { Path } from './issue.js'\nexport const f = (x: Path) => x",
    'consistent-type-imports',
  ),
  lint('now', 'Date.now', 'export const f = () => Date.now()', 'brings the clock'),
  lint('date', 'new Date without an argument', 'export const f = () => new Date()', 'the clock'),
  lint('random', 'Math.random', 'export const f = () => Math.random()', 'brings the randomness'),
  lint(
    'zod',
    'zod by name',
    "import { z } from 'zod'\nexport const s = z.string()",
    'as z from',
    'schemas',
  ),
  lint('node', 'a node: import', "import 'node:fs'", 'no-restricted-imports'),
  lint('ending', 'an import without .js', "import './bytes'", 'end in \\.js'),
  lint('star', 'a star export', "export * from './bytes.js'", 'no star exports'),
  lint(
    'reason',
    'a rule switched off without a reason',
    '// eslint-disable-next-line eqeqeq\nexport const f = (x: unknown) => x == 1',
    'Say why',
  ),
  lint(
    'long',
    'a function that does not fit on a screen',
    `export function f(x: number) {\n${'  x += 1\n'.repeat(45)}  return x\n}`,
    'max-lines-per-function',
  ),
  ...['fetch', 'crypto', 'console', 'Buffer', 'process', 'setTimeout', 'globalThis'].map((name) =>
    lint(`global-${name}`, `the global ${name}`, `export const f = () => ${name}`, 'The caller'),
  ),
  lint(
    'mock.test',
    'a mocked module',
    "import { vi } from 'vitest'\nvi.mock('./bytes.js')",
    'No module mocking',
  ),
  lint(
    'only.test',
    'a test that runs alone',
    "import { it } from 'vitest'\nit.only('runs', () => undefined)",
    'runs all tests',
  ),
  lint(
    'skip.test',
    'a test skipped without a reason',
    "import { it } from 'vitest'\nit.skip('rests', () => undefined)",
    'Say why above',
  ),
]

export const sourceBreaks: readonly Break[] = [...papers, ...imports, ...linted]
