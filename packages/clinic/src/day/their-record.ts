/** The record that the platform has, where another machine's came first. */
import { canonicalJson, InputError, type JsonValue, toHex, utf8 } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Http } from '@tiemchung/http'
import { type DoseRecord, doseRecordSchema } from '@tiemchung/schemas'
import { receiptSchema, sealedRecordSchema, signedRecordSchema } from '@tiemchung/schemas/wire'
import type { DaySeal } from '@tiemchung/signing'
import { errorCatalogue } from '../errors.js'
import type { Operation } from '../outbox/operation.js'
import { recordIn } from './compare-records.js'
import type { RecordCase } from './record-case.js'

/** A record of the platform, and the evidence that it was handed in with. */
export interface Theirs {
  readonly record: DoseRecord
  readonly evidence: Pick<RecordCase, 'signed' | 'underSeal'>
  /** The seal that it is under. */
  readonly seal?: DaySeal
}

function evidenceIn(submission: unknown): Omit<Theirs, 'record'> | undefined {
  const signed = signedRecordSchema.safeParse(submission)
  if (signed.success) return { evidence: { signed: signed.data } }
  const sealed = sealedRecordSchema.safeParse(submission)
  if (!sealed.success) return undefined
  return { evidence: { underSeal: sealed.data.proof }, seal: sealed.data.seal }
}

/**
 * The record that the platform has under an id. It does not establish that its signature holds: the platform has taken
 * it in.
 *
 * @throws HttpError when it cannot be had: of a record under minutes there is no submission
 * @throws InputError `clinic.adopt.unreadable` when it is none, or of another id or facility
 */
export async function readTheirs(http: Http, id: string, facility: string): Promise<Theirs> {
  const submission = (await http.get(`/v1/records/${id}`)) as JsonValue
  const told = evidenceIn(submission)
  const read = doseRecordSchema.safeParse(recordIn(submission))
  const { success, data } = read
  if (told === undefined || !success || data.id !== id || data.dose.facility !== facility) {
    throw new InputError(errorCatalogue, 'clinic.adopt.unreadable')
  }
  return { record: data, ...told }
}

/** What the platform's receipt of a payload is the hash of: the JWS, or the record where it has none of its own. */
function receivedText(payload: JsonValue): string | undefined {
  const { jws, record } = payload as Readonly<Record<string, JsonValue | undefined>>
  if (jws === undefined) return typeof record === 'string' ? record : undefined
  return typeof jws === 'string' ? jws : canonicalJson(jws)
}

/** Whether an operation ended with another's record on the platform: kept in a conflict, or of the same content. */
export async function isOfAnother(
  { kind, state, payload, settlement, acknowledgement }: Operation,
  crypto: CryptoProvider,
): Promise<boolean> {
  if (kind !== 'record') return false
  if (state !== 'acknowledged') return settlement?.as === 'keep-theirs'
  const receipt = receiptSchema.safeParse(acknowledgement)
  const text = receivedText(payload)
  if (!receipt.success || text === undefined) return false
  return toHex(await crypto.digest('SHA-256', utf8(text))) !== receipt.data.hash
}
