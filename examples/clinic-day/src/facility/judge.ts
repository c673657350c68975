/** Who may be vaccinated today: judged by the policies, each answer with its reasons and its next date. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCivilDate } from '@tiemchung/core'
import { type ChildCase, subjectOf } from '@tiemchung/clinic'
import { evaluate, explain } from '@tiemchung/eligibility'
import type { Facility } from './facility.js'
import { policies } from './policies.js'

/** A child's answer as it is filed: no name, the key finds the row of the list. */
function filed({ start }: Facility, child: ChildCase) {
  const answer = evaluate(subjectOf(child), policies, parseCivilDate(start.date))
  const { earliest } = answer
  return {
    child: child.key,
    status: answer.status,
    dose: answer.dose,
    /** The first day on which the dose may be given, where that is still to come. */
    nextDate: earliest !== null && earliest > start.date ? earliest : null,
    /** The day on which this answer becomes another one. */
    changesOn: answer.nextChange?.on ?? null,
    handedOverTo: answer.handover?.policy ?? null,
    reasons: explain(answer, start.language),
    policy: `${answer.policy.id}@${answer.policy.version}`,
  }
}

/** Judges everybody and files the answers; the result is how many are in each class. */
export async function judge(facility: Facility): Promise<Readonly<Record<string, number>>> {
  const { start, day } = facility
  const answers = (await day.assess()).map((child) => filed(facility, child))
  const file = join(start.out, `eligibility-${start.code}.json`)
  await writeFile(file, `${JSON.stringify(answers, null, 2)}\n`)
  const [listed] = (await day.ledger()).stages
  return Object.fromEntries((listed?.parts ?? []).map(({ id, count }) => [id, count]))
}
