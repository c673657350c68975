import {
  type Check,
  failed,
  isUuid,
  passed,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { VerifySignatureOptions } from '../signature/judge-signer.js'
import { belongsTo, recordFault } from '../record/record-of.js'
import { hostCrypto } from '../world.js'
import type { DaySeal, SealContent, SealProof } from './day-seal.js'
import { judgeSealed, type OpenedSeal, openSeal } from './judge-sealed.js'
import { judgeChain, type SealChainCheckId, sealChainCheckIds } from './verify-seals.js'
import type { DaySealReport } from './verify-day-seal.js'

/** A facility's day as it is found. */
export interface AuditInput {
  readonly records: readonly DoseRecord[]
  /** In any order; each names its record and its seal. */
  readonly proofs: readonly SealProof[]
  /** In any order; all seals of the day. */
  readonly seals: readonly DaySeal[]
}

/** The checks of an audit, in the order of the report. */
export const auditCheckIds = [...sealChainCheckIds, 'records.belong', 'records.complete'] as const

/** One of the checks of an audit. */
export type AuditCheckId = (typeof auditCheckIds)[number]

/**
 * Why a record does not belong. `not-a-record`: it has not the form. `other-facility`, `other-day`: than the
 * seals'. `doubled`: its id is there before, or it is under the seals twice. `not-sealed`: no proof names it, or its
 * proof stands in the place of another. `changed`: its place is there, and holds something else. `no-valid-seal`: the seal that
 * its proof names is not there, or invalid. `undecided`: that seal is neither valid nor invalid, so that it is not known
 * whether the record belongs.
 */
export type AuditFault =
  | 'not-a-record'
  | 'other-facility'
  | 'other-day'
  | 'doubled'
  | 'not-sealed'
  | 'changed'
  | 'no-valid-seal'
  | 'undecided'

/** A record that does not belong, or of which it is not known. */
export interface AuditFinding {
  /** Place in the list of records, from 0. */
  readonly index: number
  /** As far as it has one. */
  readonly recordId: string
  readonly fault: AuditFault
}

/** A place under a seal whose record is not in the list. */
export interface MissingRecord {
  readonly seal: string
  readonly sequence: number
  /** Place under the seal, from 0. */
  readonly index: number
  /** When a proof says it; the seal itself does not. */
  readonly recordId?: string
}

/** The report of an audit. */
export type DayAudit = Report<AuditCheckId> & {
  /** On each seal, in the order given. */
  readonly seals: readonly DaySealReport[]
  /** Ids of the records that belong, in the order of the list. */
  readonly belonging: readonly string[]
  readonly faults: readonly AuditFinding[]
  /** At most 10,000 of them. */
  readonly missing: readonly MissingRecord[]
}

interface Auditor {
  /** Those that are valid, by their names. */
  readonly seals: ReadonlyMap<string, OpenedSeal>
  /** Names of those that are neither valid nor invalid. */
  readonly open: ReadonlySet<string>
  /** The day of the seals, when they have one. */
  readonly day: SealContent | undefined
  readonly proofs: ReadonlyMap<string, readonly SealProof[]>
  readonly crypto: CryptoProvider
  /** Who stands at a place: what was proven, and then what claims it. */
  readonly taken: Map<string, string>
}

const placeOf = (proof: Pick<SealProof, 'seal' | 'index'>) => `${proof.seal} ${proof.index}`

/** What of a record says that it does not belong, before any seal is asked. */
function plainFault(record: DoseRecord, { day, proofs }: Auditor): AuditFault | undefined {
  if (recordFault(record) !== undefined) return 'not-a-record'
  if (day !== undefined && record.dose.facility !== day.facility) return 'other-facility'
  if (day !== undefined && !belongsTo(record, day.facility, day.date)) return 'other-day'
  return proofs.has(record.id) ? undefined : 'not-sealed'
}

/** The proofs of a record that hold, and whether the seal of any other one is there. */
async function proven(record: DoseRecord, auditor: Auditor) {
  const held: SealProof[] = []
  let hasSeal = false
  for (const proof of auditor.proofs.get(record.id) ?? []) {
    const opened = auditor.seals.get(proof.seal)
    if (opened === undefined) continue
    hasSeal = true
    const { verdict } = await judgeSealed({ record, proof }, opened, auditor.crypto)
    if (verdict === 'valid') held.push(proof)
  }
  return { held, hasSeal }
}

type Judgement = AuditFault | 'belongs' | 'unproven'

async function judgeRecord(record: DoseRecord, auditor: Auditor): Promise<Judgement> {
  const fault = plainFault(record, auditor)
  if (fault !== undefined) return fault
  const { held, hasSeal } = await proven(record, auditor)
  const places = new Set(held.map(placeOf))
  for (const place of places) auditor.taken.set(place, record.id)
  if (places.size > 1) return 'doubled'
  if (places.size === 1) return 'belongs'
  // What an undecided seal would say of the record comes before what another one does not.
  const own = auditor.proofs.get(record.id) ?? []
  if (own.some(({ seal }) => auditor.open.has(seal))) return 'undecided'
  return hasSeal ? 'unproven' : 'no-valid-seal'
}

/** A record that its proof does not lead to the root: in the place of another, or changed. */
function unprovenFault(record: DoseRecord, { proofs, seals, taken }: Auditor): AuditFault {
  for (const proof of proofs.get(record.id) ?? []) {
    const size = seals.get(proof.seal)?.report.content?.size ?? 0
    const isPlace = Number.isSafeInteger(proof.index) && proof.index >= 0 && proof.index < size
    if (!isPlace || taken.has(placeOf(proof))) continue
    taken.set(placeOf(proof), record.id)
    return 'changed'
  }
  return 'not-sealed'
}

async function judgeAll(
  records: readonly DoseRecord[],
  auditor: Auditor,
): Promise<readonly (AuditFault | 'belongs')[]> {
  const seen = new Set<string>()
  const judged: Judgement[] = []
  for (const record of records) {
    const id = (record as DoseRecord | null)?.id
    const again = id !== undefined && seen.has(id)
    if (id !== undefined) seen.add(id)
    judged.push(again ? 'doubled' : await judgeRecord(record, auditor))
  }
  // Places are given to whom they are proven for first; only then to those that claim them.
  return judged.map((one, index) =>
    one === 'unproven' ? unprovenFault(records[index] as DoseRecord, auditor) : one,
  )
}

/** A seal can say any size; so many places are named and no more. */
const mostNamed = 10_000

function missingOf({ seals, proofs, taken }: Auditor): readonly MissingRecord[] {
  const named = new Map<string, string>()
  for (const [recordId, own] of proofs) {
    for (const proof of own) named.set(placeOf(proof), recordId)
  }
  const missing: MissingRecord[] = []
  for (const [seal, { report }] of seals) {
    const { sequence = 0, size = 0 } = report.content ?? {}
    for (let index = 0; index < size && missing.length < mostNamed; index += 1) {
      const place = placeOf({ seal, index })
      if (taken.has(place)) continue
      const recordId = named.get(place)
      missing.push({ seal, sequence, index, ...(recordId === undefined ? {} : { recordId }) })
    }
  }
  return missing
}

function byRecord(
  proofs: readonly (SealProof | null)[],
): ReadonlyMap<string, readonly SealProof[]> {
  const sorted = new Map<string, SealProof[]>()
  for (const proof of proofs) {
    // What came from a file may be no proof at all, and is then nobody's.
    if (proof === null) continue
    const own = sorted.get(proof.recordId)
    if (own === undefined) sorted.set(proof.recordId, [proof])
    else own.push(proof)
  }
  return sorted
}

function completeCheck(
  missing: readonly MissingRecord[],
  chain: Report<SealChainCheckId>,
): Check<AuditCheckId> {
  const id = 'records.complete'
  if (missing.length > 0) return failed(id, 'missing', { params: { count: missing.length } })
  return chain.verdict === 'valid' ? passed(id) : unknown(id, 'seals')
}

function belongCheck(faults: readonly AuditFinding[]): Check<AuditCheckId> {
  const id = 'records.belong'
  const against = faults.filter(({ fault }) => fault !== 'undecided')
  if (against.length > 0) return failed(id, 'not-all', { params: { count: against.length } })
  if (faults.length === 0) return passed(id)
  return unknown(id, 'undecided', { params: { count: faults.length } })
}

/**
 * Audits a facility's whole day: whether its seals are a chain without hole or fork, which records of the list do not
 * belong and why, and which places under the seals have no record in the list.
 *
 * A valid audit says that the list is exactly what was sealed. It does not say that the facility sealed all that it gave, nor
 * that seals at the end were not kept back: compare with what the platform knows.
 *
 * @throws InputError `x509.path.instant` when `at` is not a date
 */
export async function auditDay(
  { records, proofs, seals }: AuditInput,
  options: VerifySignatureOptions,
): Promise<DayAudit> {
  const opened: OpenedSeal[] = []
  for (const seal of seals) opened.push(await openSeal(seal, options))
  const valid = opened.filter(({ report }) => report.content !== undefined)
  const open = opened.filter(({ report }) => report.verdict === 'indeterminate')
  const auditor: Auditor = {
    seals: new Map(valid.map((one) => [one.hash, one])),
    open: new Set(open.map(({ hash }) => hash)),
    day: valid[0]?.report.content,
    proofs: byRecord(proofs),
    crypto: options.crypto ?? hostCrypto,
    taken: new Map(),
  }
  const judged = await judgeAll(records, auditor)
  // What stands in the place of an id may be anything, also what must not be told.
  const idAt = (index: number) => {
    const id = (records[index] as DoseRecord | null)?.id
    return isUuid(id) ? id : ''
  }
  const faults = judged.flatMap((fault, index): AuditFinding[] =>
    fault === 'belongs' ? [] : [{ index, recordId: idAt(index), fault }],
  )
  const belonging = judged.flatMap((one, index) => (one === 'belongs' ? [idAt(index)] : []))
  const missing = missingOf(auditor)
  const chain = judgeChain(opened)
  const checks = [...chain.checks, belongCheck(faults), completeCheck(missing, chain)]
  const verdict = verdictOf<AuditCheckId>(checks, auditCheckIds)
  const reports = opened.map(({ report }) => report)
  return { verdict, checks, seals: reports, belonging, faults, missing }
}
