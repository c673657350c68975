import { canonicalJson, openChecks } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import {
  type DoseRecord,
  doseRecordSchema,
  identitySettled,
  issuesFromZod,
  personKey,
} from '@tiemchung/schemas'
import type {
  Receipt,
  SealedRecordDocument,
  SignedRecord,
  VerificationResult,
} from '@tiemchung/schemas/wire'
import {
  type DaySeal,
  type SealedRecordReport,
  type SealProof,
  type SignedRecordReport,
  verifyRecord,
  verifySealedRecord,
} from '@tiemchung/signing'
import { hardFail, softFail } from '@tiemchung/x509'
import { one, type Queryable } from '../database/database.js'
import { signerRegisterOf } from '../authority/signer-register.js'
import { certificatesOf, revokedAmong } from '../facility-certificate/kept.js'
import { advanceCorrections } from '../feedback/advance-correction.js'
import { Problem } from '../problem.js'
import { columnsOf, jwsOf, type KeptJws } from './kept-jws.js'
import type { Services } from '../services.js'

/** A seal and the proof that a record is under it. */
export type UnderSeal = Pick<SealedRecordDocument, 'seal' | 'proof'>

/** How a record came: signed, under a day seal, or vouched for by minutes. */
export type Evidence =
  | { readonly jws: SignedRecord['jws'] }
  | { readonly underSeal: UnderSeal }
  | { readonly minutesId: string }

/** The document of a record, when it fits the schema. */
export function readRecord(value: unknown): DoseRecord {
  const result = doseRecordSchema.safeParse(value)
  if (result.success) return result.data
  throw new Problem(422, 'platform.body', { issues: issuesFromZod(result.error) })
}

/** A record from its canonical JSON. */
export function parseDocument(
  text: string,
  problem: ConstructorParameters<typeof Problem>[1],
): DoseRecord {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Problem(422, 'platform.body')
  }
  if (canonicalJson(value) !== text) throw new Problem(422, problem)
  return readRecord(value)
}

/** What a signature is believed by at the time of receipt, the lists of revoked certificates included. */
export async function trustOf(services: Services, database: Queryable) {
  const { authority, issuer, lists, timestamps, world } = services
  const at = world.clock.now()
  const revoked = revokedAmong(await certificatesOf(database))
  // A database from before there were lists has none of the root: of what is below it nothing is then known, and the
  // list of the issuing authority still says which facility's certificate is revoked.
  const policy = issuer.rootCrl === undefined ? softFail : hardFail
  return {
    anchors: authority.facilityAnchors.map((certificate) => ({ certificate })),
    register: await signerRegisterOf(services, database),
    at,
    crypto: systemCrypto,
    ...(timestamps === undefined ? {} : { timestamps }),
    revocation: { policy, crls: await lists(revoked, at) },
  }
}

function recordIn(report: SignedRecordReport | SealedRecordReport): DoseRecord {
  if (report.record !== undefined) return readRecord(report.record)
  const [open] = openChecks<string>(report)
  throw new Problem(422, 'platform.record.signature', {
    detail: `${open?.id ?? 'jws'}: ${open?.reason ?? 'unknown'}`,
  })
}

/** The record in a submission, once its own or its seal's signature and chain hold at the time of receipt. */
export async function openSubmission(
  services: Services,
  database: Queryable,
  submission: SignedRecord | SealedRecordDocument,
): Promise<DoseRecord> {
  const trust = await trustOf(services, database)
  if (submission.format === 'signed-record/1') {
    return recordIn(await verifyRecord(submission, trust))
  }
  const { recordId, facility, seal, proof } = submission
  const record = parseDocument(submission.record, 'platform.record.signature')
  if (record.id !== recordId || record.dose.facility !== facility) {
    throw new Problem(422, 'platform.id-mismatch')
  }
  // What the schema has read, in the types of this package's own words.
  const sealed = [record, proof as SealProof, seal as DaySeal] as const
  return recordIn(await verifySealedRecord(...sealed, trust))
}

/** The claimed evidence must be a match that the platform itself gave, for this very number. */
async function checkSettled(database: Queryable, record: DoseRecord): Promise<void> {
  const { identity, person } = record
  const document = person.identityDocument
  if (identity.status === 'not-required' && document.kind === 'passport') {
    if (person.nationality !== 'VN') return
  }
  if (identity.status === 'matched' && document.kind === 'personal-number') {
    const row = await one<{ result: VerificationResult }>(
      database,
      'select result from verification where id = $1 and number = $2',
      [identity.verificationId, document.number],
    )
    if (row?.result.outcome === 'match') return
  }
  throw new Problem(422, 'platform.record.not-settled', {
    detail: identitySettled(identity) ? 'not-on-platform' : identity.status,
  })
}

async function checkAmends(database: Queryable, record: DoseRecord): Promise<void> {
  const { amends } = record
  if (amends === undefined) {
    const twin = await one(
      database,
      `select id from record where person_key = $1 and dose_number = $2 and superseded_by is null`,
      [personKey(record.person), record.dose.number],
    )
    if (twin !== undefined) throw new Problem(409, 'platform.record.duplicate')
    return
  }
  const known = await one(
    database,
    'select id from record where id = $1 and superseded_by is null and hash = $2',
    [amends.recordId, amends.hash],
  )
  if (known === undefined) throw new Problem(422, 'platform.record.amends-unknown')
}

async function supersede(database: Queryable, record: DoseRecord): Promise<void> {
  if (record.amends === undefined) return
  await database.query('update record set superseded_by = $2 where id = $1', [
    record.amends.recordId,
    record.id,
  ])
}

function receiptFor({ world }: Services, record: DoseRecord, evidence: Evidence): Receipt {
  const jws = 'jws' in evidence ? evidence.jws : record
  const received = typeof jws === 'string' ? jws : canonicalJson(jws)
  const receivedAt = world.clock.now().toISOString()
  return { recordId: record.id, serverId: world.newId(), receivedAt, hash: world.hash(received) }
}

async function store(
  services: Services,
  database: Queryable,
  record: DoseRecord,
  evidence: Evidence,
): Promise<Receipt> {
  const { compact, header } = columnsOf('jws' in evidence ? evidence.jws : null)
  const underSeal = 'underSeal' in evidence ? evidence.underSeal : null
  const receipt = receiptFor(services, record, evidence)
  await database.query(
    `insert into record (id, facility, day, person_key, dose_number, hash, jws, minutes_id, document,
       amends, receipt, received_at, seal, unsigned_header)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb, $12, $13::jsonb, $14::jsonb)`,
    [
      record.id,
      record.dose.facility,
      record.dose.date,
      personKey(record.person),
      record.dose.number,
      services.world.hash(canonicalJson(record)),
      compact,
      'minutesId' in evidence ? evidence.minutesId : null,
      JSON.stringify(record),
      record.amends?.recordId ?? null,
      JSON.stringify(receipt),
      receipt.receivedAt,
      underSeal === null ? null : JSON.stringify(underSeal),
      header === null ? null : JSON.stringify(header),
    ],
  )
  await supersede(database, record)
  return receipt
}

interface KeptRecord extends KeptJws {
  readonly minutes_id: string | null
  readonly seal: UnderSeal | null
  readonly receipt: Receipt
}

function isSameEvidence(kept: KeptRecord, evidence: Evidence): boolean {
  if ('jws' in evidence) return canonicalJson(jwsOf(kept)) === canonicalJson(evidence.jws)
  if ('minutesId' in evidence) return kept.minutes_id === evidence.minutesId
  const { seal, proof } = evidence.underSeal
  return canonicalJson(kept.seal) === canonicalJson({ seal, proof })
}

/**
 * Takes a record in, once: the same record sent again gets the receipt that it got.
 *
 * @throws Problem `platform.conflict` when something else is there under its id
 */
export async function acceptRecord(
  services: Services,
  database: Queryable,
  record: DoseRecord,
  evidence: Evidence,
): Promise<{ readonly receipt: Receipt; readonly fresh: boolean }> {
  const kept = await one<KeptRecord>(
    database,
    'select jws, unsigned_header, minutes_id, seal, receipt from record where id = $1',
    [record.id],
  )
  if (kept !== undefined) {
    const same = isSameEvidence(kept, evidence)
    if (!same) throw new Problem(409, 'platform.conflict', { current: kept.receipt })
    return { receipt: kept.receipt, fresh: false }
  }
  await checkSettled(database, record)
  await checkAmends(database, record)
  const receipt = await store(services, database, record, evidence)
  if (record.amends !== undefined) await advanceCorrections(services, database, [record.id])
  return { receipt, fresh: true }
}
