/** The record's signature: a JWS whose payload is left out in FHIR and put back from the record. */
import { canonicalBytes, InputError, isSdkError, toBase64Url } from '@tiemchung/core'
import { fhirErrors } from '../errors/fhir.js'
import type { DoseRecord } from '../record/dose-record.js'

/** The signature of a record: not verified here, neither on the way out nor on the way in. */
export interface RecordSignature {
  /** Compact JWS over the record's canonical JSON, as in a signed record. */
  readonly jws: string
  /** The instant of signing. */
  readonly at: string
}

/**
 * The compact JWS without its payload.
 *
 * @throws InputError `fhir.signature.other-record`
 */
export function detach(record: DoseRecord, jws: string): string {
  const [header = '', payload, signature = '', ...more] = jws.split('.')
  const signed = toBase64Url(canonicalBytes(record))
  if (payload !== signed || more.length > 0) {
    throw new InputError(fhirErrors, 'fhir.signature.other-record')
  }
  return `${header}..${signature}`
}

/** The record's canonical JSON; undefined for text that has none. */
function payloadOf(record: DoseRecord): string | undefined {
  try {
    return toBase64Url(canonicalBytes(record))
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

/** The compact JWS with the record put back as its payload; undefined when it is no detached JWS. */
export function attach(record: DoseRecord, detached: string): string | undefined {
  const [, header, signature] = /^([\w-]+)\.\.([\w-]+)$/.exec(detached) ?? []
  const payload = payloadOf(record)
  if (header === undefined || signature === undefined || payload === undefined) return undefined
  return `${header}.${payload}.${signature}`
}
