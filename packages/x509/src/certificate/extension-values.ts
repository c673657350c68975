/** The values of the extensions that a path depends on, each read to its last octet. */
import { contentOf, type DerCursor, inside, onlyElement, refuse } from '../der/cursor.js'
import {
  readDefaultFalse,
  readNamedBits,
  readOid,
  readSmallInteger,
  readUnsigned,
  tags,
} from '../der/values.js'
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.js'

/** Key usages in the order of their bits (RFC 5280 section 4.2.1.3). */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** What a key may be used for. */
export type KeyUsage = (typeof keyUsages)[number]

/** Whether a certificate is an authority's, and how many may follow below it. */
export interface BasicConstraints {
  readonly ca: boolean
  readonly pathLength?: number
}

/** Which names may appear below an authority (RFC 5280 section 4.2.1.10). */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

/** After how many certificates an explicit policy is needed or mapping ends. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number
  readonly inhibitPolicyMapping?: number
}

/** A policy of the issuer that is as good as one of the subject (RFC 5280 section 4.2.1.5). */
export interface PolicyMapping {
  readonly issuerDomain: string
  readonly subjectDomain: string
}

/** The policies that a certificate names. */
export interface CertificatePolicies {
  /** Object identifiers, in order. */
  readonly identifiers: readonly string[]
  /** Whether a policy is qualified in a way that is not understood. */
  readonly unknownQualifier: boolean
}

function open(value: Uint8Array): DerCursor {
  return inside(onlyElement(value, tags.sequence, value.length))
}

export function readBasicConstraints(value: Uint8Array): BasicConstraints {
  const cursor = open(value)
  const ca = readDefaultFalse(cursor.optional(tags.boolean))
  const length = cursor.optional(tags.integer)
  cursor.finish()
  return length === undefined ? { ca } : { ca, pathLength: readSmallInteger(length) }
}

export function readKeyUsage(value: Uint8Array): readonly KeyUsage[] {
  const bits = readNamedBits(onlyElement(value, tags.bitString, value.length), keyUsages)
  // RFC 5280 section 4.2.1.3: at least one of the bits MUST be set.
  return bits.length === 0 ? refuse('x509.certificate.extension') : bits
}

export function readExtendedKeyUsage(value: Uint8Array): readonly string[] {
  const cursor = open(value)
  const usages: string[] = []
  do usages.push(readOid(cursor.read(tags.oid)))
  while (!cursor.done)
  return usages
}

export function readSubjectKeyId(value: Uint8Array): Uint8Array {
  return contentOf(onlyElement(value, tags.octetString, value.length))
}

/** The key identifier of an authority key identifier, when it names one. */
export function readAuthorityKeyId(value: Uint8Array): Uint8Array | undefined {
  const cursor = open(value)
  const keyId = cursor.optional(0x80)
  const issuer = cursor.optional(0xa1)
  if (issuer !== undefined) readGeneralNames(issuer)
  const serial = cursor.optional(0x82)
  cursor.finish()
  if ((issuer === undefined) !== (serial === undefined)) refuse('x509.certificate.extension')
  return keyId === undefined ? undefined : contentOf(keyId)
}

export function readSubjectAltName(value: Uint8Array): readonly GeneralName[] {
  return readGeneralNames(onlyElement(value, tags.sequence, value.length))
}

function readSubtrees(cursor: DerCursor, tag: number): readonly GeneralName[] {
  const list = cursor.optional(tag)
  if (list === undefined) return []
  const subtrees = inside(list)
  const names: GeneralName[] = []
  do {
    const subtree = subtrees.enter(tags.sequence)
    names.push(readGeneralName(subtree.any()))
    // RFC 5280 section 4.2.1.10: minimum is zero, by default, and maximum is absent.
    subtree.finish()
  } while (!subtrees.done)
  return names
}

export function readNameConstraints(value: Uint8Array): NameConstraints {
  const cursor = open(value)
  if (cursor.done) refuse('x509.certificate.extension')
  const permitted = readSubtrees(cursor, 0xa0)
  const excluded = readSubtrees(cursor, 0xa1)
  cursor.finish()
  return { permitted, excluded }
}

export function readPolicyConstraints(value: Uint8Array): PolicyConstraints {
  const cursor = open(value)
  if (cursor.done) refuse('x509.certificate.extension')
  const explicit = cursor.optional(0x80)
  const mapping = cursor.optional(0x81)
  cursor.finish()
  return {
    ...(explicit === undefined ? {} : { requireExplicitPolicy: readSmallInteger(explicit) }),
    ...(mapping === undefined ? {} : { inhibitPolicyMapping: readSmallInteger(mapping) }),
  }
}

/** Qualifiers that are understood: a pointer to a practice statement, and a notice to the user. */
const knownQualifiers: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2'])

/** Certificate policies (RFC 5280 section 4.2.1.4): their identifiers, each once. */
export function readPolicies(value: Uint8Array): CertificatePolicies {
  const cursor = open(value)
  const identifiers: string[] = []
  let unknownQualifier = false
  do {
    const policy = cursor.enter(tags.sequence)
    identifiers.push(readOid(policy.read(tags.oid)))
    const list = policy.optional(tags.sequence)
    policy.finish()
    if (list === undefined) continue
    const qualifiers = inside(list)
    do {
      const qualifier = qualifiers.enter(tags.sequence)
      unknownQualifier ||= !knownQualifiers.has(readOid(qualifier.read(tags.oid)))
      qualifier.any()
      qualifier.finish()
    } while (!qualifiers.done)
  } while (!cursor.done)
  if (new Set(identifiers).size !== identifiers.length) refuse('x509.certificate.extension')
  return { identifiers, unknownQualifier }
}

/** Policy mappings (RFC 5280 section 4.2.1.5): never empty. */
export function readPolicyMappings(value: Uint8Array): readonly PolicyMapping[] {
  const cursor = open(value)
  const mappings: PolicyMapping[] = []
  do {
    const pair = cursor.enter(tags.sequence)
    const issuerDomain = readOid(pair.read(tags.oid))
    const subjectDomain = readOid(pair.read(tags.oid))
    pair.finish()
    mappings.push({ issuerDomain, subjectDomain })
  } while (!cursor.done)
  return mappings
}

/** After how many certificates any-policy counts for nothing (RFC 5280 section 4.2.1.14). */
export function readInhibitAnyPolicy(value: Uint8Array): number {
  return readSmallInteger(onlyElement(value, tags.integer, value.length))
}

/** A CRL number: what counts is that it is one. */
export function readCrlNumber(value: Uint8Array): Uint8Array {
  return readUnsigned(onlyElement(value, tags.integer, value.length))
}
