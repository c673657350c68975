/** One sound chain of test certificates, root to leaf, with any certificate's fields replaced. */
import {
  basicConstraints,
  extendedKeyUsage,
  type Fields,
  forge,
  integer,
  keyUsage,
  nameOf,
  type TestKey,
  testKey,
} from '../certificate/forge.fixture.js'
import { extendedKeyUsageOids } from '../certificate/oids.js'
import type { PathReport } from './path-report.js'
import { documentSigning } from './purpose.js'
import { type PathQuery, verifyPath } from './verify-path.js'

/** Test keys, made once for all tests of a file. */
export const rootKey: TestKey = testKey()
export const issuingKey: TestKey = testKey()
export const leafKey: TestKey = testKey()

/** An instant at which the chain holds. */
export const at = new Date('2022-06-15T00:00:00Z')

export const authorityExtensions = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')]
export const leafExtensions = [
  keyUsage('digitalSignature'),
  extendedKeyUsage(extendedKeyUsageOids.documentSigning),
]

export function root(fields: Partial<Fields> = {}): Uint8Array {
  const name = nameOf('TEST root')
  return forge({ subject: name, extensions: authorityExtensions, ...fields }, rootKey)
}

export function issuing(fields: Partial<Fields> = {}, signer: TestKey = rootKey): Uint8Array {
  const subject = nameOf('TEST issuing')
  const serial = integer(2)
  return forge(
    { subject, serial, key: issuingKey, extensions: authorityExtensions, ...fields },
    signer,
  )
}

export function leaf(fields: Partial<Fields> = {}, signer: TestKey = issuingKey): Uint8Array {
  const issuer = nameOf('TEST issuing')
  const serial = integer(3)
  return forge({ issuer, serial, key: leafKey, extensions: leafExtensions, ...fields }, signer)
}

/** Verifies the sound chain, with parts of the question replaced. */
export function verify(query: Partial<PathQuery> = {}): Promise<PathReport> {
  return verifyPath({
    leaf: leaf(),
    intermediates: [issuing()],
    anchors: [{ certificate: root() }],
    at,
    purpose: documentSigning,
    ...query,
  })
}

/** The checks that stand in the way, as `id reason subject`. */
export function open(report: PathReport): readonly string[] {
  return report.checks
    .filter((check) => check.status === 'failed' || check.status === 'unknown')
    .map((check) => [check.id, check.reason, check.subject].filter(Boolean).join(' '))
}
