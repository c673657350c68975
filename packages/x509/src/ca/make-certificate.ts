import { octetAt } from '../der/octet.js'
import { InputError, toHex } from '@tiemchung/core'
import type { KeyUsage } from '../certificate/extension-values.js'
import { keyUsages } from '../certificate/extension-values.js'
import { publicKeyBits } from '../certificate/public-key-bits.js'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import { errorCatalogue } from './errors.js'
import { keyRefusal } from '../signature/allow-list.js'
import { peculiar } from './peculiar.js'
import { isSignedBy, mustEqual, readBack, refuseMade } from './read-back.js'
import { type KeyPair, signingParameters } from './signing-key.js'
import { cryptoOf, keyOf } from './host.js'
import type { CaWorld } from './world.js'

/** From when to when, both included; parts of a second are cut off. */
export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** A certificate to be made. */
export interface CertificatePlan {
  readonly subject: InstanceType<typeof peculiar.Name>
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
  readonly validity: Validity
  readonly extensions: readonly InstanceType<typeof peculiar.Extension>[]
  readonly signer: KeyPair
  /** The certificate of the signer; undefined for a self-signed one. */
  readonly issuer: Certificate | undefined
}

/** The flags of key usages, as @peculiar/x509 numbers them: by their bits. */
export function usageFlags(usages: readonly KeyUsage[]): number {
  return usages.reduce((flags, usage) => flags | (1 << keyUsages.indexOf(usage)), 0)
}

/** Whole seconds, as certificates have them. */
export function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}

/** A positive serial number of 16 octets with 126 random bits (RFC 5280 section 4.1.2.2). */
function newSerial(world: CaWorld): string {
  const bytes = world.random.bytes(16)
  bytes[0] = (octetAt(bytes, 0) & 0x7f) | 0x40
  return toHex(bytes)
}

/** RFC 7093 section 2, method 1: the leftmost 160 bits of the SHA-256 of the public key's bits. */
async function keyIdentifier(spki: Uint8Array, world: CaWorld): Promise<string> {
  const bits = publicKeyBits(spki).slice()
  const digest = await cryptoOf(world.crypto).subtle.digest('SHA-256', bits)
  return toHex(new Uint8Array(digest, 0, 20))
}

/** The extension that names the authority's key, when its certificate names it. */
export function authorityKeyExtensions(
  issuer: Certificate | undefined,
): readonly InstanceType<typeof peculiar.Extension>[] {
  const keyId = issuer?.extensions.subjectKeyId
  return keyId === undefined
    ? []
    : [new peculiar.AuthorityKeyIdentifierExtension(toHex(keyId), false)]
}

/** Refuses a validity that is empty or leaves that of the issuer. */
export function checkValidity({ notBefore, notAfter }: Validity, within?: Validity): void {
  const sound =
    notBefore.getTime() <= notAfter.getTime() &&
    (within === undefined ||
      (within.notBefore.getTime() <= notBefore.getTime() &&
        wholeSeconds(notAfter).getTime() <= within.notAfter.getTime()))
  if (!sound) throw new InputError(errorCatalogue, 'x509.ca.validity')
}

async function check(made: Certificate, plan: CertificatePlan, world: CaWorld): Promise<void> {
  mustEqual(made.spki, plan.spki)
  mustEqual(made.issuer.raw, plan.issuer?.subject.raw ?? made.subject.raw)
  const { notBefore, notAfter } = plan.validity
  const dates =
    made.notBefore.getTime() === wholeSeconds(notBefore).getTime() &&
    made.notAfter.getTime() === wholeSeconds(notAfter).getTime()
  const signed = await isSignedBy(made, plan.issuer?.spki ?? plan.spki, world)
  if (!dates || !signed || made.extensions.unknownCritical.length > 0) refuseMade()
}

/**
 * Makes a certificate and reads it back.
 *
 * @throws InputError `x509.ca.key`, `x509.ca.made`
 */
export async function makeCertificate(plan: CertificatePlan, world: CaWorld): Promise<Certificate> {
  const { subject, spki, validity, signer, issuer } = plan
  if (keyRefusal(spki) !== undefined) throw new InputError(errorCatalogue, 'x509.ca.key')
  const made = await peculiar.X509CertificateGenerator.create(
    {
      serialNumber: newSerial(world),
      subject,
      // The issuer's name as its certificate has it, never rebuilt from text.
      issuer: issuer === undefined ? subject : new peculiar.Name(issuer.subject.raw.slice()),
      notBefore: wholeSeconds(validity.notBefore),
      notAfter: wholeSeconds(validity.notAfter),
      publicKey: spki.slice(),
      signingKey: keyOf(signer.privateKey),
      signingAlgorithm: signingParameters(signer.algorithm),
      extensions: [
        ...plan.extensions,
        new peculiar.SubjectKeyIdentifierExtension(await keyIdentifier(spki, world), false),
        ...authorityKeyExtensions(issuer),
      ],
    },
    cryptoOf(world.crypto),
  )
  const certificate = readBack(new Uint8Array(made.rawData), readCertificate)
  await check(certificate, plan, world)
  return certificate
}
