import { describe, expect, test } from 'vitest'
import { readOptions, UsageError } from './options.js'

describe('readOptions', () => {
  test('nothing said: 1,200 children, in Vietnamese', () => {
    expect(readOptions([])).toEqual({
      language: 'vi',
      children: 1200,
      seed: 1815,
      out: 'out/clinic-day',
    })
  })

  test.each([
    [['--lang', 'xx']],
    [['--children', 'abc']],
    [['--children', '0']],
    [['--children', '1e3']],
    [['--children', '5001']],
    [['--seed', '-1']],
    [['--speed', 'fast']],
    [['rest']],
  ])('%j is told so', (args) => {
    expect(() => readOptions(args)).toThrow(UsageError)
  })

  test('help is not an error', () => {
    expect(readOptions(['--help'])).toBe('help')
  })
})
