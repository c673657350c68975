/** Object identifiers that occur in almost every certificate, found by their octets without decoding. */
import { fromHex } from '@tiemchung/core'
import type { DerElement } from './cursor.js'
import { octetAt } from './octet.js'

interface Known {
  readonly octets: Uint8Array
  readonly text: string
}

/** Content octets in hex → dotted decimals. */
const table: readonly (readonly [string, string])[] = [
  ['550403', '2.5.4.3'],
  ['550405', '2.5.4.5'],
  ['550406', '2.5.4.6'],
  ['550407', '2.5.4.7'],
  ['550408', '2.5.4.8'],
  ['55040a', '2.5.4.10'],
  ['55040b', '2.5.4.11'],
  ['551d0e', '2.5.29.14'],
  ['551d0f', '2.5.29.15'],
  ['551d11', '2.5.29.17'],
  ['551d13', '2.5.29.19'],
  ['551d14', '2.5.29.20'],
  ['551d15', '2.5.29.21'],
  ['551d1f', '2.5.29.31'],
  ['551d20', '2.5.29.32'],
  ['551d23', '2.5.29.35'],
  ['551d25', '2.5.29.37'],
  ['2a8648ce3d040302', '1.2.840.10045.4.3.2'],
  ['2a8648ce3d040303', '1.2.840.10045.4.3.3'],
  ['2a864886f70d01010b', '1.2.840.113549.1.1.11'],
  ['2b06010505070101', '1.3.6.1.5.5.7.1.1'],
  ['2b06010505070324', '1.3.6.1.5.5.7.3.36'],
]

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at += 1) hash = (hash * 31 + octetAt(bytes, at)) | 0
  return hash
}

const byHash: ReadonlyMap<number, Known> = /* @__PURE__ */ new Map(
  table.map(([hex, text]) => {
    const octets = fromHex(hex)
    return [hashOf(octets, 0, octets.length), { octets, text }]
  }),
)

/** The dotted decimals of an identifier of the table; undefined for any other. */
export function knownOid({ bytes, body, end }: DerElement): string | undefined {
  const known = byHash.get(hashOf(bytes, body, end))
  if (known?.octets.length !== end - body) return undefined
  for (let at = body; at < end; at += 1) {
    if (bytes[at] !== known.octets[at - body]) return undefined
  }
  return known.text
}
