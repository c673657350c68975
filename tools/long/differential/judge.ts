/** Whether two answers agree with what is to be said, and if not, which explanation covers it. */
import { Broken } from '../long-run.js'
import type { Answer } from './ask-openssl.js'
import type { Difference, Explanation } from './explained.js'
import type { Fault } from './faults/fault.js'

/** How the two answers stand to each other. */
export type Relation = 'both-accept' | 'both-refuse' | 'only-we-refuse' | 'only-openssl-refuses'

/** A case, judged. */
export interface Judged {
  readonly relation: Relation
  /** What explains a difference; undefined when there is none. */
  readonly explanation: Explanation | undefined
}

export function relationOf(ours: Answer, openssl: Answer): Relation {
  if (ours.accepts) return openssl.accepts ? 'both-accept' : 'only-openssl-refuses'
  return openssl.accepts ? 'only-we-refuse' : 'both-refuse'
}

/** Undefined: both say what is to be said. */
function differenceOf({ stands }: Fault, relation: Relation): Difference | undefined {
  return relation === (stands === 'accepted' ? 'both-accept' : 'both-refuse') ? undefined : relation
}

function covers(one: Explanation, ours: Answer, openssl: Answer): boolean {
  const { ours: reason, openssl: errors = [] } = one
  const fits =
    ours.accepts || ours.reasons.some((own) => reason !== undefined && own.includes(reason))
  return fits && openssl.reasons.every((error) => errors.includes(error))
}

/**
 * Judges the two answers to a case.
 *
 * @throws Broken when they differ and nothing explains it
 */
export function judge(
  fault: Fault,
  ours: Answer,
  openssl: Answer,
  table: readonly Explanation[],
): Judged {
  const relation = relationOf(ours, openssl)
  const difference = differenceOf(fault, relation)
  if (difference === undefined) return { relation, explanation: undefined }
  const explanation = table.find(
    (one) =>
      one.difference === difference && one.faults.includes(fault.id) && covers(one, ours, openssl),
  )
  if (explanation !== undefined) return { relation, explanation }
  const told = (answer: Answer) => (answer.accepts ? 'accepts' : answer.reasons.join('; '))
  throw new Broken(
    `unexplained, ${difference}, ${fault.id} (to be ${fault.stands}): ours ${told(ours)}; openssl ${told(openssl)}`,
  )
}
