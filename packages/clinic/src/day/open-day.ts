import {
  canonicalJson,
  formatInstant,
  InputError,
  isUuid,
  type JsonValue,
  uuidv7,
} from '@tiemchung/core'
import {
  evidenceOf,
  evidenceWithoutQuestion,
  type IdentityVerifier,
  type VerifyManyOptions,
} from '@tiemchung/identity'
import {
  amendRecord,
  type DoseRecord,
  identitySettled,
  judgeCompleteness,
  recordIdFor,
} from '@tiemchung/schemas'
import { receiptSchema, type VerificationRequest } from '@tiemchung/schemas/wire'
import { drawUpMinutes, signRecords } from '@tiemchung/signing'
import { errorCatalogue } from '../errors.js'
import { createOutbox, type SendOperation } from '../outbox/outbox.js'
import type { Change } from '../store/store.js'
import { type ClinicWorld, systemWorld } from '../world.js'
import { assess } from './assess.js'
import type { ChildCase } from './child.js'
import type { Day, DayOptions, VerificationContext } from './day.js'
import { dayReportOf } from './day-report.js'
import { enterDose } from './enter-dose.js'
import { allOf, find, keep } from './kept.js'
import { makeLedger } from './ledger.js'
import { isSealed, type RecordCase } from './record-case.js'

/** Everything that the parts of a day work with. */
interface Desk {
  readonly options: DayOptions
  readonly world: ClinicWorld
}

const paths: Readonly<Record<string, string>> = { record: '/v1/records', minutes: '/v1/minutes' }

/** Sends an operation where its kind belongs, under its own id. */
function sender({ http }: DayOptions): SendOperation {
  return async (operation, signal) => {
    const path = paths[operation.kind]
    if (http === undefined || path === undefined) {
      throw new InputError(errorCatalogue, 'clinic.send')
    }
    const answer = await http.put(`${path}/${operation.subject}`, {
      body: operation.payload,
      idempotencyKey: operation.id,
      ...(signal === undefined ? {} : { signal }),
      ...(operation.kind === 'record' ? { schema: receiptSchema } : {}),
    })
    return answer as JsonValue
  }
}

async function child(desk: Desk, key: string): Promise<ChildCase> {
  const found = await find(desk.options.store, 'child', key)
  if (found === undefined) throw new InputError(errorCatalogue, 'clinic.not-listed')
  return found
}

function judge(desk: Desk, record: DoseRecord): readonly string[] {
  const { completeness, volumes } = desk.options
  return judgeCompleteness(record, completeness, volumes).issues.map((one) => one.code)
}

async function list(
  desk: Desk,
  children: readonly Parameters<Day['list']>[0][number][],
): Promise<number> {
  const { store } = desk.options
  const known = new Set((await allOf(store, 'child')).map((one) => one.key))
  const fresh = children.filter((one) => !known.has(one.key))
  const changes = fresh.map((one) =>
    keep('child', one.key, { ...one, identity: { status: 'pending' } }),
  )
  if (changes.length > 0) await store.write(changes)
  return fresh.length
}

async function assessAll(desk: Desk): Promise<readonly ChildCase[]> {
  const { store, eligibility, date } = desk.options
  const assessed = (await allOf(store, 'child')).map((one) => ({
    ...one,
    assessment: assess(one, eligibility, date),
  }))
  if (assessed.length > 0) await store.write(assessed.map((one) => keep('child', one.key, one)))
  return assessed
}

function question(desk: Desk, one: ChildCase, context: VerificationContext): VerificationRequest {
  const { person } = one
  const document = person.identityDocument
  return {
    id: uuidv7(desk.world),
    number: document.kind === 'none' ? '' : document.number,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    purpose: 'vaccination-record',
    officer: context.officer,
    consent: {
      form: 'paper',
      reference: context.consentReference(one),
      at: formatInstant(desk.world.clock.now()),
    },
  }
}

/** A child with new evidence, and the unsealed record that rests on it. */
async function settle(desk: Desk, one: ChildCase): Promise<Change[]> {
  const changes = [keep('child', one.key, one)]
  const record =
    one.recordId === undefined ? undefined : await find(desk.options.store, 'record', one.recordId)
  if (record === undefined || isSealed(record)) return changes
  const updated = { ...record.record, identity: one.identity }
  return [...changes, keep('record', updated.id, { ...record, record: updated })]
}

function manyOptions({ signal, onProgress, pollMs }: VerificationContext): VerifyManyOptions {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(pollMs === undefined ? {} : { pollMs }),
  }
}

async function verifyIdentities(
  desk: Desk,
  verifier: IdentityVerifier,
  context: VerificationContext,
): Promise<number> {
  const { store } = desk.options
  const open = (await allOf(store, 'child')).filter((one) => one.identity.status === 'pending')
  const now = desk.world.clock.now()
  const known = open.map((one) => ({ one, evidence: evidenceWithoutQuestion(one.person, now) }))
  const asked = known.filter(({ evidence }) => evidence === undefined).map(({ one }) => one)
  const changes: Change[] = []
  for (const { one, evidence } of known) {
    if (evidence !== undefined)
      changes.push(...(await settle(desk, { ...one, identity: evidence })))
  }
  const answers = await verifier.verifyMany(
    asked.map((one) => question(desk, one, context)),
    manyOptions(context),
  )
  for (const [index, one] of asked.entries()) {
    const answer = answers[index]
    if (answer === undefined) continue
    changes.push(...(await settle(desk, { ...one, identity: evidenceOf(answer) })))
  }
  if (changes.length > 0) await store.write(changes)
  return open.length
}

async function correct(
  desk: Desk,
  key: string,
  person: Parameters<Day['correct']>[1],
): Promise<ChildCase> {
  const one = await child(desk, key)
  const corrected: ChildCase = {
    ...one,
    person: { ...one.person, ...person },
    identity: { status: 'pending' },
  }
  const changes = [keep('child', key, corrected)]
  const record =
    one.recordId === undefined ? undefined : await find(desk.options.store, 'record', one.recordId)
  if (record !== undefined) {
    if (isSealed(record)) throw new InputError(errorCatalogue, 'clinic.signed')
    const updated = { ...record.record, person: corrected.person, identity: corrected.identity }
    changes.push(
      keep('record', updated.id, { ...record, record: updated, open: judge(desk, updated) }),
    )
  }
  await desk.options.store.write(changes)
  return corrected
}

async function enter(
  desk: Desk,
  key: string,
  dose: Parameters<Day['enter']>[1],
  by: Parameters<Day['enter']>[2],
): Promise<RecordCase> {
  const { store, facility, date } = desk.options
  const one = await child(desk, key)
  const doseNumber = dose.number ?? one.assessment?.dose ?? 1
  const { product } = dose
  const recordId = await recordIdFor(
    { facility: facility.code, person: one.person, product, doseNumber, date },
    desk.world.crypto,
  )
  const known = await find(store, 'record', recordId)
  if (known !== undefined) return known
  const context = { facility: facility.code, enteredBy: by.enteredBy, world: desk.world, recordId }
  const record = enterDose(one, dose, context)
  const kept: RecordCase = { record, open: judge(desk, record) }
  const attended: ChildCase = { ...one, attendance: 'given', recordId, firstRecordId: recordId }
  await store.write([keep('record', recordId, kept), keep('child', key, attended)])
  return kept
}

async function amend(
  desk: Desk,
  recordId: string,
  changes: Parameters<Day['amend']>[1],
  why: Parameters<Day['amend']>[2],
): Promise<RecordCase> {
  const { store } = desk.options
  const old = await find(store, 'record', recordId)
  if (old === undefined || !isSealed(old)) throw new InputError(errorCatalogue, 'clinic.not-listed')
  if (old.supersededBy !== undefined) throw new InputError(errorCatalogue, 'clinic.signed')
  const { clock, crypto } = desk.world
  const id = why.id !== undefined && isUuid(why.id) ? why.id : uuidv7(desk.world)
  const record = await amendRecord(old.record, changes, { ...why, id, clock, crypto })
  const kept: RecordCase = { record, open: judge(desk, record) }
  const owner = (await allOf(store, 'child')).find((one) => one.recordId === recordId)
  await store.write([
    keep('record', id, kept),
    keep('record', recordId, { ...old, supersededBy: id }),
    ...(owner === undefined
      ? []
      : [
          keep('child', owner.key, {
            ...owner,
            person: record.person,
            identity: record.identity,
            recordId: id,
          }),
        ]),
  ])
  return kept
}

/** Records that are complete, matched, unsealed and current. */
async function signable(desk: Desk): Promise<readonly RecordCase[]> {
  return (await allOf(desk.options.store, 'record')).filter(
    (one) =>
      one.open.length === 0 &&
      identitySettled(one.record.identity) &&
      !isSealed(one) &&
      one.supersededBy === undefined,
  )
}

async function sign(desk: Desk, outbox: Day['outbox'], signer: Parameters<Day['sign']>[0]) {
  const cases = await signable(desk)
  const at = desk.world.clock.now()
  const records = cases.map((one) => one.record)
  const { signed, failed } = await signRecords(records, signer, { at, crypto: desk.world.crypto })
  const byId = new Map(cases.map((one) => [one.record.id as string, one]))
  const operationOf = new Map((await outbox.all()).map((one) => [one.subject, one.id]))
  const { operations, changes } = outbox.prepare(
    signed.map((one) => {
      const before = operationOf.get(byId.get(one.recordId)?.record.amends?.recordId ?? '')
      return {
        kind: 'record',
        subject: one.recordId,
        payload: { ...one },
        ...(before === undefined ? {} : { dependsOn: [before] }),
      }
    }),
  )
  const kept = signed.flatMap((one, index) => {
    const [was, operation] = [byId.get(one.recordId), operations[index]]
    if (was === undefined || operation === undefined) return []
    const now: RecordCase = {
      ...was,
      signed: one,
      signedAt: formatInstant(at),
      operationId: operation.id,
    }
    return [keep('record', one.recordId, now)]
  })
  if (kept.length > 0) await desk.options.store.write([...changes, ...kept])
  return { signed: signed.length, failed }
}

async function minute(desk: Desk, outbox: Day['outbox'], given: Parameters<Day['minute']>[0]) {
  const cases = await signable(desk)
  if (cases.length === 0) return undefined
  const { facility, date, store } = desk.options
  const records = cases.map((one) => one.record)
  const minutes = await drawUpMinutes({
    ...given,
    id: uuidv7(desk.world),
    facility: facility.code,
    date,
    records,
    concludedAt: desk.world.clock.now(),
    crypto: desk.world.crypto,
  })
  const payload = { minutes, records: records.map((record) => canonicalJson(record)) }
  const { operations, changes } = outbox.prepare([
    { kind: 'minutes', subject: minutes.id, payload: payload as unknown as JsonValue },
  ])
  const operationId = operations[0]?.id
  await store.write([
    ...changes,
    keep('minutes', minutes.id, minutes),
    ...cases.map((one) =>
      keep('record', one.record.id, {
        ...one,
        minutesId: minutes.id,
        ...(operationId === undefined ? {} : { operationId }),
      }),
    ),
  ])
  return minutes
}

function worldOf(options: DayOptions): ClinicWorld {
  return {
    clock: options.clock ?? systemWorld.clock,
    random: options.random ?? systemWorld.random,
    sleep: options.sleep ?? systemWorld.sleep,
    crypto: options.crypto ?? systemWorld.crypto,
  }
}

/**
 * Opens a facility's day on its store: the same store opened again is the same day.
 *
 * @example
 * ```ts
 * import { type DayOptions, openDay } from '@tiemchung/clinic'
 * declare const options: DayOptions
 * const day = openDay(options)
 * const report = await day.report()
 * report.finished // => false while anything is open
 * ```
 */
export function openDay(options: DayOptions): Day {
  const world = worldOf(options)
  const desk: Desk = { options, world }
  const { store, facility, date, backoff } = options
  const outbox = createOutbox({
    ...world,
    store,
    send: sender(options),
    ...(backoff === undefined ? {} : { backoff }),
  })
  const ledger = async () =>
    makeLedger({
      children: await allOf(store, 'child'),
      records: await allOf(store, 'record'),
      operations: await outbox.all(),
    })
  return {
    outbox,
    list: (children) => list(desk, children),
    assess: () => assessAll(desk),
    verifyIdentities: (verifier, context) => verifyIdentities(desk, verifier, context),
    correct: (key, person) => correct(desk, key, person),
    attend: async (key, attendance) => {
      await store.write([keep('child', key, { ...(await child(desk, key)), attendance })])
    },
    enter: (key, dose, by) => enter(desk, key, dose, by),
    amend: (recordId, changes, why) => amend(desk, recordId, changes, why),
    sign: (signer) => sign(desk, outbox, signer),
    minute: (minutes) => minute(desk, outbox, minutes),
    send: (how) => outbox.drain(how),
    ledger,
    report: async () =>
      dayReportOf(await ledger(), { facility: facility.code, date, madeAt: world.clock.now() }),
    children: () => allOf(store, 'child'),
    records: () => allOf(store, 'record'),
  }
}
