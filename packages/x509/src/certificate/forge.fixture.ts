/** Writes certificates and revocation lists octet by octet, right and wrong ones, signed for real. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { utf8 } from '@tiemchung/core'
import type { KeyUsage } from './extension-values.js'
import { keyUsages } from './extension-values.js'
import { writeElement, writeOid } from '../der/write.js'
import { extensionOids } from './oids.js'

/** The writer of the package, under the short names of tables. */
export const tlv = writeElement
export const oid = writeOid

export const bytes = (...octets: readonly number[]): Uint8Array => new Uint8Array(octets)
export const integer = (...octets: readonly number[]): Uint8Array => tlv(0x02, bytes(...octets))
export const truth = tlv(0x01, bytes(0xff))
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...parts)

/** A name of a country and a common name, each in the string type of this tag. */
export function nameOf(commonName: string, country = 'VN', tag = 0x0c): Uint8Array {
  const attribute = (type: string, text: string, kind: number) =>
    tlv(0x31, sequence(oid(type), tlv(kind, utf8(text))))
  if (commonName === '') return sequence()
  return sequence(attribute('2.5.4.6', country, 0x13), attribute('2.5.4.3', commonName, tag))
}

/** A time as certificates have it: two-digit years to 2049. */
export function timeOf(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '')
  const short = date.getUTCFullYear() < 2050
  return short ? tlv(0x17, utf8(digits.slice(2))) : tlv(0x18, utf8(digits))
}

/** An extension with its value in DER. */
export function extension(type: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(type), ...(critical ? [truth] : []), tlv(0x04, value))
}

export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const length = pathLength === undefined ? [] : [integer(pathLength)]
  return extension(
    extensionOids.basicConstraints,
    sequence(...(ca ? [truth] : []), ...length),
    true,
  )
}

export function keyUsage(...usages: readonly KeyUsage[]): Uint8Array {
  const bits = usages.reduce((all, usage) => all | (0x80 >> keyUsages.indexOf(usage)), 0)
  const unused = 31 - Math.clz32(bits & -bits)
  return extension(extensionOids.keyUsage, tlv(0x03, bytes(unused, bits)), true)
}

export function extendedKeyUsage(...usages: readonly string[]): Uint8Array {
  return extension(extensionOids.extendedKeyUsage, sequence(...usages.map(oid)))
}

export const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'))

/** A test key: its private half, and its SubjectPublicKeyInfo. */
export interface TestKey {
  readonly privateKey: KeyObject
  readonly spki: Uint8Array
}

export function testKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** A test key of RSA with this modulus. */
export function testRsaKey(modulusLength: number): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength })
  return { privateKey, spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })) }
}

/** `SEQUENCE { tbs, algorithm, signature, trailer }`, signed by ECDSA or RSA with SHA-256 (or another hash). */
export function signed(
  tbs: Uint8Array,
  signer: TestKey,
  algorithm = ecdsaWithSha256,
  hash = 'sha256',
  trailer = bytes(),
): Uint8Array {
  const signature = new Uint8Array(sign(hash, tbs, signer.privateKey))
  return sequence(tbs, algorithm, tlv(0x03, bytes(0), signature), trailer)
}

/** The fields of a certificate; each has a sound default. */
export interface Fields {
  readonly version: Uint8Array
  readonly serial: Uint8Array
  readonly innerAlgorithm: Uint8Array
  readonly outerAlgorithm: Uint8Array
  readonly hash: string
  readonly issuer: Uint8Array
  readonly notBefore: Uint8Array
  readonly notAfter: Uint8Array
  readonly subject: Uint8Array
  readonly key: Pick<TestKey, 'spki'>
  readonly extensions: readonly Uint8Array[]
  /** What follows the extensions in the signed part. */
  readonly trailer: Uint8Array
}

const version3 = tlv(0xa0, integer(2))

/** The part of a certificate that is signed, with these fields and this key unless they name another. */
export function toBeSigned(fields: Partial<Fields>, key: Pick<TestKey, 'spki'>): Uint8Array {
  const extensions = fields.extensions ?? []
  return sequence(
    fields.version ?? version3,
    fields.serial ?? integer(1),
    fields.innerAlgorithm ?? ecdsaWithSha256,
    fields.issuer ?? nameOf('TEST root'),
    sequence(
      fields.notBefore ?? timeOf(new Date('2022-01-01T00:00:00Z')),
      fields.notAfter ?? timeOf(new Date('2023-01-01T00:00:00Z')),
    ),
    fields.subject ?? nameOf('TEST leaf'),
    (fields.key ?? key).spki,
    extensions.length === 0 ? bytes() : tlv(0xa3, sequence(...extensions)),
    fields.trailer ?? bytes(),
  )
}

/** A certificate with these fields, signed by a key. */
export function forge(fields: Partial<Fields>, signer: TestKey): Uint8Array {
  const algorithm = fields.outerAlgorithm ?? fields.innerAlgorithm
  return signed(toBeSigned(fields, signer), signer, algorithm, fields.hash)
}

/** The fields of a revocation list. */
export interface CrlFields {
  readonly version: Uint8Array
  readonly issuer: Uint8Array
  readonly thisUpdate: Uint8Array
  readonly nextUpdate: Uint8Array
  readonly entries: readonly Uint8Array[]
  readonly extensions: readonly Uint8Array[]
  readonly innerAlgorithm: Uint8Array
  readonly outerAlgorithm: Uint8Array
  readonly hash: string
}

export const crlNumber = extension(extensionOids.crlNumber, integer(7))

export function crlEntry(serial: Uint8Array, ...extensions: readonly Uint8Array[]): Uint8Array {
  const revoked = timeOf(new Date('2022-03-01T00:00:00Z'))
  return sequence(serial, revoked, extensions.length === 0 ? bytes() : sequence(...extensions))
}

/** The part of a revocation list that is signed, with these fields. */
export function listToBeSigned(fields: Partial<CrlFields>): Uint8Array {
  const entries = fields.entries ?? []
  const extensions = fields.extensions ?? [crlNumber]
  return sequence(
    fields.version ?? integer(1),
    fields.innerAlgorithm ?? ecdsaWithSha256,
    fields.issuer ?? nameOf('TEST root'),
    fields.thisUpdate ?? timeOf(new Date('2022-06-01T00:00:00Z')),
    fields.nextUpdate ?? timeOf(new Date('2022-07-01T00:00:00Z')),
    entries.length === 0 ? bytes() : sequence(...entries),
    extensions.length === 0 ? bytes() : tlv(0xa0, sequence(...extensions)),
  )
}

/** A revocation list with these fields, signed by a key. */
export function forgeCrl(fields: Partial<CrlFields>, signer: TestKey): Uint8Array {
  const algorithm = fields.outerAlgorithm ?? fields.innerAlgorithm
  return signed(listToBeSigned(fields), signer, algorithm, fields.hash)
}
