import {
  type AbortSignalLike,
  canonicalBytes,
  canonicalJson,
  isSdkError,
  SigningError,
  toBase64Url,
  utf8,
} from '@tiemchung/core'
import type { CryptoProvider, PublicKey, Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { writeHeader } from '../jws/protected-header.js'
import { publicKeyOf, signBatch } from '../signer/sign-batch.js'
import { hostCrypto } from '../world.js'

/** How one record is signed. */
export interface SignRecordOptions {
  /** The signing time that the signature claims, cut to the second. */
  readonly at: Date
  readonly crypto?: CryptoProvider
  readonly signal?: AbortSignalLike
}

/** How records are signed. */
export interface SignRecordsOptions extends SignRecordOptions {
  /** Records handed to the signer at once, default 50: what remote signers take. */
  readonly batch?: number
  /** Called after each batch with the number of records dealt with, signed or not. */
  readonly onProgress?: (done: number, total: number) => void
}

/** A signed record as signing makes it: its JWS is compact, and has no timestamp yet. */
export interface CompactSignedRecord extends SignedRecord {
  readonly jws: string
}

/** A record that was not signed, and the code of the error. */
export interface UnsignedRecord {
  readonly recordId: string
  readonly code: string
}

/** What a signing run came to. Records that failed can be given to another run. */
export interface SigningOutcome {
  /** In the order of the records. */
  readonly signed: readonly CompactSignedRecord[]
  readonly failed: readonly UnsignedRecord[]
}

interface Desk {
  readonly signer: Signer
  /** The header, encoded: the same for all records of a run. */
  readonly head: string
  readonly key: PublicKey
  readonly crypto: CryptoProvider
  readonly signal: AbortSignalLike | undefined
}

async function openDesk(signer: Signer, options: SignRecordOptions): Promise<Desk> {
  const { at, crypto = hostCrypto, signal } = options
  const header = await writeHeader(signer, 'dose-record+jws', at, crypto)
  const head = toBase64Url(utf8(canonicalJson(header)))
  return { signer, head, key: await publicKeyOf(signer, crypto), crypto, signal }
}

type Result = CompactSignedRecord | UnsignedRecord

/** After these nobody is asked again: a person refused or did not answer, the caller stopped, the key is no good. */
const final: ReadonlySet<string> = new Set([
  'signing.rejected',
  'signing.expired',
  'signing.stopped',
  'signing.key',
])

const codeOf = (caught: unknown): string =>
  isSdkError(caught) ? caught.code : 'signing.unavailable'

/** The text to be signed, or undefined when the record has no canonical form. */
function inputFor(desk: Desk, record: DoseRecord): string | undefined {
  try {
    return `${desk.head}.${toBase64Url(canonicalBytes(record))}`
  } catch {
    return undefined
  }
}

function resultOf(record: DoseRecord, input: string, signature: Uint8Array | undefined): Result {
  if (signature === undefined) return { recordId: record.id, code: 'signing.answer' }
  const jws = `${input}.${toBase64Url(signature)}`
  return { format: 'signed-record/1', recordId: record.id, facility: record.dose.facility, jws }
}

/** The results of one batch, in order; throws what the signer throws. */
async function signSome(desk: Desk, records: readonly DoseRecord[]): Promise<readonly Result[]> {
  const inputs = records.map((record) => inputFor(desk, record))
  const texts = inputs.filter((input) => input !== undefined)
  const signatures = [...(await signBatch(desk.signer, texts.map(utf8), desk))]
  return records.map((record, index) => {
    const input = inputs[index]
    if (input === undefined) return { recordId: record.id, code: 'input.json-canonical' }
    return resultOf(record, input, signatures.shift())
  })
}

function sort(results: readonly Result[]): SigningOutcome {
  return {
    signed: results.filter((result) => 'jws' in result),
    failed: results.filter((result) => 'code' in result),
  }
}

/**
 * Signs records: for each a compact JWS over its canonical JSON (RFC 8785), with the chain in the header.
 *
 * Each signature is checked before it is handed out. When the signer fails, the records of that batch get
 * its code, and the other batches stay. After a refusal or an expiry nobody is asked again: the records
 * behind get `signing.not-tried`. An aborted `signal` stops in the same way, with `signing.stopped`. It
 * does not check that records are complete or matched, or that the signer may sign for the facility.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`
 * @throws InputError `signing.algorithm`, `signing.instant`
 * @example
 * ```ts
 * import { type Signer, signRecords } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * declare const records: DoseRecord[]
 * declare const signer: Signer
 * const outcome = await signRecords(records, signer, { at: new Date('2022-05-20T10:00:00Z') })
 * outcome.failed.length // => 0 when all were signed
 * ```
 */
export async function signRecords(
  records: readonly DoseRecord[],
  signer: Signer,
  options: SignRecordsOptions,
): Promise<SigningOutcome> {
  const { batch = 50, onProgress, signal } = options
  const desk = await openDesk(signer, options)
  const size = Math.max(1, Math.trunc(batch))
  const results: Result[] = []
  const giveUp = (some: readonly DoseRecord[], code: string) => {
    results.push(...some.map(({ id }) => ({ recordId: id, code })))
  }
  for (let start = 0; start < records.length; start += size) {
    const some = records.slice(start, start + size)
    try {
      if (signal?.aborted === true) throw new SigningError(errorCatalogue, 'signing.stopped')
      results.push(...(await signSome(desk, some)))
    } catch (caught) {
      const code = codeOf(caught)
      giveUp(some, code)
      if (final.has(code)) giveUp(records.slice(start + size), 'signing.not-tried')
    }
    onProgress?.(results.length, records.length)
    if (results.length === records.length) break
  }
  return sort(results)
}

/**
 * Signs one record: a compact JWS over its canonical JSON (RFC 8785), with the chain in the header.
 *
 * The signature is checked before it is handed out. It does not check that the record is complete or
 * matched, or that the signer may sign for the facility.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.answer`,
 *   `signing.unavailable`, and what the signer throws
 * @throws InputError `signing.algorithm`, `signing.instant`, `input.json-canonical`
 */
export async function signRecord(
  record: DoseRecord,
  signer: Signer,
  options: SignRecordOptions,
): Promise<CompactSignedRecord> {
  const desk = await openDesk(signer, options)
  const input = `${desk.head}.${toBase64Url(canonicalBytes(record))}`
  const [signature] = await signBatch(signer, [utf8(input)], desk)
  const result = resultOf(record, input, signature)
  if ('jws' in result) return result
  throw new SigningError(errorCatalogue, 'signing.answer')
}
