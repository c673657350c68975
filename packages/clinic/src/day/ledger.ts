import { identitySettled } from '@tiemchung/schemas'
import { openReason } from '../outbox/open-reason.js'
import type { Operation } from '../outbox/operation.js'
import type { ChildCase } from './child.js'
import { isSealed, isSigned, type RecordCase } from './record-case.js'

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
  /**
   * Only at `given`, and only when there are any: doses given to children whom the policies do not find
   * eligible. They are on record all the same, and somebody must look at them.
   */
  readonly joined?: number
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

/** The name of a stage. */
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
  if (isSigned(one)) return 'signed'
  return one.minutesId === undefined ? 'not-signed-yet' : 'by-minutes'
}

function platformWord(one: RecordCase, operations: ReadonlyMap<string, Operation>): string {
  const operation = operations.get(one.operationId ?? '')
  if (operation === undefined) return 'not-queued'
  return openReason(operation, operations) ?? 'acknowledged'
}

/** The stages up to entry: what became of the children. */
function childStages(children: readonly ChildCase[], entered: ReadonlySet<string>): LedgerStage[] {
  const eligible = children.filter((one) => eligibilityWord(one) === 'eligible')
  const given = children.filter((one) => one.attendance === 'given')
  const joined = given.filter((one) => eligibilityWord(one) !== 'eligible').length
  const attendances = eligible.map((one) => one.attendance ?? 'not-seen-yet')
  const entries = given.map((one) =>
    entered.has(one.firstRecordId ?? '') ? 'entered' : 'not-entered',
  )
  return [
    stage('listed', ['eligible'], children.map(eligibilityWord)),
    stage('eligible', ['given'], attendances),
    { ...stage('given', ['entered'], entries), ...(joined === 0 ? {} : { joined }) },
  ]
}

/** The stages from entry on: how far each first record has come. */
function recordStages(
  first: readonly RecordCase[],
  operations: ReadonlyMap<string, Operation>,
): LedgerStage[] {
  const complete = first.filter((one) => one.open.length === 0)
  const settled = complete.filter((one) => identitySettled(one.record.identity))
  const signed = settled.filter(isSigned)
  const entries = first.map((one) => one.open[0] ?? 'complete')
  const identities = complete.map(({ record }) =>
    identitySettled(record.identity) ? 'settled' : record.identity.status,
  )
  const answers = signed.map((one) => platformWord(one, operations))
  return [
    stage('entered', ['complete'], entries),
    stage('complete', ['settled'], identities),
    stage('settled', ['signed'], settled.map(signatureWord)),
    stage('signed', ['acknowledged'], answers),
  ]
}

/**
 * The day in stages whose classes are disjoint and add up: listed, eligible, given, entered, complete,
 * settled, signed, acknowledged. First records are followed; amendments are counted apart.
 */
export function makeLedger({ children, records, operations }: LedgerInput): Ledger {
  const byId = new Map(operations.map((operation) => [operation.id as string, operation]))
  const first = records.filter((one) => one.record.amends === undefined)
  const amendments = records.filter((one) => one.record.amends !== undefined)
  const entered = new Set<string>(first.map((one) => one.record.id))
  return {
    stages: [...childStages(children, entered), ...recordStages(first, byId)],
    amendments: {
      made: amendments.length,
      signed: amendments.filter(isSealed).length,
      acknowledged: amendments.filter((one) => platformWord(one, byId) === 'acknowledged').length,
    },
  }
}

/**
 * Stages whose parts do not add up, or that do not begin with what the one before handed on and what
 * joined; empty is right.
 */
export function ledgerFaults(ledger: Ledger): readonly string[] {
  return ledger.stages.flatMap((current, index) => {
    const sum = current.parts.reduce((total, part) => total + part.count, 0)
    const before = ledger.stages[index - 1]?.parts[0]?.count
    const faults: string[] = []
    if (sum !== current.count) faults.push(`${current.id}: parts`)
    if (before !== undefined && before + (current.joined ?? 0) !== current.count) {
      faults.push(`${current.id}: carried`)
    }
    return faults
  })
}
