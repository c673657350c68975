import { formatInstant, parseCivilDate, parseInstant } from '@tiemchung/core'
import type { Day } from '@tiemchung/clinic'
import type { Stage } from './stage.js'
import { volumes } from './desk.js'

const minute = 60_000

/** The station's staff take each eligible child in turn, and enter what happened. */
export async function giveDoses(stage: Stage, day: Day, facility: string): Promise<number> {
  const eligible = (await day.children()).filter(
    ({ assessment }) => assessment?.status === 'eligible' && assessment.handover === null,
  )
  const first = parseInstant(`${stage.truth.day}T08:00:00+07:00`).getTime()
  let given = 0
  for (const [index, one] of eligible.entries()) {
    const attendance = stage.child(one.key).attendance ?? 'absent'
    if (attendance !== 'given') {
      await day.attend(one.key, attendance)
      continue
    }
    const product = one.doses.at(-1)?.product ?? one.assessment?.products[0] ?? 'comirnaty-10'
    const givenAt = new Date(first + Math.floor(index / 4) * minute)
    await day.enter(
      one.key,
      {
        date: parseCivilDate(stage.truth.day),
        product,
        lot: 'FT0520',
        volumeMl: volumes[product] ?? '0',
        site: 'left-arm',
        vaccinator: `nurse-${(index % 4) + 1}.${facility}`,
        givenAt: formatInstant(givenAt),
        observedUntil: formatInstant(new Date(givenAt.getTime() + 30 * minute)),
      },
      { enteredBy: `staff.${facility}` },
    )
    given += 1
    if (index % 50 === 0) stage.progress('doses', index, eligible.length)
  }
  stage.progress('doses', eligible.length, eligible.length)
  return given
}
