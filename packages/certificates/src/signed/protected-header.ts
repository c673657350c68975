/** The protected header of a signed document: algorithm, key and type, and nothing else. */
import { utf8 } from '@tiemchung/core'
import { keyKindOf } from '@tiemchung/core/crypto'
import type { CertificateAlgorithm } from '../algorithm.js'
import type { Pin } from './pin.js'
import type { SignedReason } from './reasons.js'
import { membersOf, readStrictJson } from './strict-json.js'

/** What a signed document is: a list of one kind can never be taken for one of another. */
export type DocumentType = `tiemchung.${string}+jws`

/** What the header says. */
export interface ProtectedHeader {
  readonly alg: CertificateAlgorithm
  /** The pin of the key that signed. */
  readonly kid: Pin
  readonly typ: DocumentType
}

const leastBits = 2048
const mostBits = 16_384

/**
 * The one algorithm that a key signs documents with; undefined for kinds of keys that sign none.
 *
 * @throws ParseError `crypto.key`
 */
export function algorithmOfKey(spki: Uint8Array): CertificateAlgorithm | undefined {
  const kind = keyKindOf(spki)
  if (kind.type === 'ec') return kind.curve === 'P-256' ? 'ES256' : undefined
  if (kind.type !== 'rsa') return undefined
  return kind.modulusBits >= leastBits && kind.modulusBits <= mostBits ? 'PS256' : undefined
}

/** The header in JSON without blanks. */
export function writeHeader({ alg, kid, typ }: ProtectedHeader): Uint8Array {
  return utf8(JSON.stringify({ alg, kid, typ }))
}

const names = ['alg', 'kid', 'typ']

/** Reads a header, or says why it is refused. */
export function readHeader(
  bytes: Uint8Array,
  type: DocumentType,
): ProtectedHeader | { readonly refused: SignedReason } {
  const json = readStrictJson(bytes)
  if ('refused' in json) {
    return { refused: json.refused === 'not-json' ? 'not-signed' : json.refused }
  }
  const members = membersOf(json.value)
  if (members === undefined) return { refused: 'not-signed' }
  if (Object.hasOwn(members, 'crit')) return { refused: 'critical-header' }
  if (!Object.keys(members).every((name) => names.includes(name))) {
    return { refused: 'unknown-header' }
  }
  const { alg, kid, typ } = members
  if (typ !== type) return { refused: 'type-differs' }
  if (alg !== 'ES256' && alg !== 'PS256') return { refused: 'algorithm-not-allowed' }
  const named = typeof kid === 'string' && /^sha256:[0-9a-f]{64}$/.test(kid)
  return named ? { alg, kid: kid as Pin, typ: type } : { refused: 'key-id-missing' }
}
