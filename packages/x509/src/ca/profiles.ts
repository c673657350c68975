/** What the certificates of an authority are for, as their extensions say it. */
import { InputError } from '@tiemchung/core'
import type { KeyUsage } from '../certificate/extension-values.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { errorCatalogue } from './errors.js'
import { usageFlags } from './make-certificate.js'
import { peculiar } from './peculiar.js'
import { refuseMade } from './read-back.js'

/** `signer` signs documents; the others serve: a timestamp authority, a delegated OCSP responder. */
export type CertificateProfile = 'signer' | 'time-stamping' | 'ocsp-signing'

/** The usages that a signer is to have; the other profiles have theirs fixed. */
export interface UsageOptions {
  /** Default `signer`. */
  readonly profile?: CertificateProfile
  /** Default `digitalSignature`. For `signer` only. */
  readonly keyUsage?: readonly KeyUsage[]
  /** Object identifiers. Default: none, which leaves the use open. For `signer` only. */
  readonly extendedKeyUsage?: readonly string[]
}

type MadeExtension = InstanceType<typeof peculiar.Extension>

/** An extended key usage that is asked for by usage alone, and left out when it is not. */
export function usageExtensions(usages: readonly string[] | undefined): readonly MadeExtension[] {
  return usages === undefined ? [] : [new peculiar.ExtendedKeyUsageExtension([...usages])]
}

const derNull = new Uint8Array([5, 0])

/** RFC 3161 section 2.3: the usage alone and critical. RFC 6960 section 4.2.2.2.1: good while it lives. */
const served: Readonly<
  Record<Exclude<CertificateProfile, 'signer'>, () => readonly MadeExtension[]>
> = {
  'time-stamping': () => [
    new peculiar.ExtendedKeyUsageExtension([extendedKeyUsageOids.timeStamping], true),
  ],
  'ocsp-signing': () => [
    new peculiar.ExtendedKeyUsageExtension([extendedKeyUsageOids.ocspSigning]),
    new peculiar.Extension(extensionOids.ocspNoCheck, false, derNull.slice()),
  ],
}

/**
 * The extensions of a certificate by its profile.
 *
 * @throws InputError `x509.ca.profile` when usages are asked for that the profile fixes
 */
export function profileExtensions(options: UsageOptions): readonly MadeExtension[] {
  const { profile = 'signer', keyUsage, extendedKeyUsage } = options
  const fixed = profile !== 'signer'
  if (fixed && (keyUsage !== undefined || extendedKeyUsage !== undefined)) {
    throw new InputError(errorCatalogue, 'x509.ca.profile')
  }
  return [
    new peculiar.BasicConstraintsExtension(false, undefined, true),
    new peculiar.KeyUsagesExtension(usageFlags(keyUsage ?? ['digitalSignature']), true),
    ...(fixed ? served[profile]() : usageExtensions(extendedKeyUsage)),
  ]
}

/**
 * Refuses to hand out a certificate that does not say what its profile is for.
 *
 * @throws InputError `x509.ca.made`
 */
export function checkProfile(
  { extensions }: Certificate,
  profile: CertificateProfile = 'signer',
): void {
  if (profile === 'signer') return
  const stamping = profile === 'time-stamping'
  const usage = stamping ? extendedKeyUsageOids.timeStamping : extendedKeyUsageOids.ocspSigning
  const [own, ...others] = extensions.extendedKeyUsage ?? []
  const marked = extensions.all.some(({ oid, critical }) =>
    stamping
      ? oid === extensionOids.extendedKeyUsage && critical
      : oid === extensionOids.ocspNoCheck,
  )
  if (own !== usage || others.length > 0 || !marked) refuseMade()
}
