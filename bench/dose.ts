/** One dose of an invented person, signed with a TEST key that is made for the run. */
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { trustedKeys } from '@tiemchung/certificates'
import { newCertificateId, vaccinationPayload } from '@tiemchung/certificates/issue'
import { softwareSigner } from '@tiemchung/signing'

export const at = new Date('2022-05-20T03:00:00Z')

export const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))
export const pkcs8 = new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' }))
export const keyId = new Uint8Array(createHash('sha256').update(spki).digest().subarray(0, 8))
export const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
export const trust = trustedKeys([{ keyId, key: spki, country: 'VN', usages: ['vaccination'] }])

export const payload = vaccinationPayload({
  familyName: 'Nguyễn',
  givenName: 'Thị Mẫu',
  birthDate: parsePartialDate('2014-09-02'),
  codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
  doseNumber: 2,
  courseDoses: 2,
  vaccinationDate: parseCivilDate('2022-05-20'),
  issuerName: 'TEST',
  certificateId: newCertificateId(),
})

/** The signer of the key. */
export function signerOfRun() {
  return softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain: [] })
}
