/** The form of a compact JWS: everything that can be said of it before any cryptography. */
import {
  type Check,
  canonicalJson,
  failed,
  fromBase64Url,
  fromUtf8,
  passed,
  utf8,
} from '@tiemchung/core'
import { type HeaderClaims, readHeader, type SignedType } from './protected-header.js'

/** The checks of a signature by a facility, in the order of the report. */
export const signatureCheckIds = [
  'jws.form',
  'jws.header',
  'jws.canonical',
  'jws.signature',
  'signer.chain',
  'signer.register',
  'signing.time',
] as const

/** One of the checks of a signature by a facility. */
export type SignatureCheckId = (typeof signatureCheckIds)[number]

/** One check of a signature. */
export type SignatureCheck = Check<SignatureCheckId>

/** A JWS taken apart. */
export interface OpenedJws {
  readonly header: HeaderClaims
  readonly payload: unknown
  readonly signature: Uint8Array
  /** What was signed (RFC 7515 section 5.1). */
  readonly input: Uint8Array
}

/** A JWS taken apart, when it can be, and the checks so far. */
export interface Opening {
  readonly checks: readonly SignatureCheck[]
  readonly opened?: OpenedJws
}

/** A record is some 2 kB and a chain some 6 kB; nothing near this size is read. */
const longestJws = 262_144

function decode(part: string | undefined): Uint8Array | undefined {
  if (part === undefined || part === '') return undefined
  try {
    return fromBase64Url(part)
  } catch {
    return undefined
  }
}

/** The JSON of some bytes, when writing it again in this way gives the same text. */
function jsonOf(
  bytes: Uint8Array,
  write: (value: unknown) => string,
): { value: unknown } | undefined {
  try {
    const text = fromUtf8(bytes)
    const value: unknown = JSON.parse(text)
    return write(value) === text ? { value } : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a compact JWS apart.
 *
 * The header must be JSON without blanks: written again it must be the same text, so that no member
 * can appear twice and be read as one thing here and another there. The payload must be canonical
 * (RFC 8785), so that one record has one text to sign.
 */
export function openJws(jws: string, typ: SignedType): Opening {
  const form = (reason: string): Opening => ({ checks: [failed('jws.form', reason)] })
  if (typeof jws !== 'string') return form('not-compact')
  if (jws.length > longestJws) return form('too-large')
  const parts = jws.split('.')
  if (parts.length !== 3) return form('not-compact')
  const [head, body, signature] = parts.map(decode)
  if (head === undefined || body === undefined || signature === undefined) {
    return form('not-base64url')
  }
  const plain = jsonOf(head, (value) => JSON.stringify(value))
  const header: ReturnType<typeof readHeader> =
    plain === undefined ? { refused: 'not-plain-json' } : readHeader(plain.value, typ)
  const read: SignatureCheck =
    'refused' in header ? failed('jws.header', header.refused) : passed('jws.header')
  const payload = jsonOf(body, canonicalJson)
  const canonical: SignatureCheck =
    payload === undefined
      ? failed('jws.canonical', 'payload-not-canonical')
      : passed('jws.canonical')
  const checks = [passed('jws.form'), read, canonical] as const
  if ('refused' in header || payload === undefined) return { checks }
  const input = utf8(jws.slice(0, jws.lastIndexOf('.')))
  return { checks, opened: { header, payload: payload.value, signature, input } }
}
