import type { DoseReason, JudgedDose } from './answer.js'

const vague: DoseReason = { finding: 'birthDate', rule: 'birth-date', cite: [], params: {} }

/** What is said of a dose on any of the days, each once. */
function distinct(reasons: readonly DoseReason[]): DoseReason[] {
  const byKey = new Map(reasons.map((one) => [`${one.finding} ${one.rule}`, one]))
  return [...byKey.values()]
}

function agree(dose: JudgedDose, judged: readonly JudgedDose[]): JudgedDose {
  if (judged.every(({ validity, n }) => validity === dose.validity && n === dose.n)) return dose
  const reasons = [vague, ...distinct(judged.flatMap((one) => one.reasons))]
  return { index: dose.index, n: null, validity: 'unknown', reasons }
}

/** The judgement of each dose that all possible days of birth agree on; else `unknown`. */
export function judgedTogether(births: readonly (readonly JudgedDose[])[]): readonly JudgedDose[] {
  const [first = [], ...others] = births
  if (others.length === 0) return first
  // Every day of birth judges the same doses, in the same order.
  return first.map((dose, place) =>
    agree(
      dose,
      births.map((judged) => judged[place] as JudgedDose),
    ),
  )
}
