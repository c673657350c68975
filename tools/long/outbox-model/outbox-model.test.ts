import { describe, expect, test } from 'vitest'
import { runModel } from './run-model.js'

describe('an outbox is what a simple reference says, whatever happens', () => {
  test.each([
    ['memory', 200],
    ['file', 100],
  ] as const)(
    'on a store in %s',
    async (kind, runs) => {
      const counts = await runModel(kind, { runs })
      expect(counts['sequences']).toBe(runs)
      expect(counts['crashes']).toBeGreaterThan(runs / 10)
      expect(counts['records signed']).toBeGreaterThan(runs / 2)
    },
    120_000,
  )
})
