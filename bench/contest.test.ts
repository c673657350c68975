import { describe, expect, it } from 'vitest'
import { muster } from './contest.js'

describe('muster', () => {
  it('names who does not load, and who loads and then fails, with the reason', async () => {
    const { runners, absent } = await muster([
      { name: 'good', enter: () => () => 1 },
      {
        name: 'not there',
        enter: () => {
          throw new Error("Cannot find module 'not-there'\nRequire stack:")
        },
      },
      { name: 'wrong', enter: () => () => Promise.reject(new Error('does not hold')) },
    ])
    expect(runners.map(({ name }) => name)).toEqual(['good'])
    expect(absent).toEqual([
      { name: 'not there', reason: "Cannot find module 'not-there'" },
      { name: 'wrong', reason: 'does not hold' },
    ])
  })
})
