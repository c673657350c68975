import { describe, expect, test } from 'vitest'
import { after, isPending, someInTurn } from './after.js'

describe('after', () => {
  test('goes on at once with a value, and later with a promise', async () => {
    expect(after(1, (value) => value + 1)).toBe(2)
    const later = after(Promise.resolve(1), (value) => value + 1)
    expect(isPending(later)).toBe(true)
    expect(await later).toBe(2)
  })
})

describe('someInTurn', () => {
  const asked = (answers: readonly (boolean | Promise<boolean>)[]) => {
    const seen: number[] = []
    const found = someInTurn([...answers.keys()], (index) => {
      seen.push(index)
      return answers[index] ?? false
    })
    return { seen, found }
  }
  const [no, yes] = [() => Promise.resolve(false), () => Promise.resolve(true)]

  test('stops at the first that is taken', () => {
    expect(asked([false, true, true])).toEqual({ seen: [0, 1], found: true })
    expect(asked([false, false])).toEqual({ seen: [0, 1], found: false })
    expect(asked([])).toEqual({ seen: [], found: false })
  })

  test.each([
    ['a later yes behind a no to come', [no(), true, true], true, [0, 1]],
    ['a yes to come', [false, yes(), true], true, [0, 1]],
    ['only noes, some to come', [false, no(), no(), false], false, [0, 1, 2, 3]],
  ])('waits for its turn: %s', async (_, answers, expected, order) => {
    const { seen, found } = asked(answers)
    expect(await found).toBe(expected)
    expect(seen).toEqual(order)
  })
})
