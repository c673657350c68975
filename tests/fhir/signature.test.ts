/** A signature that goes through FHIR is still the facility's: it is over the record, and the record comes back. */
import { recordFromFhir, recordToFhir } from '@tiemchung/schemas/fhir'
import { signRecord, softwareSigner, verifyRecord } from '@tiemchung/signing'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRecord } from './record.fixture.js'

const at = new Date('2026-05-20T09:30:00Z')
const validity = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-01-01T00:00:00Z'),
}

/** A facility's TEST key and the root above it, made for this run. */
async function testSigner() {
  const root = await createAuthority({
    subject: { commonName: 'TEST root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await root.issue({
    subject: { commonName: 'TEST facility', country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
  })
  const pkcs8 = await exportPrivateKey(keys)
  const key = { privateKey: { pkcs8 }, algorithm: 'ES256', chain: [certificate] } as const
  return { signer: await softwareSigner(key), anchors: [{ certificate: root.certificate }] }
}

/** A signed record out as FHIR, through JSON, and back. */
async function throughFhir(change: (text: string, lot: string) => string) {
  const [record] = fc.sample(anyRecord, { numRuns: 1, seed: 7 })
  if (record === undefined) throw new Error('no record')
  const { signer, anchors } = await testSigner()
  const signed = await signRecord(record, signer, { at })
  const signature = { jws: signed.jws, at: at.toISOString() }
  const { bundle } = recordToFhir(record, { profile: 'vn-core', signature })
  const text = change(JSON.stringify(bundle), JSON.stringify(record.dose.lot))
  const jws = recordFromFhir(JSON.parse(text)).signature?.jws ?? ''
  const report = await verifyRecord({ ...signed, jws }, { anchors, at })
  return { sent: signed.jws, jws, report }
}

describe('a signed record through FHIR', () => {
  test('has the same signature, and it is valid', async () => {
    const { sent, jws, report } = await throughFhir((text) => text)
    expect(jws).toBe(sent)
    expect(report.verdict).toBe('valid')
  })
  test('with another lot on the way is not valid', async () => {
    const { jws, report } = await throughFhir((text, lot) => text.replace(lot, '"OTHER"'))
    expect(jws).not.toBe('')
    expect(report.verdict).toBe('invalid')
  })
})
