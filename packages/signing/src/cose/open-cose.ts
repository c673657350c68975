/** The form of a facility's COSE signature: everything that can be said of it before any cryptography. */
import { type Check, failed, passed, unknown } from '@tiemchung/core'
import { canonicalPayload } from '../signature/canonical-payload.js'
import type { OpenedSignature } from '../signature/judge-signer.js'
import { type ApartTerms, type CoseParts, sigStructure, takeApart } from './cose-sign1.js'
import { type HeaderReading, readHeader } from './protected-header.js'

/** The checks of a COSE signature's form, and of the signature itself, in the order of the report. */
export const coseCheckIds = [
  'cose.form',
  'cose.header',
  'cose.canonical',
  'cose.signature',
] as const

/** One of the checks of a COSE signature. */
export type CoseCheck = Check<(typeof coseCheckIds)[number]>

/** A COSE signature taken apart, when it can be, and the checks so far. */
export interface Opening {
  readonly checks: readonly CoseCheck[]
  readonly opened?: OpenedSignature
}

function headerOf({ protectedHeader, unprotectedHeader }: CoseParts): HeaderReading {
  if (protectedHeader === undefined) return { refused: 'not-a-map' }
  if (unprotectedHeader.size > 0) return { refused: 'not-protected' }
  return readHeader(protectedHeader)
}

/** Takes a COSE signature of a facility apart. */
export function openCose(bytes: unknown, terms: ApartTerms): Opening {
  const parts = takeApart(bytes, terms)
  if ('refused' in parts) {
    const { refused } = parts
    const form = refused === 'no-payload' ? unknown : failed
    return { checks: [form('cose.form', refused)] }
  }
  const header = headerOf(parts)
  const read: CoseCheck =
    'refused' in header ? failed('cose.header', header.refused) : passed('cose.header')
  const payload = canonicalPayload(parts.payload)
  const canonical: CoseCheck =
    payload === undefined
      ? failed('cose.canonical', 'payload-not-canonical')
      : passed('cose.canonical')
  const checks = [passed('cose.form'), read, canonical] as const
  if ('refused' in header || payload === undefined) return { checks }
  const { signature } = parts
  const input = sigStructure(parts.protectedBytes, parts.payload)
  return { checks, opened: { header, payload: payload.value, signature, input } }
}
