import { describe, expect, test } from 'vitest'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { definePolicySet } from './define.js'

const sensesOf = (policies: readonly EligibilityPolicy[]) =>
  definePolicySet(policies).programs.map(({ plans }) => plans.map((plan) => plan.sense))

describe('the sense of a version', () => {
  test('is that of a version which says the same on other grounds', () => {
    // The first has no Spikevax.
    expect(sensesOf(covid19Children5To11)).toEqual([[0, 1, 1, 1, 1]])
  })

  test('is its own where one length differs', () => {
    const [first, ...rest] = covid19Children5To11 as [EligibilityPolicy, ...EligibilityPolicy[]]
    const last = rest.pop() as EligibilityPolicy
    const infectionDeferrals = last.infectionDeferrals.map((rule) => ({ ...rule, for: 'P92D' }))
    expect(sensesOf([first, ...rest, { ...last, infectionDeferrals }])).toEqual([[0, 1, 1, 1, 2]])
  })

  test('is no other policy’s', () => {
    const [children = [], adolescents = []] = sensesOf([
      ...covid19Children5To11,
      ...covid19Adolescents12To17,
    ])
    expect(children.filter((sense) => adolescents.includes(sense))).toEqual([])
  })
})
