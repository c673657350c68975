/** Makes what the script needs, all invented: an authority, its lists, and four codes, three of them bad. */
import { webcrypto } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { revocationEntryFor } from '@tiemchung/certificates/revocation'
import {
  addDays,
  civilDateAt,
  formatInstant,
  parsePartialDate,
  toBase64,
  toPem,
} from '@tiemchung/core'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'

const day = 86_400_000
const now = new Date()
const validity = { notBefore: new Date(+now - day), notAfter: new Date(+now + 3650 * day) }

/** An authority, and a signer whose certificate it issued. */
async function makeCountry() {
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

async function issue({ signer }) {
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

const [vn, stranger] = [await makeCountry(), await makeCountry()]
const [sound, revoked, forged] = [await issue(vn), await issue(vn), await issue(stranger)]
const changed = sound.slice(0, 100) + (sound[100] === 'A' ? 'B' : 'A') + sound.slice(101)
const head = {
  version: '1',
  issuedAt: formatInstant(now),
  nextUpdate: formatInstant(new Date(+now + 7 * day)),
}
const [certificate] = vn.signer.chain
const items = [{ country: 'VN', certificate: toBase64(certificate) }]
const groups = [await revocationEntryFor(revoked)]
const files = {
  'csca.pem': toPem(vn.authority.certificate, 'CERTIFICATE'),
  'trust-list.json': JSON.stringify({ format: 'trust-list/1', ...head, items }, null, 2),
  'revocation-list.json': JSON.stringify({ format: 'revocation-list/1', ...head, groups }, null, 2),
  'codes.txt': `${[sound, changed, forged, revoked].join('\n')}\n`,
}
await mkdir('sample', { recursive: true })
for (const [name, content] of Object.entries(files)) await writeFile(`sample/${name}`, content)
