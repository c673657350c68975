/** Which certificate a signer meant: ESSCertID (RFC 2634) and ESSCertIDv2 (RFC 5035), among what is signed. */
import { equalBytes } from '@tiemchung/core'
import type { HashName } from '@tiemchung/core/crypto'
import { readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { strongDigestOf } from '../certificate/digest-algorithm.js'
import { type GeneralName, readGeneralNames } from '../certificate/general-name.js'
import { namesMatch } from '../certificate/name.js'
import { type Certificate, readSerial } from '../certificate/read-certificate.js'
import { contentOf, type DerCursor, type DerElement, inside, refuse } from '../der/cursor.js'
import { readInteger, tags } from '../der/values.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
import { cmsOids } from './oids.js'
import { type Attribute, singleValue } from './read-attributes.js'

/** A certificate by its hash, and perhaps by its issuer and number. */
export interface CertificateReference {
  readonly hash: HashName
  readonly digest: Uint8Array
  readonly issuer: readonly GeneralName[] | undefined
  readonly serialNumber: string | undefined
}

function readReference(
  reference: DerCursor,
  hashOf: (reference: DerCursor) => HashName,
): CertificateReference {
  const hash = hashOf(reference)
  const digest = contentOf(reference.read(tags.octetString))
  const issuerSerial = reference.optional(tags.sequence)
  reference.finish()
  if (issuerSerial === undefined)
    return { hash, digest, issuer: undefined, serialNumber: undefined }
  const pair = inside(issuerSerial)
  const issuer = readGeneralNames(pair.read(tags.sequence))
  const serialNumber = readSerial(readInteger(pair.read(tags.integer)))
  pair.finish()
  return { hash, digest, issuer, serialNumber }
}

/** RFC 5035 section 4: SHA-256 unless named; it is named in practice too, and what is signed stands. */
function namedHash(reference: DerCursor): HashName {
  const algorithm = reference.optional(tags.sequence)
  if (algorithm === undefined) return 'SHA-256'
  return (
    strongDigestOf(readAlgorithmIdentifier(algorithm)) ?? refuse('x509.cms.signing-certificate')
  )
}

/** The first reference is the signer's; those behind it limit the path and are read over. */
function firstReference(
  value: DerElement,
  hashOf: (reference: DerCursor) => HashName,
): CertificateReference {
  const outer = inside(value)
  const list = outer.enter(tags.sequence)
  outer.optional(tags.sequence)
  outer.finish()
  return readReference(list.enter(tags.sequence), hashOf)
}

const forms: readonly (readonly [string, (reference: DerCursor) => HashName])[] = [
  [cmsOids.signingCertificate, () => 'SHA-1'],
  [cmsOids.signingCertificateV2, namedHash],
]

/**
 * The references to the signer's certificate among the signed attributes: none, one, or one of each form
 * (RFC 5816 section 2.2.1: then both count).
 *
 * @throws ParseError `x509.der.*`, `x509.cms.signing-certificate`, `x509.certificate.*`
 */
export function readSigningCertificates(
  attributes: readonly Attribute[],
): readonly CertificateReference[] {
  return forms.flatMap(([oid, hashOf]) => {
    if (!attributes.some((one) => one.oid === oid)) return []
    const value = singleValue(attributes, oid, tags.sequence)
    return [firstReference(value ?? refuse('x509.cms.signing-certificate'), hashOf)]
  })
}

/** Whether a certificate is the one that is meant. */
export async function isMeant(
  { hash, digest, issuer, serialNumber }: CertificateReference,
  certificate: Certificate,
  judge: SignatureJudge,
): Promise<boolean> {
  if (!equalBytes(digest, await judge.digest(hash, certificate.der))) return false
  if (serialNumber !== undefined && serialNumber !== certificate.serialNumber) return false
  return (
    issuer === undefined ||
    issuer.some((name) => name.type === 'directory' && namesMatch(name.value, certificate.issuer))
  )
}
