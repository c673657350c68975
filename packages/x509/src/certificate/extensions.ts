/** The extensions of a certificate: every one kept raw, the known ones read, the rest named. */
import { ParseError } from '@tiemchung/core'
import { contentOf, type DerCursor, inside, refuse } from '../der/cursor.js'
import { readDefaultFalse, readOid, tags } from '../der/values.js'
import { errorCatalogue } from '../errors.js'
import {
  type BasicConstraints,
  type CertificatePolicies,
  type KeyUsage,
  type NameConstraints,
  type PolicyConstraints,
  type PolicyMapping,
  readAuthorityKeyId,
  readBasicConstraints,
  readExtendedKeyUsage,
  readInhibitAnyPolicy,
  readKeyUsage,
  readNameConstraints,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
  readSubjectAltName,
  readSubjectKeyId,
} from './extension-values.js'
import type { GeneralName } from './general-name.js'
import { extensionOids } from './oids.js'

/** One extension as it stands. */
export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** The content of the OCTET STRING. */
  readonly value: Uint8Array
}

/** The extensions of a certificate. What is absent is undefined. */
export interface CertificateExtensions {
  readonly all: readonly Extension[]
  readonly basicConstraints: BasicConstraints | undefined
  readonly keyUsage: readonly KeyUsage[] | undefined
  /** Object identifiers, in order. */
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly subjectKeyId: Uint8Array | undefined
  readonly authorityKeyId: Uint8Array | undefined
  readonly subjectAltName: readonly GeneralName[] | undefined
  readonly nameConstraints: NameConstraints | undefined
  readonly policyConstraints: PolicyConstraints | undefined
  readonly policies: CertificatePolicies | undefined
  readonly policyMappings: readonly PolicyMapping[] | undefined
  readonly inhibitAnyPolicy: number | undefined
  /** Object identifiers of critical extensions that this package does not process. */
  readonly unknownCritical: readonly string[]
}

const maximumExtensions = 64

/** Extensions that are processed. */
const understood: ReadonlySet<string> = new Set([
  extensionOids.basicConstraints,
  extensionOids.keyUsage,
  extensionOids.extendedKeyUsage,
  extensionOids.subjectKeyIdentifier,
  extensionOids.authorityKeyIdentifier,
  extensionOids.subjectAltName,
  extensionOids.nameConstraints,
  extensionOids.certificatePolicies,
  extensionOids.policyMappings,
  extensionOids.policyConstraints,
  extensionOids.inhibitAnyPolicy,
])

/** Reads `Extensions`, which is never empty and names each extension once (RFC 5280 4.2). */
export function readExtensionList(list: DerCursor): readonly Extension[] {
  const extensions: Extension[] = []
  do {
    const extension = list.enter(tags.sequence)
    const oid = readOid(extension.read(tags.oid))
    const critical = readDefaultFalse(extension.optional(tags.boolean))
    const value = contentOf(extension.read(tags.octetString))
    extension.finish()
    if (extensions.some((one) => one.oid === oid)) refuse('x509.certificate.extension-duplicate')
    extensions.push({ oid, critical, value })
    if (extensions.length > maximumExtensions) refuse('x509.der.size')
  } while (!list.done)
  return extensions
}

function readValue<Value>({ oid, value }: Extension, read: (value: Uint8Array) => Value): Value {
  try {
    return read(value)
  } catch (cause) {
    throw new ParseError(errorCatalogue, 'x509.certificate.extension', {
      path: ['extensions', oid],
      cause,
    })
  }
}

/** Reads the value of an extension, when it is there. */
export function valueOf<Value>(
  extensions: readonly Extension[],
  oid: string,
  read: (value: Uint8Array) => Value,
): Value | undefined {
  for (const extension of extensions) if (extension.oid === oid) return readValue(extension, read)
  return undefined
}

/** RFC 5280 section 4.2.1.4: critical policies must be understood with their qualifiers. */
function isUnknown({ oid }: Extension, policies: CertificatePolicies | undefined): boolean {
  if (oid === extensionOids.certificatePolicies) return policies?.unknownQualifier === true
  return !understood.has(oid)
}

/** The known extensions of a list. */
export function readCertificateExtensions(all: readonly Extension[]): CertificateExtensions {
  const policies = valueOf(all, extensionOids.certificatePolicies, readPolicies)
  return {
    all,
    basicConstraints: valueOf(all, extensionOids.basicConstraints, readBasicConstraints),
    keyUsage: valueOf(all, extensionOids.keyUsage, readKeyUsage),
    extendedKeyUsage: valueOf(all, extensionOids.extendedKeyUsage, readExtendedKeyUsage),
    subjectKeyId: valueOf(all, extensionOids.subjectKeyIdentifier, readSubjectKeyId),
    authorityKeyId: valueOf(all, extensionOids.authorityKeyIdentifier, readAuthorityKeyId),
    subjectAltName: valueOf(all, extensionOids.subjectAltName, readSubjectAltName),
    nameConstraints: valueOf(all, extensionOids.nameConstraints, readNameConstraints),
    policyConstraints: valueOf(all, extensionOids.policyConstraints, readPolicyConstraints),
    policies,
    policyMappings: valueOf(all, extensionOids.policyMappings, readPolicyMappings),
    inhibitAnyPolicy: valueOf(all, extensionOids.inhibitAnyPolicy, readInhibitAnyPolicy),
    unknownCritical: all
      .filter((one) => one.critical && isUnknown(one, policies))
      .map((one) => one.oid),
  }
}

/** Opens an explicitly tagged list of extensions and reads it to its end. */
export function readTaggedExtensions(outer: DerCursor): readonly Extension[] {
  const list = inside(outer.read(tags.sequence))
  outer.finish()
  return readExtensionList(list)
}
