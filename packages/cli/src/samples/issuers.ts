/** Authorities and signers for samples. Their keys live as long as the command runs, and are kept nowhere. */
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { addDays, civilDateAt, parsePartialDate } from '@tiemchung/core'
import { softwareSigner } from '@tiemchung/signing'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'

/** Somebody who signs health certificates, below an authority of their own. */
export interface SampleIssuer {
  readonly anchor: Uint8Array
  readonly certificate: Uint8Array
  /** A certificate of somebody who exists nowhere. */
  issue(issuedAt: Date): Promise<string>
}

const year = 365 * 86_400_000
const code = { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' } as const

function payloadOn(issuedAt: Date) {
  return vaccinationPayload({
    familyName: 'Nguyễn',
    givenName: 'Văn Mẫu',
    birthDate: parsePartialDate('2014-09-02'),
    codes: code,
    doseNumber: 2,
    courseDoses: 2,
    vaccinationDate: addDays(civilDateAt(issuedAt), -14),
    issuerName: 'TEST',
    certificateId: newCertificateId(),
  })
}

/** Makes an authority and a signer, valid from two years before to ten years after an instant. */
export async function startIssuer(name: string, at: Date): Promise<SampleIssuer> {
  const validity = {
    notBefore: new Date(at.getTime() - 3 * year),
    notAfter: new Date(at.getTime() + 10 * year),
  }
  const authority = await createAuthority({
    subject: { commonName: `TEST CSCA ${name}`, country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
    pathLength: 0,
  })
  const pair = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await authority.issue({
    subject: { commonName: `TEST DSC ${name}`, country: 'VN' },
    publicKey: pair.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  const privateKey = { pkcs8: await exportPrivateKey(pair) }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [certificate] })
  const issue = async (issuedAt: Date) =>
    (await issueCertificate(payloadOn(issuedAt), { signer, issuedAt })).text
  return { anchor: authority.certificate, certificate, issue }
}
