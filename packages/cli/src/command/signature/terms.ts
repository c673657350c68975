/** What signatures are judged by, as the options have it. */
import {
  parseSignerRegister,
  parseSigningPolicy,
  signingPolicy1815,
  type VerifySignatureOptions,
} from '@tiemchung/signing'
import { hardFail, issuerCache, readCertificate, readCrl, readOcspResponse } from '@tiemchung/x509'
import { instantOr, jsonOf } from '../../input.js'
import type { Io } from '../../io.js'
import { purposeOf } from '../x509/purpose.js'
import { optionDers } from '../x509/read-files.js'

/** The options that every command about signatures has. */
export interface TermOptions {
  /** Roots of signers' certificates. */
  readonly trust: readonly string[]
  readonly register?: string
  /** `1815`, or a file with a signing policy. */
  readonly policy?: string
  readonly at?: string
  readonly crl: readonly string[]
  readonly ocsp: readonly string[]
  readonly purpose: string
  /** Roots of authorities for timestamps. */
  readonly timestampAnchors: readonly string[]
}

/** Files that the options name, for which standard input may stand once. */
export const filesOfTerms = (options: TermOptions): readonly (string | undefined)[] => [
  ...options.trust,
  options.register,
  options.policy,
  ...options.crl,
  ...options.ocsp,
  ...options.timestampAnchors,
]

async function registerOf(io: Io, { register }: TermOptions) {
  if (register === undefined) return {}
  return { register: parseSignerRegister(await jsonOf(io, register, ['--register'])) }
}

async function policyOf(io: Io, { policy }: TermOptions) {
  if (policy === undefined) return {}
  if (policy === '1815') return { policy: signingPolicy1815 }
  return { policy: parseSigningPolicy(await jsonOf(io, policy, ['--policy'])) }
}

async function anchorsIn(io: Io, option: string, paths: readonly string[]) {
  const ders = await optionDers(io, option, paths, 'certificate', readCertificate)
  return ders.map((certificate) => ({ certificate }))
}

/** Asked for whenever there is a list or an answer: everything below the root must be shown not to be revoked. */
async function revocationOf(io: Io, { crl, ocsp }: TermOptions) {
  if (crl.length + ocsp.length === 0) return {}
  const crls = await optionDers(io, '--crl', crl, 'crl', (der) => readCrl(der))
  const responses = await optionDers(io, '--ocsp', ocsp, 'ocsp', readOcspResponse)
  return { revocation: { policy: hardFail, crls, ocsp: responses } }
}

/**
 * What the options ask for. What they do not name is not asked.
 *
 * @throws ParseError `cli.file`, `cli.json`, `cli.x509-kind`, `parse.pem`, `x509.*`, `signing.register`, `signing.policy`
 * @throws InputError `cli.use`
 */
export async function termsOf(io: Io, options: TermOptions): Promise<VerifySignatureOptions> {
  const { trust, timestampAnchors } = options
  const stamps = await anchorsIn(io, '--timestamp-anchors', timestampAnchors)
  return {
    anchors: await anchorsIn(io, '--trust', trust),
    at: instantOr(io, '--at', options.at),
    purpose: purposeOf(options.purpose),
    cache: issuerCache(),
    ...(await registerOf(io, options)),
    ...(await policyOf(io, options)),
    ...(await revocationOf(io, options)),
    ...(stamps.length === 0 ? {} : { timestamps: { anchors: stamps } }),
  }
}
