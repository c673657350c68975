/** One verification of a made certificate: everything sound unless a case says otherwise. */
import type { Check } from '@tiemchung/core'
import type { CborValue } from '@tiemchung/core/cbor'
import { cborOf } from '../envelope/json.js'
import {
  ecSigner,
  type Parts,
  rsaSigner,
  samplePayload,
  type TestSigner,
  textOf,
  trustIn,
  within,
} from '../test-kit.js'
import type { CertificateCheckId } from './check-ids.js'
import type { VerifyOptions } from './context.js'
import type { VerificationReport } from './report.js'
import type { TrustedKey } from './trust/trusted-key.js'
import { trustedKeys } from './trust/trusted-keys.js'
import { verifyCertificate } from './verify-certificate.js'

/** The signer of every case, unless it names another. */
export const signer = ecSigner()
export const other = ecSigner()
export const p384 = ecSigner('P-384')
export const rsa = rsaSigner()
export const rsa1024 = rsaSigner(1024)

/** The payload of a dose, as CBOR. */
export const payload = () => cborOf(samplePayload() as never) as Map<string, CborValue>
/** Its one entry. */
export const entry = () =>
  (payload().get('v') as readonly Map<string, CborValue>[])[0] as Map<string, CborValue>
/** The instant of seconds since 1970. */
export const seconds = (time: number) => new Date(time * 1000)

/** What a case differs in. */
export interface Case extends Partial<Omit<VerifyOptions, 'trust'>> {
  readonly parts?: Partial<Parts>
  readonly text?: string
  readonly signer?: TestSigner
  readonly key?: Partial<TrustedKey>
  readonly keys?: readonly TrustedKey[]
}

/** Verifies the certificate of a case. */
export function verify(given: Case = {}): Promise<VerificationReport> {
  const { parts, text, signer: by = signer, key, keys, ...options } = given
  return verifyCertificate(text ?? textOf({ signer: by, ...parts }), {
    trust: trustedKeys(keys ?? [trustIn(by, key)]),
    at: within,
    ...options,
  })
}

/** One check of a report. */
export function checkOf(report: VerificationReport, id: CertificateCheckId): Check {
  return report.checks.find((check) => check.id === id) as Check
}

/** The usual protected header with changes. */
export function withHeader(
  changes: readonly (readonly [number, CborValue])[],
): Map<number, CborValue> {
  return new Map<number, CborValue>([[1, -7], [4, signer.keyId], ...changes])
}
