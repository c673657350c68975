/** Facts that a rule asks for and nobody knows: both answers are worked out, as both ends of a birth date are. */
import type { Sentences } from '@tiemchung/core'
import type { PersonFact } from '../policy/format.js'
import type { Plan } from '../policy-set/compile.js'
import type { PolicySet } from '../policy-set/define.js'
import type { ReadSubject } from '../subject/read.js'
import type { Reason } from './answer.js'

const says: Readonly<Record<PersonFact, Sentences>> = {
  immunocompromised: { vi: 'Suy giảm miễn dịch', en: 'Immunocompromised' },
  highExposure: { vi: 'Nguy cơ phơi nhiễm cao', en: 'High exposure' },
}

/** The facts that some rule of the set asks for and that are neither yes nor no. */
export function openFacts(set: PolicySet, { plain }: ReadSubject): readonly PersonFact[] {
  let open: readonly PersonFact[] | undefined
  for (const { plans } of set.programs) {
    for (const plan of plans) {
      for (const fact of plan.facts) {
        if ((plain.facts[fact] ?? 'unknown') !== 'unknown' || open?.includes(fact)) continue
        open = [...(open ?? []), fact]
      }
    }
  }
  return open ?? []
}

/** The person with every combination of answers: no first, the first fact changing fastest. */
export function answeredBothWays(read: ReadSubject, open: readonly PersonFact[]): ReadSubject[] {
  return open.reduce<ReadSubject[]>(
    (all, fact) =>
      (['no', 'yes'] as const).flatMap((state) =>
        all.map((one) => ({
          ...one,
          plain: { ...one.plain, facts: { ...one.plain.facts, [fact]: state } },
        })),
      ),
    [read],
  )
}

/** What is said of the facts that keep the answer open. */
export function factReasons(facts: readonly PersonFact[], { headGrounds }: Plan): Reason[] {
  return facts.map((fact) => ({
    rule: `fact/${fact}`,
    kind: 'personFact',
    effect: 'unknown',
    cite: headGrounds.cite,
    assumes: headGrounds.assumes,
    params: {},
    says: says[fact],
  }))
}
