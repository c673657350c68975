/** The demo's table: the commune's children from the list to the certificate, and what stands beside them. */
import { ledgerFaults } from '@tiemchung/clinic'
import type { RollUp } from '@tiemchung/schemas/wire'
import type { DayOutcome } from '../day/run-day.js'
import type { FacilityStanding } from '../day/standings.js'
import { type Fate, fatesOf } from './fates.js'
import { carryFaults, type Row, rowOf, sumFaults } from './row.js'

export interface DayTable {
  /** Listed to acknowledged, over the commune's own facilities. */
  readonly stages: readonly Row[]
  /** Amendments and re-issues over all facilities, and the district's facilities by their day. */
  readonly beside: readonly Row[]
  readonly fates: readonly Fate[]
  /** What does not add up, and what did not come out as it must; empty is right. */
  readonly faults: readonly string[]
}

/** The stages of several facilities added up. */
function addUp(standings: readonly FacilityStanding[]): readonly Row[] {
  const [first] = standings
  return (first?.ledger.stages ?? []).map(({ id }, place): Row => {
    const parts = new Map<string, number>()
    for (const { ledger } of standings) {
      for (const part of ledger.stages[place]?.parts ?? []) {
        parts.set(part.id, (parts.get(part.id) ?? 0) + part.count)
      }
    }
    const count = standings.reduce((sum, { ledger }) => sum + (ledger.stages[place]?.count ?? 0), 0)
    return { id, count, parts: [...parts].map(([part, sum]) => ({ id: part, count: sum })) }
  })
}

/** What the ledgers say of a class must be how many children ended there. */
function fateFaults(rows: readonly Row[], fates: readonly Fate[]): readonly string[] {
  return rows.flatMap(({ id, parts }, place) => {
    const ending = place === rows.length - 1 ? parts : parts.slice(1)
    return ending.flatMap((part) => {
      const found = fates.filter(({ at }) => at === `${id}.${part.id}`).length
      return found === part.count ? [] : [`${id}.${part.id}: ${part.count}, children ${found}`]
    })
  })
}

/** Why a facility is not finished: the reason that most of its open records have. */
export function mainReason(open: Readonly<Record<string, number>>): string {
  const [first] = Object.entries(open).sort(
    ([one, count], [other, more]) => more - count || (one < other ? -1 : 1),
  )
  return first?.[0] ?? 'unknown'
}

function facilityRow({ rows }: RollUp): Row {
  const vaccinating = rows.filter(({ state }) => state !== 'not-vaccinating')
  const words = vaccinating.map(({ state, report }) =>
    state === 'open' ? `open:${mainReason(report?.open ?? {})}` : state,
  )
  return rowOf('facilities', ['finished'], words)
}

function amendmentRow(standings: readonly FacilityStanding[]): Row {
  const total = (pick: (ledger: FacilityStanding['ledger']) => number) =>
    standings.reduce((sum, { ledger }) => sum + pick(ledger), 0)
  const made = total(({ amendments }) => amendments.made)
  const signed = total(({ amendments }) => amendments.signed)
  const acknowledged = total(({ amendments }) => amendments.acknowledged)
  const parts = [
    { id: 'acknowledged', count: acknowledged },
    { id: 'not-acknowledged-yet', count: signed - acknowledged },
    { id: 'not-signed-yet', count: made - signed },
  ]
  return { id: 'amendments', count: made, parts }
}

/** What the steps came to although it must not. */
function stepFaults({ verified, feedback, sending, standings }: DayOutcome): readonly string[] {
  const { diedAfter, starts, faultsMet } = sending
  const { waiting, rejected, conflicts } = sending.result
  const untried = diedAfter !== null && (starts !== 2 || faultsMet === 0)
  const wrong = [...verified.trials, ...feedback.trials].filter(({ right }) => !right)
  return [
    ...standings.flatMap(({ facility, ledger }) =>
      ledgerFaults(ledger).map((fault) => `${facility} ${fault}`),
    ),
    ...(verified.refused === 0 ? [] : [`${verified.refused} good certificates refused`]),
    ...(waiting + rejected + conflicts === 0 ? [] : ['records were left in the outbox']),
    ...(untried ? ['nothing went wrong while records were sent: the outbox was not tried'] : []),
    ...wrong.map(({ what, reason }) => `${what}: ${reason}`),
  ]
}

/** Adds the day up. */
export function dayTable(outcome: DayOutcome): DayTable {
  const { issued, feedback, rollUp, standings, truth } = outcome
  const certified = new Set(issued.flatMap(({ request }) => request.recordIds as string[]))
  const fates = fatesOf(standings, certified)
  const communes = standings.filter(({ ofCommune }) => ofCommune)
  const own = new Set(communes.map(({ facility }) => facility))
  const followed = fates.filter(({ facility }) => own.has(facility))
  const arrived = followed.filter(({ at }) => at.startsWith('acknowledged.'))
  const last = rowOf(
    'acknowledged',
    ['issued', 'course-incomplete'],
    arrived.map(({ at }) => at.slice('acknowledged.'.length)),
  )
  const stages = [...addUp(communes), last]
  const beside = [
    amendmentRow(standings),
    rowOf(
      'reissues',
      ['replaces-revoked'],
      feedback.revoked.map(() => 'replaces-revoked'),
    ),
    facilityRow(rollUp),
  ]
  const listed = stages[0]?.count === truth.children.length ? [] : ['not everybody is listed']
  const faults = [
    ...listed,
    ...sumFaults([...stages, ...beside]),
    ...carryFaults(stages),
    ...fateFaults(stages, followed),
    ...(feedback.reissued.length === feedback.revoked.length ? [] : ['re-issues: not one for one']),
    ...((feedback.approved?.state ?? 'resolved') === 'resolved' ? [] : ['a report: not resolved']),
    ...stepFaults(outcome),
  ]
  return { stages, beside, fates, faults }
}
