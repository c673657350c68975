import { describe, expect, test } from 'vitest'
import { civil } from '../engine/people.fixture.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { routineChildhood2024 } from '../policies/routine-2024.js'
import type { EligibilityPolicy } from '../policy/format.js'
import { definePolicySet } from './define.js'
import { lintPolicySet } from './lint.js'

const [first, , , , newest] = covid19Children5To11

describe('definePolicySet', () => {
  test.each([
    ['nothing', [], {}, 'eligibility.policy-set.empty'],
    [
      'nothing known yet',
      covid19Children5To11,
      { asOf: civil('2020-01-01') },
      'eligibility.policy-set.empty',
    ],
    [
      'a program that is not there',
      covid19Children5To11,
      { program: 'x' },
      'eligibility.policy-set.unknown-program',
    ],
    [
      'one version twice',
      [...covid19Children5To11, ...covid19Children5To11],
      {},
      'eligibility.policy-set',
    ],
  ])('refuses %s', (_, policies, options, code) => {
    expect(() => definePolicySet(policies, options)).toThrow(expect.objectContaining({ code }))
  })

  test('sorts bands by age and versions by day, in whatever order they come', () => {
    const set = definePolicySet([...covid19Adolescents12To17, ...covid19Children5To11].reverse())
    expect(set.programs.map((one) => one.id)).toEqual([
      'vn.covid19.children-5-11',
      'vn.covid19.adolescents-12-17',
    ])
    expect(set.programs[0].plans.map((plan) => plan.version)).toEqual(
      covid19Children5To11.map((one) => one.version),
    )
  })
})

describe('lintPolicySet', () => {
  test('shipped policies fit together', () => {
    expect(lintPolicySet([...covid19Children5To11, ...covid19Adolescents12To17])).toEqual([])
  })

  test('a version left out leaves a gap', () => {
    if (first === undefined || newest === undefined) throw new Error('versions are shipped')
    expect(lintPolicySet([first, newest])).toMatchObject([
      { code: 'eligibility.policy-set.gap', path: [1, 'effective', 'from'] },
    ])
  })

  test('a version that does not end overlaps the next', () => {
    const open = covid19Children5To11.map((one) => ({
      ...one,
      effective: { ...one.effective, to: null },
    }))
    expect(lintPolicySet(open.slice(0, 2))).toMatchObject([
      { code: 'eligibility.policy-set.overlap', path: [1, 'effective', 'from'] },
    ])
  })

  test.each([
    ['P11Y', 'a hole or an overlap of a year'],
    ['P12Y1D', 'of a day'],
  ])('neighbouring bands meet: %s is %s', (ageBefore) => {
    const bent = covid19Children5To11.map((one) => ({
      ...one,
      population: { ...one.population, ageBefore },
    }))
    const found = lintPolicySet([...bent, ...covid19Adolescents12To17])
    expect(found).toHaveLength(bent.length)
    expect(found[0]).toMatchObject({
      code: 'eligibility.policy-set.bands',
      path: [0, 'population', 'ageBefore'],
    })
  })
  test('two policies about one age on one day do not go into one set', () => {
    const other = { ...newest, id: 'x.other-disease' } as EligibilityPolicy
    expect(lintPolicySet([...covid19Adolescents12To17, ...covid19Children5To11, other])).toEqual([
      expect.objectContaining({
        code: 'eligibility.policy-set.bands',
        path: [covid19Adolescents12To17.length + covid19Children5To11.length, 'population'],
      }),
    ])
    expect(() => definePolicySet(routineChildhood2024)).toThrow(
      expect.objectContaining({ code: 'eligibility.policy-set' }),
    )
  })

  test('but they do where one ends before the other is in force', () => {
    const effective = { from: civil('2021-01-01'), to: civil('2021-12-31') }
    const other = { ...newest, id: 'x.earlier', effective } as EligibilityPolicy
    expect(lintPolicySet([...covid19Children5To11, other])).toEqual([])
  })

  test('no two versions have one name', () => {
    const twins = covid19Children5To11.slice(0, 2).map((one) => ({ ...one, version: '1' }))
    expect(lintPolicySet(twins)).toMatchObject([
      { code: 'eligibility.policy-set.duplicate', path: [1, 'version'] },
    ])
  })
})
