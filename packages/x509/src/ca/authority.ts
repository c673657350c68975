import { InputError, toHex } from '@tiemchung/core'
import { readCertificate } from '../certificate/read-certificate.js'
import type { KeyUsage } from '../certificate/extension-values.js'
import { errorCatalogue } from '../errors.js'
import { peculiar } from './peculiar.js'
import { type KeyPair, keyParameters } from './signing-key.js'
import { type CaWorld, systemWorld } from './world.js'

/** Who a certificate is for. */
export interface SubjectName {
  readonly commonName: string
  readonly organization?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

/** From when to when, both included, to the second. */
export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** A certificate and the key that it is about. */
export interface IssuedCertificate {
  readonly certificate: Uint8Array
  /** Its serial number in hex. */
  readonly serial: string
}

/** What a certificate that an authority issues is to say. */
export interface IssueOptions {
  readonly subject: SubjectName
  readonly publicKey: CryptoKey
  readonly validity: Validity
  readonly keyUsage?: readonly KeyUsage[]
  /** Object identifiers. */
  readonly extendedKeyUsage?: readonly string[]
}

/** An authority: a key, its certificate, and what it can make. */
export interface CertificateAuthority {
  readonly certificate: Uint8Array
  readonly keys: KeyPair
  /** A certificate for a signer. */
  issue(options: IssueOptions): Promise<IssuedCertificate>
  /** A certificate for an authority below this one. */
  issueAuthority(options: {
    readonly subject: SubjectName
    readonly keys: KeyPair
    readonly validity: Validity
    readonly pathLength?: number
  }): Promise<CertificateAuthority>
}

/** What an authority is made from. */
export interface AuthorityOptions {
  readonly subject: SubjectName
  readonly keys: KeyPair
  readonly validity: Validity
  /** How many authorities may stand between this one and a signer. Default 1. */
  readonly pathLength?: number
  readonly world?: CaWorld
}

const usageBits: Readonly<Record<KeyUsage, number>> = {
  digitalSignature: 1,
  nonRepudiation: 2,
  keyEncipherment: 4,
  dataEncipherment: 8,
  keyAgreement: 16,
  keyCertSign: 32,
  cRLSign: 64,
  encipherOnly: 128,
  decipherOnly: 256,
}

function nameOf({ commonName, organization, country }: SubjectName): string {
  const wrong = commonName.trim() === '' || (country !== undefined && !/^[A-Z]{2}$/.test(country))
  if (wrong) throw new InputError(errorCatalogue, 'x509.ca.subject')
  const escape = (text: string) => text.replace(/([\\",+<>;=#])/g, '\\$1')
  return [
    `CN=${escape(commonName)}`,
    ...(organization === undefined ? [] : [`O=${escape(organization)}`]),
    ...(country === undefined ? [] : [`C=${country}`]),
  ].join(', ')
}

/** A positive serial of 16 random octets (RFC 5280 section 4.1.2.2). */
function newSerial(world: CaWorld): string {
  const bytes = world.random.bytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return toHex(bytes)
}

const usageFlags = (usages: readonly KeyUsage[]): number =>
  usages.reduce((flags, usage) => flags | usageBits[usage], 0)

interface Made {
  readonly subject: SubjectName
  readonly issuer: string
  readonly publicKey: CryptoKey
  readonly signer: KeyPair
  readonly issuerCertificate: Uint8Array | undefined
  readonly validity: Validity
  readonly extensions: readonly InstanceType<typeof peculiar.Extension>[]
}

function checkValidity({ notBefore, notAfter }: Validity, within?: Validity): void {
  const sound =
    notBefore.getTime() < notAfter.getTime() &&
    (within === undefined ||
      (within.notBefore.getTime() <= notBefore.getTime() &&
        notAfter.getTime() <= within.notAfter.getTime()))
  if (!sound) throw new InputError(errorCatalogue, 'x509.ca.validity')
}

/** Makes a certificate, and reads it back strictly before anybody gets it. */
async function make(world: CaWorld, made: Made): Promise<IssuedCertificate> {
  const { crypto } = world
  const serial = newSerial(world)
  const keyIdentifier = await peculiar.SubjectKeyIdentifierExtension.create(
    made.publicKey,
    false,
    crypto,
  )
  const issuer =
    made.issuerCertificate && new peculiar.X509Certificate(made.issuerCertificate.slice())
  const authorityKey =
    issuer &&
    (await peculiar.AuthorityKeyIdentifierExtension.create(issuer.publicKey, false, crypto))
  const certificate = await peculiar.X509CertificateGenerator.create(
    {
      serialNumber: serial,
      subject: nameOf(made.subject),
      issuer: issuer?.subject ?? made.issuer,
      notBefore: made.validity.notBefore,
      notAfter: made.validity.notAfter,
      publicKey: made.publicKey,
      signingKey: made.signer.privateKey,
      signingAlgorithm: keyParameters(made.signer.algorithm),
      extensions: [
        ...made.extensions,
        keyIdentifier,
        ...(authorityKey === undefined ? [] : [authorityKey]),
      ],
    },
    crypto,
  )
  const der = new Uint8Array(certificate.rawData)
  try {
    readCertificate(der)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'x509.ca.made', { cause })
  }
  return { certificate: der, serial }
}

const authorityExtensions = (pathLength: number) => [
  new peculiar.BasicConstraintsExtension(true, pathLength, true),
  new peculiar.KeyUsagesExtension(usageFlags(['keyCertSign', 'cRLSign']), true),
]

function signerExtensions({ keyUsage, extendedKeyUsage }: IssueOptions) {
  return [
    new peculiar.BasicConstraintsExtension(false, undefined, true),
    new peculiar.KeyUsagesExtension(usageFlags(keyUsage ?? ['digitalSignature']), true),
    ...(extendedKeyUsage === undefined
      ? []
      : [new peculiar.ExtendedKeyUsageExtension([...extendedKeyUsage])]),
  ]
}

/** An authority over a certificate and key that exist. */
export function authorityOf(
  certificate: Uint8Array,
  keys: KeyPair,
  world: CaWorld = systemWorld(),
): CertificateAuthority {
  const own = readCertificate(certificate)
  const limit = own.extensions.basicConstraints?.pathLength
  const base = { issuer: '', signer: keys, issuerCertificate: certificate }
  return {
    certificate,
    keys,
    issue: async (options) => {
      checkValidity(options.validity, own)
      const { subject, publicKey, validity } = options
      const extensions = signerExtensions(options)
      return make(world, { ...base, subject, publicKey, validity, extensions })
    },
    issueAuthority: async ({ subject, keys: below, validity, pathLength = 0 }) => {
      if (limit !== undefined && pathLength >= limit) {
        throw new InputError(errorCatalogue, 'x509.ca.path-length')
      }
      checkValidity(validity, own)
      const extensions = authorityExtensions(pathLength)
      const { publicKey } = below
      const made = await make(world, { ...base, subject, publicKey, validity, extensions })
      return authorityOf(made.certificate, below, world)
    },
  }
}

/**
 * Makes a root authority: a self-signed certificate over a pair of keys.
 *
 * It knows no trust store: that somebody made a root is no reason to believe it.
 *
 * @throws InputError `x509.ca.subject`, `x509.ca.validity`
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
export async function createAuthority(options: AuthorityOptions): Promise<CertificateAuthority> {
  const { subject, keys, validity, pathLength = 1, world = systemWorld() } = options
  checkValidity(validity)
  const made = await make(world, {
    subject,
    issuer: nameOf(subject),
    publicKey: keys.publicKey,
    signer: keys,
    issuerCertificate: undefined,
    validity,
    extensions: authorityExtensions(pathLength),
  })
  return authorityOf(made.certificate, keys, world)
}
