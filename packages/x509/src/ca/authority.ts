import { InputError } from '@tiemchung/core'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import type { RevocationReason, RevokedEntry } from '../crl/read-entry.js'
import { errorCatalogue } from './errors.js'
import {
  type CertificatePlan,
  checkValidity,
  makeCertificate,
  usageFlags,
  type Validity,
  wholeSeconds,
} from './make-certificate.js'
import { type CrlOptions, makeCrl } from './make-crl.js'
import { peculiar } from './peculiar.js'
import { checkProfile, profileExtensions, type UsageOptions, usageExtensions } from './profiles.js'
import type { KeyPair } from './signing-key.js'
import { distinguishedName, type SubjectName } from './subject-name.js'
import { cryptoOf, keyOf } from './host.js'
import { type CaWorld, type KeyHandle, systemWorld } from './world.js'

/** A certificate that an authority issued. */
export interface IssuedCertificate {
  /** In DER. */
  readonly certificate: Uint8Array
  /** Its serial number in lower-case hex, as `revoke` takes it. */
  readonly serial: string
}

/** What a certificate that an authority issues is to say. */
export interface IssueOptions extends UsageOptions {
  readonly subject: SubjectName
  /** A WebCrypto key, or a SubjectPublicKeyInfo in DER such as that of a request. */
  readonly publicKey: KeyHandle | Uint8Array
  readonly validity: Validity
}

/** What an authority is made from. */
export interface AuthorityOptions {
  readonly subject: SubjectName
  readonly keys: KeyPair
  readonly validity: Validity
  /** How many authorities may stand between this one and a signer. Default 1 for a root, else 0. */
  readonly pathLength?: number
  /** Object identifiers that signers below may carry. Default: any. */
  readonly extendedKeyUsage?: readonly string[]
}

/** An authority: a key, its certificate, and what it can make. */
export interface CertificateAuthority {
  /** In DER. */
  readonly certificate: Uint8Array
  readonly keys: KeyPair
  /** What was revoked so far; keep it, and give it to `authorityOf` after a restart. */
  readonly revoked: readonly RevokedEntry[]
  /**
   * A certificate for a signer, or for a timestamp authority or an OCSP responder by its profile.
   *
   * @throws InputError `x509.ca.subject`, `x509.ca.validity`, `x509.ca.key`, `x509.ca.profile`
   */
  issue(options: IssueOptions): Promise<IssuedCertificate>
  /**
   * An authority below this one.
   *
   * @throws InputError `x509.ca.path-length` and those of `issue`
   */
  issueAuthority(options: AuthorityOptions): Promise<CertificateAuthority>
  /**
   * Enters a serial number (hex) for the next revocation lists.
   *
   * @throws InputError `x509.ca.serial` when it is malformed or entered already
   */
  revoke(serial: string, at: Date, reason?: RevocationReason): void
  /**
   * A complete revocation list in DER of what was revoked by `thisUpdate`.
   *
   * @throws InputError `x509.ca.validity` when it would end before it begins
   */
  crl(options: CrlOptions): Promise<Uint8Array>
}

async function spkiOf(key: KeyHandle | Uint8Array, world: CaWorld): Promise<Uint8Array> {
  if (key instanceof Uint8Array) return key
  return new Uint8Array(await cryptoOf(world.crypto).subtle.exportKey('spki', keyOf(key)))
}

function authorityExtensions(pathLength: number, extendedKeyUsage: readonly string[] | undefined) {
  return [
    new peculiar.BasicConstraintsExtension(true, pathLength, true),
    new peculiar.KeyUsagesExtension(usageFlags(['keyCertSign', 'cRLSign']), true),
    ...usageExtensions(extendedKeyUsage),
  ]
}

async function authorityPlan(
  options: AuthorityOptions,
  pathLength: number,
  signer: KeyPair,
  issuer: Certificate | undefined,
  world: CaWorld,
): Promise<CertificatePlan> {
  const { subject, keys, validity, extendedKeyUsage } = options
  checkValidity(validity, issuer)
  return {
    subject: distinguishedName(subject),
    spki: await spkiOf(keys.publicKey, world),
    validity,
    extensions: authorityExtensions(pathLength, extendedKeyUsage),
    signer,
    issuer,
  }
}

/** Lower-case hex without leading zero octets, as certificates are read; never zero. */
function serialOf(text: string): string {
  const serial = text.toLowerCase().replace(/^0+(?=[0-9a-f])/, '')
  const even = serial.length % 2 === 0 ? serial : `0${serial}`
  if (!/^(?!00$)[0-9a-f]{2,40}$/.test(even)) throw new InputError(errorCatalogue, 'x509.ca.serial')
  return even
}

/** The serial numbers that an authority has revoked. */
function registerOf(before: readonly RevokedEntry[]) {
  const revoked = [...before]
  const serials = new Set(revoked.map(({ serialNumber }) => serialNumber))
  const revoke = (serial: string, at: Date, reason: RevocationReason = 'unspecified'): void => {
    const serialNumber = serialOf(serial)
    if (serials.has(serialNumber)) throw new InputError(errorCatalogue, 'x509.ca.serial')
    serials.add(serialNumber)
    revoked.push({ serialNumber, revocationDate: wholeSeconds(at), reason })
  }
  return { revoked, revoke }
}

/** An authority over a certificate and key that exist, with what it has revoked before. */
export function authorityOf(
  certificate: Uint8Array,
  keys: KeyPair,
  world: CaWorld = systemWorld(),
  revokedBefore: readonly RevokedEntry[] = [],
): CertificateAuthority {
  const own = readCertificate(certificate)
  const limit = own.extensions.basicConstraints?.pathLength
  const register = registerOf(revokedBefore)
  return {
    certificate,
    keys,
    ...register,
    issue: async (options) => {
      const { validity } = options
      checkValidity(validity, own)
      const subject = distinguishedName(options.subject)
      const spki = await spkiOf(options.publicKey, world)
      const extensions = profileExtensions(options)
      const plan = { subject, spki, validity, extensions, signer: keys, issuer: own }
      const made = await makeCertificate(plan, world)
      checkProfile(made, options.profile)
      return { certificate: made.der, serial: made.serialNumber }
    },
    issueAuthority: async (options) => {
      const { pathLength = 0 } = options
      if (limit !== undefined && pathLength >= limit) {
        throw new InputError(errorCatalogue, 'x509.ca.path-length')
      }
      const plan = await authorityPlan(options, pathLength, keys, own, world)
      return authorityOf((await makeCertificate(plan, world)).der, options.keys, world)
    },
    crl: (options) => {
      const due = register.revoked.filter((entry) => entry.revocationDate <= options.thisUpdate)
      return makeCrl(own, keys, due, options, world)
    },
  }
}

/**
 * Makes a root authority: a self-signed certificate over a pair of keys.
 *
 * It knows no trust store: that somebody made a root is no reason to believe it.
 *
 * @throws InputError `x509.ca.subject`, `x509.ca.validity`, `x509.ca.key`
 * @example
 * ```ts
 * import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
 * const root = await createAuthority({
 *   subject: { commonName: 'Test root', country: 'VN' },
 *   keys: await generateSigningKey('ES256'),
 *   validity: { notBefore: new Date('2022-01-01'), notAfter: new Date('2027-01-01') },
 * })
 * root.certificate.length > 0 // => true
 * ```
 */
export async function createAuthority(
  options: AuthorityOptions & { readonly world?: CaWorld },
): Promise<CertificateAuthority> {
  const { keys, pathLength = 1, world = systemWorld() } = options
  const plan = await authorityPlan(options, pathLength, keys, undefined, world)
  return authorityOf((await makeCertificate(plan, world)).der, keys, world)
}
