import {
  type AbortSignalLike,
  canonicalBytes,
  canonicalJson,
  isSdkError,
  toBase64Url,
  utf8,
} from '@tiemchung/core'
import type { CryptoProvider, Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { systemWorld } from '../world.js'
import { protectedHeader } from './protected-header.js'

/** How records are signed. */
export interface SignRecordsOptions {
  /** The signing time that the signatures claim. */
  readonly at: Date
  readonly crypto?: CryptoProvider
  readonly signal?: AbortSignalLike
  /** Records handed to the signer at once, default 50: what remote signers take. */
  readonly batch?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** A record that could not be signed, and why. */
export interface UnsignedRecord {
  readonly recordId: string
  readonly code: string
}

/** What a signing run came to. Records that failed can be given to another run. */
export interface SigningOutcome {
  readonly signed: readonly SignedRecord[]
  readonly failed: readonly UnsignedRecord[]
}

async function signBatch(
  signer: Signer,
  inputs: readonly Uint8Array[],
  signal: AbortSignalLike | undefined,
): Promise<readonly Uint8Array[]> {
  const options = signal === undefined ? {} : { signal }
  if (signer.signMany !== undefined) return signer.signMany(inputs, options)
  const signatures: Uint8Array[] = []
  for (const input of inputs) signatures.push(await signer.sign(input, options))
  return signatures
}

/**
 * Signs records: for each a compact JWS over its canonical JSON (RFC 8785), with the chain in the header.
 *
 * A batch that the signer refuses is reported record by record with the error's code; batches signed
 * before stay signed. It does not check that the records are complete or matched; `@tiemchung/clinic` does.
 *
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
  const crypto = options.crypto ?? systemWorld().crypto
  const head = toBase64Url(utf8(canonicalJson(await protectedHeader(signer, options.at, crypto))))
  const size = options.batch ?? 50
  const signed: SignedRecord[] = []
  const failed: UnsignedRecord[] = []
  for (let start = 0; start < records.length; start += size) {
    const some = records.slice(start, start + size)
    const inputs = some.map((record) => `${head}.${toBase64Url(canonicalBytes(record))}`)
    try {
      const signatures = await signBatch(signer, inputs.map(utf8), options.signal)
      some.forEach((record, index) => {
        const jws = `${inputs[index] ?? ''}.${toBase64Url(signatures[index] ?? new Uint8Array())}`
        signed.push(envelope(record, jws))
      })
    } catch (caught) {
      const code = isSdkError(caught) ? caught.code : 'signing.unavailable'
      failed.push(...some.map((record) => ({ recordId: record.id, code })))
    }
    options.onProgress?.(signed.length + failed.length, records.length)
  }
  return { signed, failed }
}

function envelope(record: DoseRecord, jws: string): SignedRecord {
  return {
    format: 'signed-record/1',
    recordId: record.id,
    facility: record.dose.facility,
    jws,
  }
}
