import {
  addDays,
  type CivilDate,
  InputError,
  parseCivilDate,
  type PartialDate,
} from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { EligibilityPolicy } from '../policy/format.js'
import * as shipped from '../policies/index.js'
import { definePolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import { compileCohort } from './compile.js'
import { drawsOf, randomChild } from './random-child.fixture.js'
import { firstDifference } from './same-answer.fixture.js'

const documents: readonly EligibilityPolicy[] = Object.values(shipped).flat()
const ids = [...new Set(documents.map(({ id }) => id))].sort()
const seeds = Array.from({ length: 200 }, (_, seed) => seed)

/** Somebody born around the day, with doses of these products or of one that nobody knows. */
function infant(seed: number, products: readonly string[], on: CivilDate): Subject {
  const draw = drawsOf(seed)
  const born: string = addDays(on, 20 - draw(draw(2) === 0 ? 60 : 800))
  const doses = Array.from({ length: draw(3) }, () => ({
    date: addDays(on, 10 - draw(90)),
    product: products[draw(products.length + 1)] ?? 'unheard-of',
  }))
  return { ...randomChild(seed), birthDate: born as PartialDate, doses }
}

/** `equal`, or the first rule that columns do not hold. */
function standingOf(id: string): unknown {
  const versions = documents.filter((one) => one.id === id)
  const set = definePolicySet(versions)
  try {
    compileCohort(set)
  } catch (caught) {
    if (!(caught instanceof InputError)) throw caught
    return `${caught.code} ${String(caught.params['rule'])}`
  }
  const products = versions.flatMap((one) => one.products.map((product) => product.id))
  const [early, late] = [parseCivilDate('2022-07-15'), parseCivilDate('2024-09-01')]
  const infants = seeds.map((seed) => infant(seed, products, late))
  return (
    firstDifference(set, {}, seeds.map(randomChild), early) ??
    firstDifference(set, {}, infants, late) ??
    'equal'
  )
}

describe('compileCohort', () => {
  test('holds a shipped policy as evaluate judges it, or refuses it and names the rule', () => {
    expect(Object.fromEntries(ids.map((id) => [id, standingOf(id)]))).toMatchInlineSnapshot(`
      {
        "vn.covid19.adolescents-12-17": "equal",
        "vn.covid19.adults-18": "eligibility.not-columnar vn.covid19.adults-18/dose-1.offers",
        "vn.covid19.children-5-11": "equal",
        "vn.routine.bcg": "equal",
        "vn.routine.dpt": "eligibility.not-columnar vn.routine.dpt/dose-1.ages",
        "vn.routine.hepb-birth": "equal",
      }
    `)
  })
})
