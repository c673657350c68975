import {
  type CivilDate,
  civilDateAt,
  endOfDay,
  formatInstant,
  parseInstant,
  startOfDay,
} from '@tiemchung/core'
import type { IdentityDayReport, OpenCaseClass } from '@tiemchung/schemas/wire'
import type { CorrectionEvent } from './correction-event.js'
import { type CorrectionState, correctionsOf } from './correction-state.js'

type Movements = IdentityDayReport['total']
type Commune = IdentityDayReport['communes'][number]

const none: Movements = {
  openBefore: 0,
  opened: 0,
  settled: 0,
  openAfter: 0,
  claimWrong: 0,
  registerWrong: 0,
  classes: {},
}

const isOpen = (state: CorrectionState | undefined): state is CorrectionState =>
  state !== undefined && state.stage !== 'settled'

/** How many decisions of one outcome a day has in a case. */
const decisions = ({ events }: CorrectionState, date: CivilDate, outcome: string): number =>
  events.filter(
    ({ at, step }) =>
      step.kind === 'decided' && step.outcome === outcome && civilDateAt(parseInstant(at)) === date,
  ).length

/** What one case adds to the report of its commune. */
function movementsOf(
  after: CorrectionState,
  before: CorrectionState | undefined,
  date: CivilDate,
): Movements {
  return {
    openBefore: isOpen(before) ? 1 : 0,
    opened: before === undefined ? 1 : 0,
    settled: !isOpen(after) && (before === undefined || isOpen(before)) ? 1 : 0,
    openAfter: isOpen(after) ? 1 : 0,
    claimWrong: decisions(after, date, 'claim-wrong'),
    registerWrong: decisions(after, date, 'register-wrong'),
    classes: isOpen(after) ? { [after.class]: 1 } : {},
  }
}

function add(left: Movements, right: Movements): Movements {
  const classes: Partial<Record<OpenCaseClass, number>> = { ...left.classes }
  for (const [name, many] of Object.entries(right.classes)) {
    const key = name as OpenCaseClass
    classes[key] = (classes[key] ?? 0) + many
  }
  return {
    openBefore: left.openBefore + right.openBefore,
    opened: left.opened + right.opened,
    settled: left.settled + right.settled,
    openAfter: left.openAfter + right.openAfter,
    claimWrong: left.claimWrong + right.claimWrong,
    registerWrong: left.registerWrong + right.registerWrong,
    classes,
  }
}

/**
 * The police's aggregated report of a day (8938/BYT-DP), from the journal of corrections: numbers by commune
 * and class, and no person. What happened after the day does not count.
 *
 * @throws InputError as `applyCorrection` does, for a journal that is not sound
 */
export function identityDayReport(
  events: readonly CorrectionEvent[],
  { date, madeAt }: { readonly date: CivilDate; readonly madeAt: Date },
): IdentityDayReport {
  const until = (end: Date) => correctionsOf(events.filter(({ at }) => parseInstant(at) < end))
  const before = until(startOfDay(date))
  const after = until(endOfDay(date))
  const communes = new Map<string, Movements>()
  for (const [recordId, state] of after) {
    const { commune } = state
    const own = movementsOf(state, before.get(recordId), date)
    communes.set(commune, add(communes.get(commune) ?? none, own))
  }
  const rows = [...communes]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([commune, movements]): Commune => ({ commune, ...movements }))
  return {
    format: 'identity-day-report/1',
    date,
    madeAt: formatInstant(madeAt),
    communes: rows,
    total: [...communes.values()].reduce(add, none),
  }
}

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0)

/** What of one row does not add up. */
function rowFaults(name: string, row: Movements): readonly string[] {
  const moved = row.openBefore + row.opened - row.settled === row.openAfter
  const classed = sumOf(Object.values(row.classes)) === row.openAfter
  return [...(moved ? [] : [`${name}: movements`]), ...(classed ? [] : [`${name}: classes`])]
}

/**
 * What of a report does not add up; empty is right. In each commune and in all *open before + opened = settled
 * + open after*, the classes make up what is open, and the communes make up the total.
 */
export function dayReportFaults({ communes, total }: IdentityDayReport): readonly string[] {
  const { classes, ...sum } = communes
    .map(({ commune: _, ...row }): Movements => row)
    .reduce(add, none)
  const numbers = Object.keys(sum) as (keyof typeof sum)[]
  const same = numbers.every((key) => sum[key] === total[key])
  const names = new Set([
    ...Object.keys(classes),
    ...Object.keys(total.classes),
  ]) as Set<OpenCaseClass>
  const classed = [...names].every((name) => (classes[name] ?? 0) === (total.classes[name] ?? 0))
  return [
    ...communes.flatMap(({ commune, ...row }) => rowFaults(commune, row)),
    ...rowFaults('total', total),
    ...(same && classed ? [] : ['total: communes']),
  ]
}
