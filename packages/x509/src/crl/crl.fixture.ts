/** Lists of the sound test chain, and the extensions that say what they cover. */
import { utf8 } from '@tiemchung/core'
import {
  bytes,
  type CrlFields,
  crlNumber,
  extension,
  forgeCrl,
  integer,
  nameOf,
  oid,
  sequence,
  tlv,
} from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'
import { issuingKey, rootKey } from '../path/chain.fixture.js'

export const reason = (code: number): Uint8Array =>
  extension(extensionOids.reasonCode, tlv(0x0a, bytes(code)))
export const rootList = (fields: Partial<CrlFields> = {}): Uint8Array => forgeCrl(fields, rootKey)
/** A list of the issuing authority. */
export const list = (fields: Partial<CrlFields> = {}): Uint8Array =>
  forgeCrl({ issuer: nameOf('TEST issuing'), ...fields }, issuingKey)

export const uri = (text: string): Uint8Array => tlv(0x86, utf8(text))
export const directory = (name: Uint8Array): Uint8Array => tlv(0xa4, name)

/** DistributionPointName in its explicit tag: names in full. */
export const fullName = (...names: readonly Uint8Array[]): Uint8Array =>
  tlv(0xa0, tlv(0xa0, ...names))
/** The same: a common name that follows the issuer's name. */
export const relativeName = (commonName: string): Uint8Array =>
  tlv(0xa0, tlv(0xa1, sequence(oid('2.5.4.3'), tlv(0x0c, utf8(commonName)))))

/** ReasonFlags by their bits. */
export function flags(tag: number, ...bits: readonly number[]): Uint8Array {
  const all = bits.reduce((value, bit) => value | (0x8000 >> bit), 0)
  const octets = (all & 0xff) === 0 ? [all >> 8] : [all >> 8, all & 0xff]
  const last = octets[octets.length - 1] ?? 0
  return tlv(tag, bytes(31 - Math.clz32(last & -last), ...octets))
}

const yes = (tag: number) => tlv(tag, bytes(0xff))
export const onlyEndEntities = yes(0x81)
export const onlyAuthorities = yes(0x82)
export const indirect = yes(0x84)
export const onlyAttributes = yes(0x85)

/** The extensions of a list that covers this. */
export const scope = (...parts: readonly Uint8Array[]): readonly Uint8Array[] => [
  crlNumber,
  extension(extensionOids.issuingDistributionPoint, sequence(...parts), true),
]

/** The distribution points of a certificate. */
export const points = (...each: readonly (readonly Uint8Array[])[]): Uint8Array =>
  extension(
    extensionOids.crlDistributionPoints,
    sequence(...each.map((parts) => sequence(...parts))),
  )
export const crlIssuer = (...names: readonly Uint8Array[]): Uint8Array => tlv(0xa2, ...names)

export const numbered = (number: number): Uint8Array =>
  extension(extensionOids.crlNumber, integer(number))
export const since = (base: number): Uint8Array =>
  extension(extensionOids.deltaCrlIndicator, integer(base), true)

/** An entry extension: who issued this certificate and the ones that follow. */
export const certificateIssuer = (...names: readonly Uint8Array[]): Uint8Array =>
  extension(extensionOids.certificateIssuer, sequence(...names), true)
