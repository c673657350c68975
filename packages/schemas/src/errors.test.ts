import { describe, expect, test } from 'vitest'
import { unitErrors } from './errors/units.js'
import { errorCatalogue } from './errors.js'

describe.each([
  ['errorCatalogue', errorCatalogue],
  ['errorCatalogue of /units', unitErrors],
])('%s', (_, catalogue) => {
  const entries = Object.entries(catalogue)
  test('codes are dotted lower-case words', () => {
    for (const [code] of entries) expect(code).toMatch(/^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$/)
  })
  test('every code says what happened and what to do, in both languages', () => {
    for (const [, { says, todo }] of entries) {
      for (const text of [says.vi, says.en, todo.vi, todo.en]) expect(text).toMatch(/^.+[.…]$/s)
      expect(says.vi).not.toBe(says.en)
    }
  })
  test('both languages take the same parameters', () => {
    const names = (text: string) => (text.match(/\{[a-zA-Z]+\}/g) ?? []).sort()
    for (const [, { says }] of entries) expect(names(says.vi)).toEqual(names(says.en))
  })
})
