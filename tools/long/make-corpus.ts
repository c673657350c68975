/**
 * Makes `corpus.json` anew. Not a part of any run: a new corpus makes every case another one.
 * `node --conditions=@tiemchung/source --import tsx tools/long/make-corpus.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCivilDate, parsePartialDate, toBase64 } from '@tiemchung/core'
import type { SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
import { encodeCertificate, prepareCertificate } from '@tiemchung/certificates/envelope'
import { vaccinationPayload } from '@tiemchung/certificates/issue'
import { sealDay, signRecords, softwareSigner } from '@tiemchung/signing'
import { keyIdOf, readCertificate } from '@tiemchung/x509'
import {
  createAuthority,
  createRequest,
  exportPrivateKey,
  generateSigningKey,
} from '@tiemchung/x509/ca'
import type { Corpus } from './corpus.js'
import { recordDate, recordFacility, recordNumber } from './record.js'

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}
const listed = { thisUpdate: new Date('2022-06-01T00:00:00Z'), nextUpdate: validity.notAfter }
const seconds = (text: string) => Date.parse(text) / 1000
const documentSigning = '1.3.6.1.5.5.7.3.36'

type Authority = Awaited<ReturnType<typeof createAuthority>>

const authority = async (commonName: string) =>
  createAuthority({
    subject: { commonName, country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })

async function signerUnder(
  issuer: Authority,
  algorithm: SignatureAlgorithm,
  above: readonly Uint8Array[],
  usage?: readonly string[],
) {
  const keys = await generateSigningKey(algorithm, { extractable: true, modulusLength: 2048 })
  const issued = await issuer.issue({
    subject: { commonName: `TEST signer ${algorithm}`, country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    ...(usage === undefined ? {} : { extendedKeyUsage: usage }),
  })
  const pkcs8 = await exportPrivateKey(keys)
  const chain = [issued.certificate, ...above]
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
  return { issued, signer }
}

async function healthCertificate(signer: Signer, certificate: Uint8Array, number: 1 | 2) {
  const keyId = await keyIdOf(certificate)
  const payload = vaccinationPayload({
    familyName: 'Nguyễn',
    givenName: 'Thị Mẫu Thử',
    birthDate: parsePartialDate('2014-09-02'),
    codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
    doseNumber: number,
    courseDoses: 2,
    vaccinationDate: parseCivilDate('2022-05-20'),
    issuerName: 'Cục Y tế dự phòng',
    certificateId: 'URN:UVCI:01:VN:0123456789ABCDEF0123456789ABCDEF',
  })
  const unsigned = prepareCertificate({
    algorithm: signer.algorithm === 'PS256' ? -37 : -7,
    keyId,
    issuer: 'VN',
    issuedAt: seconds('2022-06-01T00:00:00Z'),
    expiresAt: seconds('2023-06-01T00:00:00Z'),
    payload: payload as never,
  })
  const { text } = encodeCertificate(unsigned, await signer.sign(unsigned.toBeSigned))
  return {
    text,
    keyId: toBase64(keyId),
    spki: toBase64(readCertificate(certificate).spki),
    certificate: toBase64(certificate),
  }
}

async function healthCertificates(): Promise<Pick<Corpus, 'certificates' | 'country'>> {
  const country = await authority('TEST country')
  const es = await signerUnder(country, 'ES256', [])
  const ps = await signerUnder(country, 'PS256', [])
  return {
    certificates: await Promise.all([
      healthCertificate(es.signer, es.issued.certificate, 1),
      healthCertificate(es.signer, es.issued.certificate, 2),
      healthCertificate(ps.signer, ps.issued.certificate, 2),
    ]),
    country: toBase64(country.certificate),
  }
}

async function chains() {
  const root = await authority('TEST root')
  const middle = await root.issueAuthority({
    subject: { commonName: 'TEST issuer', country: 'VN' },
    keys: await generateSigningKey('ES384'),
    validity,
  })
  const above = [middle.certificate]
  const good = await signerUnder(middle, 'ES256', above, [documentSigning])
  const bad = await signerUnder(middle, 'ES256', above, [documentSigning])
  middle.revoke(bad.issued.serial, new Date('2022-05-01T00:00:00Z'), 'keyCompromise')
  const keys = await generateSigningKey('ES256')
  const request = await createRequest({ subject: { commonName: 'TEST request' }, keys })
  return { root, middle, good, bad, request, above }
}

async function made(): Promise<Corpus> {
  const { root, middle, good, bad, request, above } = await chains()
  const rsa = await signerUnder(middle, 'PS256', above, [documentSigning])
  const at = new Date('2022-05-20T09:30:00Z')
  const records = Array.from({ length: 5 }, (_, index) => recordNumber(index))
  const byCurve = await signRecords(records.slice(0, 2), good.signer, { at })
  const byRsa = await signRecords(records.slice(0, 1), rsa.signer, { at })
  const day = await sealDay({ facility: recordFacility, date: recordDate, records }, good.signer, {
    at,
  })
  return {
    ...(await healthCertificates()),
    x509: {
      leaf: toBase64(good.issued.certificate),
      middle: toBase64(middle.certificate),
      root: toBase64(root.certificate),
      revokedLeaf: toBase64(bad.issued.certificate),
      crls: [toBase64(await root.crl(listed)), toBase64(await middle.crl(listed))],
      request: toBase64(request),
    },
    signing: {
      root: toBase64(root.certificate),
      records: [...byCurve.signed, ...byRsa.signed],
      seal: day.seal,
      sealed: records.flatMap((record, index) => {
        const proof = day.proofs[index]
        return proof === undefined ? [] : [{ record, proof }]
      }),
    },
  }
}

writeFileSync(
  join(import.meta.dirname, 'corpus.json'),
  `${JSON.stringify(await made(), undefined, 2)}\n`,
)
