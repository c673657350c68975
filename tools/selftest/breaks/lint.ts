import type { Break, Trial } from '../trial.js'

/** A lint break: a file of its own, and the words of the rule. */
function rule(name: string, by: string, text: string, says: string, folder = 'core'): Break {
  return {
    by,
    apply: (copy) => copy.write(`packages/${folder}/src/stray-${name}.ts`, `${text}\n`),
    // The stylish formatter prints the file, then its findings up to an empty line.
    says: new RegExp(`stray-${name}\\.ts\\n(?:\\s+\\d+:\\d+.*\\n)*?\\s+\\d+:\\d+.*${says}`),
  }
}

const linted: readonly Break[] = [
  rule(
    'floating',
    'a promise left alone',
    'export function f(p: Promise<void>) {\n  p.then(() => 1)\n}',
    'no-floating-promises',
  ),
  rule(
    'misused',
    'a promise as a condition',
    'export const f = (p: Promise<boolean>) => (p ? 1 : 2)',
    'no-misused-promises',
  ),
  rule('any', 'any', 'export const f = (x: any): number => Number(x)', 'no-explicit-any'),
  rule(
    'switch',
    'a switch that forgets a case',
    "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 2\n}",
    'switch-exhaustiveness-check',
  ),
  rule(
    'type-import',
    'a type imported as a value',
    "import { Path } from './issue.js'\nexport const f = (x: Path) => x",
    'consistent-type-imports',
  ),
  rule('now', 'Date.now', 'export const f = () => Date.now()', 'brings the clock'),
  rule('date', 'new Date without an argument', 'export const f = () => new Date()', 'the clock'),
  rule('random', 'Math.random', 'export const f = () => Math.random()', 'brings the randomness'),
  rule(
    'zod',
    'zod by name',
    "import { z } from 'zod'\nexport const s = z.string()",
    'as z from',
    'schemas',
  ),
  rule('node', 'a node: import', "import 'node:fs'", 'no-restricted-imports'),
  rule('ending', 'an import without .js', "import './bytes'", 'end in \\.js'),
  rule('star', 'a star export', "export * from './bytes.js'", 'no star exports'),
  rule(
    'reason',
    'a rule switched off without a reason',
    '// eslint-disable-next-line eqeqeq\nexport const f = (x: unknown) => x == 1',
    'Say why',
  ),
  rule(
    'long',
    'a function that does not fit on a screen',
    `export function f(x: number) {\n${'  x += 1\n'.repeat(45)}  return x\n}`,
    'max-lines-per-function',
  ),
  ...['fetch', 'crypto', 'console', 'Buffer', 'process', 'setTimeout', 'globalThis'].map((name) =>
    rule(`global-${name}`, `the global ${name}`, `export const f = () => ${name}`, 'The caller'),
  ),
  rule(
    'mock.test',
    'a mocked module',
    "import { vi } from 'vitest'\nvi.mock('./bytes.js')",
    'No module mocking',
  ),
  rule(
    'only.test',
    'a test that runs alone',
    "import { it } from 'vitest'\nit.only('runs', () => undefined)",
    'runs all tests',
  ),
  rule(
    'skip.test',
    'a test skipped without a reason',
    "import { it } from 'vitest'\nit.skip('rests', () => undefined)",
    'Say why above',
  ),
  rule(
    'void',
    'a promise silenced with void',
    'export function f(p: Promise<void>) {\n  void p.then(() => 1)\n}',
    'no-floating-promises',
  ),
  rule('today', 'Date as a function', 'export const f = () => Date()', 'brings the clock'),
  rule(
    'zod-default',
    'zod as a default import',
    "import z from 'zod'\nexport const s = z.string()",
    'as z from',
    'schemas',
  ),
  rule(
    'node-process',
    'node:process in a package for Node only',
    "import process from 'node:process'\nexport const f = () => process.pid",
    'The caller',
    'sandbox',
  ),
  rule('file', 'a file that nobody reads to its end', 'export {}\n'.repeat(401), 'max-lines'),
]

export const lint: Trial = {
  // The rules are the same for every package: a few of them are enough to see that they bite.
  prepare: (copy) =>
    copy.replace(
      'eslint.config.js',
      "'out/**',",
      "'out/**', '{bench,consumers,examples,tests,tools}/**', 'packages/!(core|schemas|sandbox)/**', 'packages/{schemas,sandbox}/src/*/**',",
    ),
  breaks: linted,
}
