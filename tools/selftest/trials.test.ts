import { describe, expect, it } from 'vitest'
import { steps } from '../check/steps.js'
import { trials } from './trials.js'

describe('trials', () => {
  it.each(steps.map(({ id }) => id))(
    '%s has a break, so that it is known to be able to fail',
    (id) => {
      expect(trials[id]?.breaks.length ?? 0).toBeGreaterThan(0)
    },
  )

  it('every trial belongs to a step', () => {
    const ids = steps.map(({ id }) => id)
    expect(Object.keys(trials).filter((id) => !ids.includes(id))).toEqual([])
  })

  it.each(Object.entries(trials))('%s tells its breaks apart', (_, { breaks, allowances = [] }) => {
    const words = [...breaks, ...allowances].map(({ by }) => by)
    expect(new Set(words).size).toBe(words.length)
  })
})
