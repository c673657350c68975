/** The form of a facility's JWS: everything that can be said of it before any cryptography. */
import { type Check, failed, passed, unknown } from '@tiemchung/core'
import { canonicalPayload, jsonWrittenAs } from '../signature/canonical-payload.js'
import { signerCheckIds } from '../signature/judge-signer.js'
import { type HeaderClaims, readHeader, type SignedType } from './protected-header.js'
import { type FlattenedJws, type JwsParts, takeApart } from './serialization.js'

/** The checks of a signature by a facility, in the order of the report. */
export const signatureCheckIds = [
  'jws.form',
  'jws.header',
  'jws.canonical',
  'jws.signature',
  ...signerCheckIds,
] as const

/** One of the checks of a signature by a facility. */
export type SignatureCheckId = (typeof signatureCheckIds)[number]

/** One check of a signature. */
export type SignatureCheck = Check<SignatureCheckId>

/** A JWS taken apart. */
export interface OpenedJws {
  readonly header: HeaderClaims
  readonly payload: unknown
  readonly parts: JwsParts
}

/** A JWS taken apart, when it can be, and the checks so far. */
export interface Opening {
  readonly checks: readonly SignatureCheck[]
  readonly opened?: OpenedJws
}

/**
 * Takes a JWS of a facility apart: compact, or flattened where it has a timestamp. `given` are the octets of
 * what was sent beside a detached one.
 *
 * The header must be JSON without blanks: written again it must be the same text, so that no member
 * can appear twice and be read as one thing here and another there. The payload must be canonical
 * (RFC 8785), so that one record has one text to sign.
 */
export function openJws(jws: string | FlattenedJws, typ: SignedType, given?: Uint8Array): Opening {
  const parts = takeApart(jws, given)
  if ('refused' in parts) {
    const { refused } = parts
    const form = refused === 'no-payload' ? unknown : failed
    return { checks: [form('jws.form', refused)] }
  }
  // No record is empty: this one was sent beside.
  if (parts.payload.length === 0) return { checks: [unknown('jws.form', 'no-payload')] }
  const plain = jsonWrittenAs(parts.protectedBytes, (value) => JSON.stringify(value))
  const header: ReturnType<typeof readHeader> =
    plain === undefined ? { refused: 'not-plain-json' } : readHeader(plain.value, typ)
  const read: SignatureCheck =
    'refused' in header ? failed('jws.header', header.refused) : passed('jws.header')
  const payload = canonicalPayload(parts.payload)
  const canonical: SignatureCheck =
    payload === undefined
      ? failed('jws.canonical', 'payload-not-canonical')
      : passed('jws.canonical')
  const checks = [passed('jws.form'), read, canonical] as const
  if ('refused' in header || payload === undefined) return { checks }
  return { checks, opened: { header, payload: payload.value, parts } }
}
