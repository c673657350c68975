import { equalBytes, fromHex, toHex } from '@tiemchung/core'
import {
  CborFloat,
  CborSimple,
  CborTag,
  type CborValue,
  decodeCbor,
  encodeCbor,
} from '@tiemchung/core/cbor'
import { judge, type Suite } from '../suite.js'

interface Case {
  readonly hex: string
  readonly roundtrip: boolean
  readonly decoded?: unknown
  readonly diagnostic?: string
}

/** Tags 2 and 3: a bignum (RFC 8949 section 3.4.3), as the nearest number, as JSON has it. */
function bignum({ tag, value }: CborTag): number | undefined {
  if (!(value instanceof Uint8Array) || (tag !== 2 && tag !== 3)) return undefined
  const magnitude = Number(BigInt(`0x0${toHex(value)}`))
  return tag === 2 ? magnitude : -1 - magnitude
}

/**
 * RFC 7049 wrote simple(24) as f8 18; RFC 8949 section 3.3 makes two-byte simple values below 32 not
 * well-formed. A reader of today refuses them.
 */
const isOutdated = (hex: string): boolean => /^f8[01]/.test(hex)

/** Strings in chunks are marked to be written again, lists and maps are not: we write definite lengths only. */
const isChunked = (hex: string): boolean => /^[57]f/.test(hex)

/** A value as plain JSON, where it has one. */
function plain(value: CborValue): unknown {
  if (value instanceof CborFloat) return value.value
  if (value instanceof CborTag) return bignum(value) ?? value
  if (Array.isArray(value)) return (value as readonly CborValue[]).map(plain)
  if (value instanceof Map) {
    return Object.fromEntries(
      [...(value as ReadonlyMap<unknown, CborValue>)].map(([key, inner]) => [
        String(key),
        plain(inner),
      ]),
    )
  }
  return value
}

/** A value in the diagnostic notation of RFC 8949 section 8. */
function diagnostic(value: CborValue): string {
  if (value === undefined) return 'undefined'
  if (value instanceof CborFloat) return String(value.value)
  if (value instanceof CborSimple) return `simple(${value.value})`
  if (value instanceof Uint8Array) return `h'${toHex(value)}'`
  if (value instanceof CborTag) return `${value.tag}(${diagnostic(value.value)})`
  if (Array.isArray(value)) return `[${(value as readonly CborValue[]).map(diagnostic).join(', ')}]`
  if (value instanceof Map) {
    const pairs = [...(value as ReadonlyMap<CborValue, CborValue>)]
    return `{${pairs.map(([key, inner]) => `${diagnostic(key)}: ${diagnostic(inner)}`).join(', ')}}`
  }
  if (value === null || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? JSON.stringify(value) : Number(value).toString()
}

/** Chunks of an indefinite string in one: what a decoder makes of `(_ h'0102', h'0304')`. */
const joined = (text: string): string =>
  text.replace(/^\(_ (.*)\)$/, (_, chunks: string) =>
    chunks.includes("h'")
      ? `h'${[...chunks.matchAll(/h'([0-9a-f]*)'/g)].map((match) => match[1]).join('')}'`
      : JSON.stringify([...chunks.matchAll(/"([^"]*)"/g)].map((match) => match[1]).join('')),
  )

function same(decoded: CborValue, one: Case): boolean {
  if (one.diagnostic !== undefined) return diagnostic(decoded) === joined(one.diagnostic)
  if (typeof decoded === 'bigint') return Number(decoded) === one.decoded
  return JSON.stringify(plain(decoded)) === JSON.stringify(one.decoded)
}

/** RFC 8949 appendix A: every example decodes to what it says, and is written again where it is canonical. */
export const cbor: Suite = {
  name: 'cbor',
  folder: 'cbor-vectors',
  files: /^[^/]+\.json$/,
  *judge({ id, value }) {
    const one = value as Case
    yield judge(id, !isOutdated(one.hex), () => {
      const bytes = fromHex(one.hex)
      const decoded = decodeCbor(bytes, { indefiniteLengths: true, longForms: true })
      const again = one.roundtrip && !isChunked(one.hex)
      const written = !again || equalBytes(encodeCbor(decoded), bytes)
      return same(decoded, one) && written
    })
  },
}
