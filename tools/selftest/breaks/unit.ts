import { stray, type Trial } from '../trial.js'

export const unit: Trial = {
  // Tests of other packages would take minutes and show nothing.
  prepare(copy) {
    const floors = JSON.parse(copy.read('tools/check/coverage.json')) as Record<string, unknown>
    for (const folder of Object.keys(floors)) {
      const least = folder === 'core' ? { lines: 99, branches: 95 } : { lines: 0, branches: 0 }
      copy.set('tools/check/coverage.json', [folder], least)
    }
    copy.replace(
      'vitest.config.ts',
      /include: \[\s*'packages\/\*\/src[^\]]*\.test\.ts'[^\]]*\]/,
      "include: ['packages/core/src/**/*.test.ts']",
    )
  },
  breaks: [
    {
      by: 'a test that fails',
      apply: (copy) =>
        copy.write(
          'packages/core/src/stray-fails.test.ts',
          "import { expect, it } from 'vitest'\n\nit('counts', () => {\n  expect(1).toBe(2)\n})\n",
        ),
      says: /stray-fails\.test\.ts: counts/,
    },
    {
      by: 'a test file that does not load',
      apply: (copy) =>
        copy.write('packages/core/src/stray-loads.test.ts', "import './stray-not-there.js'\n"),
      says: /stray-not-there/,
    },
    {
      by: 'a rejection that nobody catches',
      apply: (copy) =>
        copy.write(
          'packages/core/src/stray-rejects.test.ts',
          "import { it } from 'vitest'\n\nit('forgets', () => {\n  void Promise.reject(new Error('nobody caught this'))\n})\n",
        ),
      says: /nobody caught this/,
    },
    {
      by: 'source that no test reaches',
      apply: (copy) =>
        copy.write(
          stray('uncovered'),
          `export function stray(x: number): number {\n${'  x += 1\n'.repeat(30)}  return x\n}\n`,
        ),
      says: /core: lines \d+\.\d+ %/,
    },
    {
      by: 'a property that does not hold',
      apply: (copy) =>
        copy.write(
          'packages/core/src/stray-law.prop.test.ts',
          "import fc from 'fast-check'\nimport { it } from 'vitest'\n\nit('is below ten', () => fc.assert(fc.property(fc.nat(), (n) => n < 10)))\n",
        ),
      says: /stray-law\.prop\.test\.ts: is below ten: Property failed/,
    },
    {
      by: 'a package without a floor of coverage',
      apply: (copy) => copy.set('tools/check/coverage.json', ['http'], undefined),
      says: /http: no floor in tools\/check\/coverage\.json/,
    },
  ],
}
