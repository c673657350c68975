import { describe, expect, test } from 'vitest'
import { pointerPath } from './paths.js'

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
