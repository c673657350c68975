/** What a file about trust is, told by its content and not by its name. */
import { fromBase64Url, fromPem, fromUtf8, isSdkError, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Where } from '../input.js'

/** A file about trust. */
export type TrustFile =
  /** Certificates, in DER. */
  | { readonly kind: 'certificates'; readonly ders: readonly Uint8Array[] }
  /** Public keys, in DER. */
  | { readonly kind: 'keys'; readonly ders: readonly Uint8Array[] }
  /** A document that somebody signed, as it came. */
  | { readonly kind: 'signed'; readonly type: string | undefined; readonly bytes: Uint8Array }
  | { readonly kind: 'trust-list' | 'gateway' | 'verifier' | 'did'; readonly document: unknown }
  | { readonly kind: 'revocation-list' | 'revocation-batches'; readonly document: unknown }

type Loose = Readonly<Record<string, unknown>>

const membersOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {}

/** First byte of every certificate in DER. */
const sequence = 0x30

const pemKinds = { CERTIFICATE: 'certificates', 'PUBLIC KEY': 'keys' } as const

function pemFile(text: string): TrustFile | undefined {
  for (const [label, kind] of Object.entries(pemKinds)) {
    if (text.includes(`-----BEGIN ${label}-----`)) return { kind, ders: fromPem(text, label) }
  }
  return undefined
}

/** The type that a signed document states; whether that is so, only its signature tells. */
function statedType(head: unknown): string | undefined {
  try {
    const { typ } = membersOf(JSON.parse(fromUtf8(fromBase64Url(String(head)))))
    return typeof typ === 'string' ? typ : undefined
  } catch {
    return undefined
  }
}

function listKind(items: readonly unknown[]): 'gateway' | 'did' | 'revocation-batches' {
  const first = membersOf(items[0])
  if (Array.isArray(first['verificationMethod'])) return 'did'
  return 'hashType' in first ? 'revocation-batches' : 'gateway'
}

function jsonFile(document: unknown, bytes: Uint8Array): TrustFile {
  if (Array.isArray(document)) return { kind: listKind(document), document }
  const members = membersOf(document)
  if ('protected' in members && 'signature' in members) {
    return { kind: 'signed', type: statedType(members['protected']), bytes }
  }
  if ('verificationMethod' in members) return { kind: 'did', document: [document] }
  if ('certificates' in members && 'status' in members) return { kind: 'verifier', document }
  const isRevocation = members['format'] === 'revocation-list/1' || 'hashType' in members
  if (members['format'] === 'revocation-list/1') return { kind: 'revocation-list', document }
  return isRevocation
    ? { kind: 'revocation-batches', document: [document] }
    : { kind: 'trust-list', document }
}

/**
 * What a file about trust holds. Nothing of it is believed yet.
 *
 * @throws ParseError `cli.json`, `parse.pem`
 */
export function readTrustFile(bytes: Uint8Array, where: Where): TrustFile {
  if (bytes[0] === sequence) return { kind: 'certificates', ders: [bytes] }
  try {
    const text = fromUtf8(bytes).replace(/^\uFEFF/, '')
    return pemFile(text) ?? jsonFile(JSON.parse(text), bytes)
  } catch (cause) {
    if (isSdkError(cause) && cause.code === 'parse.pem') throw cause
    throw new ParseError(errorCatalogue, 'cli.json', { path: where, cause })
  }
}
