/** Test chains and records: invented people, keys made for the test. */
import { parseUuid } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import {
  authorityOf,
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
  type SubjectName,
  type Validity,
} from '@tiemchung/x509/ca'
import { date, facility, testRecord } from 'tiemchung-fixtures/dose-record'
import { softwareSigner } from './signer/software-signer.js'

/** The instant at which the test's records are signed. */
export const signedAt = new Date('2022-05-20T09:30:00Z')

export { date, facility, testRecord }

const usualValidity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}

/** What a test's chain may differ in. */
export interface ChainTerms {
  readonly subject?: SubjectName
  readonly validity?: Validity
}

/** A facility's key, its chain and the root above it. */
export async function testChain(
  extendedKeyUsage: readonly string[] = ['1.3.6.1.5.5.7.3.36'],
  algorithm: SignatureAlgorithm = 'ES256',
  { subject, validity = usualValidity }: ChainTerms = {},
) {
  const root = await createAuthority({
    subject: { commonName: 'TEST root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const middle = await root.issueAuthority({
    subject: { commonName: 'TEST issuer', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey(algorithm, { extractable: true, modulusLength: 2048 })
  const issued = await middle.issue({
    subject: subject ?? { commonName: 'TEST facility', country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage,
  })
  const pkcs8 = await exportPrivateKey(keys)
  const chain = [issued.certificate, middle.certificate]
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
  const lists = (thisUpdate: Date) =>
    Promise.all([root, middle].map((one) => one.crl({ thisUpdate, nextUpdate: validity.notAfter })))
  const revoke = async (at: Date) => {
    middle.revoke(issued.serial, at)
    return lists(at)
  }
  /** Lists that say since when the key is held to be lost, beside when it was revoked. */
  const lostSince = async (invalidSince: Date, revocationDate: Date) => {
    const reason = 'keyCompromise' as const
    const entry = { serialNumber: issued.serial, revocationDate, reason, invalidSince }
    const again = authorityOf(middle.certificate, middle.keys, undefined, [entry])
    const terms = { thisUpdate: revocationDate, nextUpdate: validity.notAfter }
    return Promise.all([root, again].map((one) => one.crl(terms)))
  }
  return {
    signer,
    pkcs8,
    keys,
    chain,
    anchors: [{ certificate: root.certificate }],
    lists,
    revoke,
    lostSince,
  }
}

/** A chain with its key and anchors. */
export type TestChain = Awaited<ReturnType<typeof testChain>>

/** An amendment of a record, entered at an instant. */
export function testAmendment(index: number, enteredAt: string): DoseRecord {
  const amended = testRecord(index)
  return {
    ...amended,
    id: parseUuid(`aaaad590-e014-5128-a6eb-${String(index).padStart(12, '0')}`),
    enteredAt,
    amends: {
      recordId: amended.id,
      firstRecordId: amended.id,
      hash: '0'.repeat(64),
      reason: 'entry-error',
    },
  }
}

/** The id of the first check of a report that did not pass, and how. */
export function firstOpen(report: {
  readonly checks: readonly {
    readonly id: string
    readonly status: string
    readonly reason?: string
  }[]
}): string | undefined {
  const open = report.checks.find(({ status }) => status === 'failed' || status === 'unknown')
  return open === undefined ? undefined : `${open.id} ${open.status} ${open.reason ?? ''}`
}

/** The code of the SDK error that a promise ends in. */
export async function codeOf(promise: Promise<unknown>): Promise<string | undefined> {
  try {
    await promise
    return undefined
  } catch (caught) {
    return (caught as { readonly code?: string }).code
  }
}
