import { screeningItems } from '../policy/format.js'
import { type ReadSubject, readSubject } from '../subject/read.js'
import type { Subject } from '../subject/subject.js'
import {
  type CohortColumns,
  consentStates,
  infectionStates,
  newColumns,
  unknownCode,
} from './columns.js'
import type { CohortPlan } from './compile.js'
import { noDay } from './ends.js'

function codeIn(places: readonly string[], name: string | undefined): number {
  if (name === undefined) return 0
  const place = places.indexOf(name)
  return place < 0 ? unknownCode : place + 1
}

function consentCode({ plain: { consent } }: ReadSubject): number {
  if (consent?.state !== 'agreed') return 0
  return consentStates.indexOf(consent.by ?? 'agreed')
}

function screeningBits(subject: ReadSubject, counts: (answer: string) => boolean): number {
  const answers = subject.plain.facts.screening
  return screeningItems.reduce(
    (bits, item, place) => bits | (counts(answers?.[item] ?? 'unknown') ? 1 << place : 0),
    0,
  )
}

function writeFacts(columns: CohortColumns, child: number, subject: ReadSubject): void {
  columns.infection[child] = infectionStates.indexOf(subject.infection)
  columns.onset[child] = subject.onset ?? noDay
  columns.recovery[child] = subject.recovery ?? noDay
  columns.screeningYes[child] = screeningBits(subject, (answer) => answer === 'yes')
  columns.screeningKnown[child] = screeningBits(
    subject,
    (answer) => answer === 'yes' || answer === 'no',
  )
  columns.consent[child] = consentCode(subject)
  const { consentFrom } = subject
  columns.consentFrom[child] = Number.isFinite(consentFrom) ? consentFrom : noDay
}

/**
 * People as columns, in their order.
 *
 * @throws ParseError `eligibility.subject` with the path of a date that is none
 */
export function columnsOf(plan: CohortPlan, subjects: readonly Subject[]): CohortColumns {
  const read = subjects.map(readSubject)
  const columns = newColumns(
    read.length,
    read.reduce((sum, { doses }) => sum + doses.length, 0),
  )
  let at = 0
  for (const [child, subject] of read.entries()) {
    const [first, last = first] = subject.births
    columns.birthFirst[child] = first
    columns.birthLast[child] = last
    columns.doseStart[child] = at
    for (const { day, product, brand } of subject.doses) {
      columns.doseDay[at] = day
      columns.doseProduct[at] = codeIn(plan.products, product)
      columns.doseBrand[at] = codeIn(plan.brands, brand)
      at += 1
    }
    writeFacts(columns, child, subject)
  }
  columns.doseStart[read.length] = at
  return columns
}
