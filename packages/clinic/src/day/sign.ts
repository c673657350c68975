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
import type { Prepared } from '../outbox/prepare.js'
import type { Change } from '../store/store.js'
import type { DaySigning, SigningHow } from './day.js'
import type { Desk } from './desk.js'
import { allOf, find, keep } from './kept.js'
import { isSealed, type RecordCase } from './record-case.js'
import { forgetSigning, storeSigningJournal } from './signing-journal.js'

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

/** The operation that sends a record, after the one that sends what it amends. */
function sending(
  { outbox, sentBy }: Signing,
  { record }: RecordCase,
  payload: JsonValue,
): Promise<Prepared> {
  const before = sentBy.get(record.amends?.recordId ?? '')
  const dependsOn = before === undefined ? {} : { dependsOn: [before] }
  return outbox.prepare([
    { kind: 'record', subject: record.id, payload, signed: true, ...dependsOn },
  ])
}

/** The changes that give a record its evidence and queue it; none when it is no longer as it was signed. */
async function changesFor(
  signing: Signing,
  id: string,
  { state, payload }: Evidence,
): Promise<readonly Change[]> {
  const { desk, cases, sentBy } = signing
  const [was, now] = [cases.get(id), await find(desk.options.store, 'record', id)]
  if (was === undefined || now === undefined || isSealed(now)) return []
  if (JSON.stringify(now.record) !== JSON.stringify(was.record)) return []
  const { operations, changes } = await sending(signing, was, payload)
  const [operation] = operations
  if (operation === undefined) return []
  sentBy.set(id, operation.id)
  const signedAt = formatInstant(desk.world.clock.now())
  const kept = { ...now, ...state, signedAt, operationId: operation.id }
  return [...changes, keep('record', id, kept)]
}

/** The hash by which the proofs of a sealed day name its seal. */
const nameOf = ({ proofs }: SealedDay): string => proofs[0]?.seal ?? ''

/** The changes that keep what was signed, and queue it. */
async function publish(
  signing: Signing,
  made: DayEvidence | undefined,
): Promise<readonly Change[]> {
  if (made === undefined) return []
  const { store } = signing.desk.options
  const changes: Change[] = []
  for (const one of made.sealed) {
    const isKept = (await find(store, 'seal', nameOf(one))) !== undefined
    if (!isKept) changes.push(keep('seal', nameOf(one), one.seal))
  }
  for (const [id, evidence] of evidenceOf(made)) {
    changes.push(...(await changesFor(signing, id, evidence)))
  }
  return changes
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
    journal: storeSigningJournal(desk, (made) => publish(signing, made)),
    judge: ({ id }) => cases.get(id)?.open ?? [],
  })
  const refused = outcome.unsigned.filter(isRefusal)
  const failed = outcome.unsigned.filter((one) => !isRefusal(one))
  // What an earlier life signed and could not keep is kept now.
  const changes = [...(await publish(signing, outcome))]
  if (failed.length === 0) changes.push(...(await forgetSigning(desk)))
  if (changes.length > 0) await store.write(changes)
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
