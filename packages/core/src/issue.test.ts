import { describe, expect, it } from 'vitest'
import { errorCatalogue } from './errors.js'
import { errorsOf, formatPath, issue, safePath } from './issue.js'

describe('issue', () => {
  it('is an error about the whole, unless it says otherwise', () => {
    expect(issue(errorCatalogue, 'parse.hex')).toEqual({
      code: 'parse.hex',
      severity: 'error',
      path: [],
      message: errorCatalogue['parse.hex'].says,
    })
  })

  it('carries its place, its weight and its numbers', () => {
    const details = { path: ['doses', 0], severity: 'warning', params: { at: 3 } } as const
    expect(issue(errorCatalogue, 'parse.hex', details)).toMatchObject(details)
  })
})

describe('errorsOf', () => {
  it('leaves warnings out', () => {
    const error = issue(errorCatalogue, 'parse.hex')
    expect(errorsOf([issue(errorCatalogue, 'parse.uuid', { severity: 'warning' }), error])).toEqual(
      [error],
    )
  })
})

describe('formatPath', () => {
  it.each([
    [[], ''],
    [['doses'], 'doses'],
    [['doses', 1, 'lot'], 'doses[1].lot'],
    [[0, 'a', 'b', 1, 2], '[0].a.b[1][2]'],
  ])('writes %j as %j', (path, text) => {
    expect(formatPath(path)).toBe(text)
  })
})

describe('safePath', () => {
  it.each([
    ['fields and indexes', ['doses', 0, 'lot-number'], ['doses', 0, 'lot-number']],
    ['a key that is an id number', ['people', '079123456789'], ['people', '*']],
    ['a key that is a name', ['people', 'Nguyễn Thị Mẫu'], ['people', '*']],
    ['a symbol', [Symbol('x')], ['*']],
    ['a fraction', [1.5], ['*']],
    ['a key that is too long', ['a'.repeat(65)], ['*']],
  ])('keeps of %s what no person stands in', (_, steps, path) => {
    expect(safePath(steps)).toEqual(path)
  })
})
