import { describe, expect, test } from 'vitest'
import { pointerPath, safePath } from './paths.js'

describe('safePath', () => {
  test.each([
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

describe('pointerPath', () => {
  test.each([
    ['/doses/0/lot', ['doses', 0, 'lot']],
    ['#/doses/0', ['doses', 0]],
    ['/a~1b', ['*']],
    ['', []],
    ['#', []],
    ['doses', []],
  ])('reads %s', (pointer, path) => {
    expect(pointerPath(pointer)).toEqual(path)
  })
})
