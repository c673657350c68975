import type { JudgedDose } from './answer.js'

function agree(first: JudgedDose, last: JudgedDose): JudgedDose {
  if (first.validity === last.validity && first.n === last.n) return first
  const birthDate = { finding: 'birthDate', rule: 'birth-date', cite: [], params: {} } as const
  return {
    index: first.index,
    n: null,
    validity: 'unknown',
    reasons: [birthDate, ...first.reasons, ...last.reasons],
  }
}

/** The judgement of each dose that both possible days of birth agree on; else `unknown`. */
export function judgedTogether(
  first: readonly JudgedDose[],
  last: readonly JudgedDose[] | undefined,
): readonly JudgedDose[] {
  if (last === undefined) return first
  const byIndex = new Map(last.map((dose) => [dose.index, dose]))
  return first.map((dose) => agree(dose, byIndex.get(dose.index) as JudgedDose))
}
