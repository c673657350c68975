/** Signing a facility's day of 2,000 records: under one seal, and one JWS a record. */
import { canonicalBytes } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import {
  sealDay,
  type SealedRecord,
  type Signer,
  signRecords,
  softwareSigner,
  verifySealedRecords,
  verifyRecord,
} from '@tiemchung/signing'
import { extendedKeyUsageOids } from '@tiemchung/x509'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { date, facility, fullRecord } from 'tiemchung-fixtures/dose-record'
import type { Bench } from './bench.js'

/** Records of one facility's day. */
export const dayRecords = 2000
const rounds = 21
const at = new Date('2022-05-20T10:00:00Z')

/** A facility's test signer below a test root and issuer. */
async function facilityOfRun() {
  const validity = {
    notBefore: new Date('2022-01-01T00:00:00Z'),
    notAfter: new Date('2024-01-01T00:00:00Z'),
  }
  const named = async (commonName: string) => ({
    subject: { commonName, country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const root = await createAuthority(await named('TEST root'))
  const issuer = await root.issueAuthority(await named('TEST issuer'))
  const { subject, keys } = await named('TEST facility')
  const { certificate } = await issuer.issue({
    subject,
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: [extendedKeyUsageOids.documentSigning],
  })
  const chain = [certificate, issuer.certificate]
  const privateKey = { key: keys.privateKey }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain })
  return { signer, anchors: [{ certificate: root.certificate }] }
}

/** What a day is measured with. */
export async function dayOfRun() {
  const records = Array.from({ length: dayRecords }, (_, index) => fullRecord(index))
  const { signer, anchors } = await facilityOfRun()
  const day = { facility, date, records }
  return { records, signer, anchors, day, at }
}

const hashAll = (records: readonly DoseRecord[]) =>
  records.map((record) => systemCrypto.digest('SHA-256', canonicalBytes(record)))

const floor = (records: readonly DoseRecord[]) => ({
  name: `canonical JSON and SHA-256, × ${dayRecords}`,
  run: () => hashAll(records),
})

async function signAll(records: readonly DoseRecord[], signer: Signer) {
  const { signed } = await signRecords(records, signer, { at })
  if (signed.length !== dayRecords) throw new Error('not all signed')
  return signed
}

/** `sign`: a day of 2,000 records, to a seal with its proofs and to one JWS a record. */
export async function signing(): Promise<Bench> {
  const { records, signer, day } = await dayOfRun()
  return {
    rounds,
    ours: [
      floor(records),
      { name: 'sealDay', run: () => sealDay(day, signer, { at }) },
      { name: `signRecords, × ${dayRecords}`, run: () => signAll(records, signer) },
    ],
    peers: [],
  }
}

function allValid(reports: readonly { readonly verdict: string }[]): void {
  if (!reports.every(({ verdict }) => verdict === 'valid')) throw new Error('not all valid')
}

/** `sign-verify`: 2,000 records under one seal to 2,000 reports, and as many signed ones. */
export async function verifyingSigned(): Promise<Bench> {
  const { records, signer, anchors, day } = await dayOfRun()
  const { seal, proofs } = await sealDay(day, signer, { at })
  const items = records.flatMap((record, index): SealedRecord[] => {
    const proof = proofs[index]
    return proof === undefined ? [] : [{ record, proof }]
  })
  const signed = await signAll(records, signer)
  return {
    rounds,
    ours: [
      floor(records),
      {
        name: `verifySealedRecords, × ${dayRecords}`,
        run: async () => {
          const report = await verifySealedRecords(items, seal, { anchors })
          allValid(report.records)
        },
      },
      {
        name: `verifyRecord, × ${dayRecords}`,
        run: async () => {
          for (const one of signed) allValid([await verifyRecord(one, { anchors })])
        },
      },
    ],
    peers: [],
  }
}
