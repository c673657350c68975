/** Doses are given and entered, with the slips that desks make; completeness is judged by policy. */
import { addDays, formatInstant, parseCivilDate, parseInstant } from '@tiemchung/core'
import type { ChildCase, EnteredDose } from '@tiemchung/clinic'
import type { EntrySlip } from '../generate/truth.js'
import type { EntryFinding } from './calls.js'
import { type Facility, paperOf } from './facility.js'
import { volumes } from './policies.js'

const minute = 60_000

/** What is typed in place of the right field. */
const slips: Readonly<Record<EntrySlip, (dose: EnteredDose) => Partial<EnteredDose>>> = {
  // 2 ml for 0.2 ml: the decimal slip that a newswire of the campaign made too.
  volume: ({ volumeMl }) => ({ volumeMl: String(Number(volumeMl) * 10) }),
  lot: () => ({ lot: '' }),
  date: ({ date }) => ({ date: addDays(date, 31) }),
  product: () => ({ product: 'comirnaty-30', volumeMl: '0.3' }),
}

/** The dose as it was given to the child that stands at this place in the queue. */
function doseOf({ start }: Facility, child: ChildCase, place: number): EnteredDose {
  const product = child.doses.at(-1)?.product ?? child.assessment?.products[0] ?? 'comirnaty-10'
  const first = parseInstant(`${start.date}T08:00:00+07:00`).getTime()
  const givenAt = new Date(first + Math.floor(place / 4) * minute)
  return {
    date: parseCivilDate(start.date),
    product,
    lot: 'FT0520',
    volumeMl: volumes[product] ?? '0',
    site: 'left-arm',
    vaccinator: `nurse-${(place % 4) + 1}.${start.code}`,
    givenAt: formatInstant(givenAt),
    observedUntil: formatInstant(new Date(givenAt.getTime() + 30 * minute)),
  }
}

/** Enters the dose as the desk types it; what was typed wrong is put right when somebody sees it. */
async function enter(facility: Facility, child: ChildCase, place: number): Promise<EntryFinding> {
  const { day, start } = facility
  const { entry } = paperOf(facility, child.key)
  const dose = doseOf(facility, child, place)
  const typed = entry === undefined ? dose : { ...dose, ...slips[entry.slip](dose) }
  const by = { enteredBy: start.account.name }
  const { open } = await day.enter(child.key, typed, by)
  if (entry?.corrected === true) await day.correctDose(child.key, dose, by)
  return { key: child.key, codes: open, corrected: entry?.corrected ?? false }
}

/** The staff take each eligible child in turn, and enter what happened. */
export async function give(facility: Facility): Promise<readonly EntryFinding[]> {
  const { day, progress } = facility
  const eligible = (await day.children()).filter(
    ({ assessment }) => assessment?.status === 'eligible' && assessment.handover === null,
  )
  const findings: EntryFinding[] = []
  for (const [place, child] of eligible.entries()) {
    const attendance = paperOf(facility, child.key).attendance ?? 'absent'
    if (attendance === 'given') findings.push(await enter(facility, child, place))
    else await day.attend(child.key, attendance)
    if (place % 50 === 0) progress('doses', place, eligible.length)
  }
  progress('doses', eligible.length, eligible.length)
  return findings
}
