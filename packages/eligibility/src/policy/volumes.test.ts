import { describe, expect, test } from 'vitest'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { EligibilityPolicy } from './format.js'
import { lintVolumes } from './volumes.js'

const [shipped] = covid19Children5To11

/** The shipped policy with another id or volume for the product of 0.2 ml. */
function bent(changes: Partial<EligibilityPolicy['products'][number]>): EligibilityPolicy {
  if (shipped === undefined) throw new Error('versions are shipped')
  const products = shipped.products.map((one) =>
    one.id === 'comirnaty-10' ? { ...one, ...changes } : one,
  )
  return { ...shipped, products }
}

describe('lintVolumes', () => {
  test('warns of a ten-fold dose, with the volume that is known', () => {
    expect(lintVolumes(bent({ volumeMl: '2' }), covid19Children5To11)).toEqual([
      expect.objectContaining({
        code: 'eligibility.policy.other-volume',
        severity: 'warning',
        path: ['products', expect.any(Number), 'volumeMl'],
        params: { volume: '0.2' },
      }),
    ])
  })

  test.each([
    ['the volume that is known', { volumeMl: '0.2' }],
    ['the same written otherwise', { volumeMl: '0.20' }],
    ['a product that nobody knows', { id: 'new-10', volumeMl: '2' }],
  ])('is silent about %s', (_, changes) => {
    expect(lintVolumes(bent(changes), covid19Children5To11)).toEqual([])
  })

  test('knows nothing without other policies', () => {
    expect(lintVolumes(bent({ volumeMl: '2' }), [])).toEqual([])
  })
})
