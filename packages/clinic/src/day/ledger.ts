import { identitySettled } from '@tiemchung/schemas'
import { openReason, type Operation } from '../outbox/operation.js'
import type { ChildCase } from './child.js'
import { isSealed, type RecordCase } from './record-case.js'

/** One class of a stage: a stable word and how many. */
export interface LedgerPart {
  readonly id: string
  readonly count: number
}

/**
 * One stage of the day. Its parts are disjoint and add up to its count; the first part goes on to the
 * next stage.
 */
export interface LedgerStage {
  readonly id: StageId
  readonly count: number
  readonly parts: readonly LedgerPart[]
}

/** The stages of a day, in order. What was acknowledged is the first part of the last. */
export const stageIds = [
  'listed',
  'eligible',
  'given',
  'entered',
  'complete',
  'settled',
  'signed',
] as const

export type StageId = (typeof stageIds)[number]

/** What a day comes to. */
export interface Ledger {
  readonly stages: readonly LedgerStage[]
  /** Amendments, by how far they have come; counted apart from first records. */
  readonly amendments: {
    readonly made: number
    readonly signed: number
    readonly acknowledged: number
  }
}

/** What a ledger is made from. */
export interface LedgerInput {
  readonly children: readonly ChildCase[]
  readonly records: readonly RecordCase[]
  readonly operations: readonly Operation[]
}

/** Counts words, the given first ones always and in order, the others by how many. */
function stage(id: StageId, first: readonly string[], words: readonly string[]): LedgerStage {
  const counts = new Map<string, number>(first.map((word) => [word, 0]))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const rest = [...counts]
    .filter(([word]) => !first.includes(word))
    .sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))
  const parts = [...first.map((word): [string, number] => [word, counts.get(word) ?? 0]), ...rest]
  return { id, count: words.length, parts: parts.map(([part, count]) => ({ id: part, count })) }
}

function eligibilityWord({ assessment, consent }: ChildCase): string {
  if (assessment === undefined) return 'not-assessed'
  if (assessment.handover !== null) return 'handed-over'
  if (assessment.status === 'needsConsent' && consent.state === 'refused') return 'consent-refused'
  if (assessment.status === 'deferred') {
    return assessment.blockedBy.includes('infection') ? 'deferred-infection' : 'deferred-screening'
  }
  return assessment.status === 'complete' ? 'course-complete' : assessment.status
}

function signatureWord(one: RecordCase): string {
  if (one.signed !== undefined) return 'signed'
  return one.minutesId === undefined ? 'not-signed-yet' : 'by-minutes'
}

function platformWord(one: RecordCase, operations: ReadonlyMap<string, Operation>): string {
  const operation = operations.get(one.operationId ?? '')
  if (operation === undefined) return 'not-queued'
  return openReason(operation) ?? 'acknowledged'
}

/**
 * The day in stages whose classes are disjoint and add up: listed, eligible, given, entered, complete,
 * settled, signed, acknowledged. First records are followed; amendments are counted apart.
 */
export function makeLedger({ children, records, operations }: LedgerInput): Ledger {
  const byId = new Map(operations.map((operation) => [operation.id as string, operation]))
  const first = records.filter((one) => one.record.amends === undefined)
  const amendments = records.filter((one) => one.record.amends !== undefined)
  const entered = new Set<string | undefined>(first.map((one) => one.record.id))
  const eligible = children.filter((one) => eligibilityWord(one) === 'eligible')
  const given = eligible.filter((one) => one.attendance === 'given')
  const complete = first.filter((one) => one.open.length === 0)
  const settled = complete.filter((one) => identitySettled(one.record.identity))
  const signed = settled.filter((one) => one.signed !== undefined)
  const acknowledged = (one: RecordCase) => platformWord(one, byId) === 'acknowledged'
  return {
    stages: [
      stage('listed', ['eligible'], children.map(eligibilityWord)),
      stage(
        'eligible',
        ['given'],
        eligible.map((one) => one.attendance ?? 'not-seen-yet'),
      ),
      stage(
        'given',
        ['entered'],
        given.map((one) => (entered.has(one.firstRecordId) ? 'entered' : 'not-entered')),
      ),
      stage(
        'entered',
        ['complete'],
        first.map((one) => one.open[0] ?? 'complete'),
      ),
      stage(
        'complete',
        ['settled'],
        complete.map(({ record }) =>
          identitySettled(record.identity) ? 'settled' : record.identity.status,
        ),
      ),
      stage('settled', ['signed'], settled.map(signatureWord)),
      stage(
        'signed',
        ['acknowledged'],
        signed.map((one) => platformWord(one, byId)),
      ),
    ],
    amendments: {
      made: amendments.length,
      signed: amendments.filter(isSealed).length,
      acknowledged: amendments.filter(acknowledged).length,
    },
  }
}

/** Stages whose parts do not add up, or that do not begin where the one before ended; empty is right. */
export function ledgerFaults(ledger: Ledger): readonly string[] {
  return ledger.stages.flatMap((current, index) => {
    const sum = current.parts.reduce((total, part) => total + part.count, 0)
    const before = ledger.stages[index - 1]?.parts[0]?.count
    const faults: string[] = []
    if (sum !== current.count) faults.push(`${current.id}: parts`)
    if (before !== undefined && before !== current.count) faults.push(`${current.id}: carried`)
    return faults
  })
}
