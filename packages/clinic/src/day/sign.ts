import { formatInstant, InputError, type JsonValue, type Uuid } from '@tiemchung/core'
import {
  type DayEvidence,
  type DaySeal,
  readSealContent,
  type SealedDay,
  signDay,
  type Signer,
  type UnsignedDayRecord,
} from '@tiemchung/signing'
import { errorCatalogue } from '../errors.js'
import type { Outbox } from '../outbox/outbox.js'
import type { DaySigning, SigningHow } from './terms.js'
import type { Desk } from './desk.js'
import { allOf } from './kept.js'
import { isSealed, type RecordCase } from './record-case.js'
import { forgetSigning, storeSigningJournal } from './signing-journal.js'
import { type Transaction, transact } from './transact.js'

/** The state that evidence gives a record, and what is sent of it. */
interface Evidence {
  readonly state: Pick<RecordCase, 'signed' | 'underSeal'>
  readonly payload: JsonValue
}

function evidenceOf({ signed, sealed }: DayEvidence): ReadonlyMap<string, Evidence> {
  const byId = new Map<string, Evidence>()
  for (const one of signed) byId.set(one.recordId, { state: { signed: one }, payload: { ...one } })
  for (const { seal, proofs, texts } of sealed) {
    for (const [at, proof] of proofs.entries()) {
      const { recordId } = proof
      const head = { format: 'sealed-record/1', recordId, facility: seal.facility }
      const payload = { ...head, record: texts[at], proof: { ...proof }, seal: { ...seal } }
      byId.set(recordId, { state: { underSeal: proof }, payload })
    }
  }
  return byId
}

type Cases = ReadonlyMap<string, RecordCase>

interface Signing {
  readonly desk: Desk
  readonly outbox: Outbox
  readonly cases: Cases
  /** Which operation sends each sealed record: its own, or that of its minutes. */
  readonly sentBy: Map<string, Uuid>
}

/** Gives a record its evidence and queues it, if it still is as it was signed. */
async function seal(
  { desk, outbox, cases, sentBy }: Signing,
  transaction: Transaction,
  id: string,
  { state, payload }: Evidence,
): Promise<void> {
  const [was, now] = [cases.get(id), await transaction.find('record', id)]
  if (was === undefined || now === undefined || isSealed(now)) return
  if (JSON.stringify(now.record) !== JSON.stringify(was.record)) return
  const before = sentBy.get(was.record.amends?.recordId ?? '')
  // After the operation that sends what it amends.
  const dependsOn = before === undefined ? {} : { dependsOn: [before] }
  const queued = await outbox.prepare([
    { kind: 'record', subject: id, payload, signed: true, ...dependsOn },
  ])
  const [operation] = queued.operations
  if (operation === undefined) return
  sentBy.set(id, operation.id)
  transaction.add(queued.changes, queued.expected)
  const signedAt = formatInstant(desk.world.clock.now())
  transaction.keep('record', id, { ...now, ...state, signedAt, operationId: operation.id })
}

/** The hash by which the proofs of a sealed day name its seal. */
const nameOf = ({ proofs }: SealedDay): string => proofs[0]?.seal ?? ''

/** Keeps what was signed, and queues it. */
async function publish(
  signing: Signing,
  transaction: Transaction,
  made: DayEvidence | undefined,
): Promise<void> {
  if (made === undefined) return
  for (const one of made.sealed) {
    const isKept = (await transaction.find('seal', nameOf(one))) !== undefined
    if (!isKept) transaction.keep('seal', nameOf(one), one.seal)
  }
  for (const [id, evidence] of evidenceOf(made)) await seal(signing, transaction, id, evidence)
}

/** The last seal of the day. */
async function lastSeal({ options: { store } }: Desk): Promise<DaySeal | undefined> {
  let last: DaySeal | undefined
  let highest = 0
  for (const seal of await allOf(store, 'seal')) {
    const sequence = readSealContent(seal)?.sequence ?? 0
    if (sequence > highest) [last, highest] = [seal, sequence]
  }
  return last
}

async function openSigning(desk: Desk, outbox: Outbox): Promise<Signing> {
  const all = await allOf(desk.options.store, 'record')
  const unsealed = all.filter((one) => !isSealed(one) && one.supersededBy === undefined)
  const sent = all.flatMap(({ record, operationId }): [string, Uuid][] =>
    operationId === undefined ? [] : [[record.id, operationId]],
  )
  const cases = new Map(unsealed.map((one) => [one.record.id as string, one]))
  return { desk, outbox, cases, sentBy: new Map(sent) }
}

/** Refused before anybody was asked: the record is not ready, and the facility must see to it. */
const isRefusal = ({ code }: UnsignedDayRecord): boolean =>
  code.startsWith('signing.day.') || code === 'input.json-canonical'

async function signOpen(signing: Signing, signer: Signer, how: SigningHow): Promise<DaySigning> {
  const { desk, cases } = signing
  const { facility, date, store } = desk.options
  const { mode = 'records', ...rest } = how
  const after = mode === 'seal' ? await lastSeal(desk) : undefined
  const place = { facility: facility.code, date, ...(after === undefined ? {} : { after }) }
  const records = [...cases.values()].map(({ record }) => record)
  const outcome = await signDay({ mode, ...place, records }, signer, {
    ...rest,
    at: desk.world.clock.now(),
    crypto: desk.world.crypto,
    random: desk.world.random,
    journal: storeSigningJournal(desk, (transaction, made) => publish(signing, transaction, made)),
    judge: ({ id }) => cases.get(id)?.open ?? [],
  })
  const refused = outcome.unsigned.filter(isRefusal)
  const failed = outcome.unsigned.filter((one) => !isRefusal(one))
  await transact(store, async (transaction) => {
    // What an earlier life signed and could not keep is kept now.
    await publish(signing, transaction, outcome)
    if (failed.length === 0) transaction.add(await forgetSigning(desk))
  })
  return { signed: cases.size - outcome.unsigned.length, failed, refused }
}

/**
 * Signs what may be signed, each record or all under one seal, and queues it in the same batch in which it is kept.
 * After a crash or a failure it goes on.
 *
 * @throws InputError `clinic.signing.in-progress`
 */
export async function sign(
  desk: Desk,
  outbox: Outbox,
  signer: Signer,
  how: SigningHow = {},
): Promise<DaySigning> {
  const letGo = await desk.options.store.hold('signing')
  if (letGo === undefined) throw new InputError(errorCatalogue, 'clinic.signing.in-progress')
  try {
    return await signOpen(await openSigning(desk, outbox), signer, how)
  } finally {
    await letGo()
  }
}
