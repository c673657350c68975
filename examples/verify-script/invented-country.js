/** A country for samples, all invented: an authority, and a signer whose certificate it issued. */
import { webcrypto } from 'node:crypto'
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { addDays, civilDateAt, parsePartialDate } from '@tiemchung/core'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'

const day = 86_400_000

/** The authority, and its signer. */
export async function makeCountry(now) {
  const validity = { notBefore: new Date(+now - day), notAfter: new Date(+now + 3650 * day) }
  const subject = { commonName: 'Invented CSCA', country: 'VN' }
  const keys = await generateSigningKey('ES256')
  const authority = await createAuthority({ subject, keys, validity })
  const signing = await generateSigningKey('ES256')
  const { certificate } = await authority.issue({
    subject: { commonName: 'Invented signer', country: 'VN' },
    publicKey: signing.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  const parameters = { name: 'ECDSA', hash: 'SHA-256' }
  const sign = async (data) =>
    new Uint8Array(await webcrypto.subtle.sign(parameters, signing.privateKey, data))
  return { authority, signer: { algorithm: 'ES256', chain: [certificate], sign } }
}

/** The text of a certificate that the country's signer gives to somebody who exists nowhere. */
export async function issue({ signer }, now) {
  const payload = vaccinationPayload({
    familyName: 'Nguyễn',
    givenName: 'Thị Mẫu',
    birthDate: parsePartialDate('2014-09-02'),
    codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
    doseNumber: 2,
    courseDoses: 2,
    vaccinationDate: addDays(civilDateAt(now), -30),
    issuerName: 'Invented issuer',
    certificateId: newCertificateId(),
  })
  return (await issueCertificate(payload, { signer, issuedAt: now })).text
}
