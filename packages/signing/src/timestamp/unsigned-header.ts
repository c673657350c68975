/**
 * The unprotected header of JAdES: `etsiU` (ETSI TS 119 182-1 clause 5.3.1) with `sigTst` (clause 5.3.4), the
 * timestamps over the signature.
 */
import { fromBase64, fromBase64Url, fromUtf8, toBase64, toBase64Url, utf8 } from '@tiemchung/core'
import { uniqueObject } from '../jws/unique-members.js'

/** What an unprotected header holds, or why it is refused. */
export type UnsignedReading =
  | {
      /** RFC 3161 tokens in DER. */
      readonly tokens: readonly Uint8Array[]
      /** Names of members of `etsiU` other than `sigTst`, in order. */
      readonly others: readonly string[]
    }
  | { readonly refused: string }

type Loose = Readonly<Record<string, unknown>>

/** More tokens are not met and cost a verifier. */
const mostTokens = 4

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One member of `etsiU`: in Base64url, or in clear. */
function elementOf(element: unknown): Loose | undefined {
  if (isObject(element)) return element
  if (typeof element !== 'string') return undefined
  try {
    return uniqueObject(fromUtf8(fromBase64Url(element)))
  } catch {
    return undefined
  }
}

function tokenOf(token: unknown): Uint8Array | undefined {
  if (!isObject(token)) return undefined
  const { val, ...more } = token
  if (typeof val !== 'string' || Object.keys(more).length > 0) return undefined
  try {
    return fromBase64(val)
  } catch {
    return undefined
  }
}

/** The tokens of a `tstContainer` that says nothing but them: no canonicalisation, no other encoding. */
function tokensOf(container: unknown): readonly Uint8Array[] | undefined {
  if (!isObject(container)) return undefined
  const { tstTokens, ...more } = container
  if (!Array.isArray(tstTokens) || Object.keys(more).length > 0) return undefined
  const tokens = tstTokens.map(tokenOf).filter((one) => one !== undefined)
  const sound = tokens.length === tstTokens.length && tokens.length > 0
  return sound && tokens.length <= mostTokens ? tokens : undefined
}

/**
 * Reads an unprotected header. The members of `etsiU` are either all in Base64url or all in clear, each an
 * object with one member; `sigTst` may be there once.
 */
export function readUnsignedHeader(header: Loose): UnsignedReading {
  const { etsiU, ...beside } = header
  if (Object.keys(beside).length > 0) return { refused: 'unknown-member' }
  if (!Array.isArray(etsiU) || etsiU.length === 0) return { refused: 'etsiU' }
  const kinds = new Set(etsiU.map((one) => typeof one))
  const elements = etsiU.map(elementOf)
  if (kinds.size !== 1 || elements.some((one) => one === undefined)) return { refused: 'etsiU' }
  const members = elements.flatMap((one) => [Object.entries(one ?? {})])
  if (members.some((entries) => entries.length !== 1)) return { refused: 'etsiU' }
  const entries = members.flat()
  const stamps = entries.filter(([name]) => name === 'sigTst')
  if (stamps.length > 1) return { refused: 'sigTst-twice' }
  const tokens = stamps.length === 0 ? [] : tokensOf(stamps[0]?.[1])
  if (tokens === undefined) return { refused: 'sigTst' }
  return { tokens, others: entries.map(([name]) => name).filter((name) => name !== 'sigTst') }
}

/** The unprotected header that holds one timestamp token. */
export function writeUnsignedHeader(token: Uint8Array): { etsiU: string[] } {
  const member = JSON.stringify({ sigTst: { tstTokens: [{ val: toBase64(token) }] } })
  return { etsiU: [toBase64Url(utf8(member))] }
}
