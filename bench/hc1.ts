/** Health certificates: verifying and signing, against the signature alone and against peers. */
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { trustedKeys, verifyCertificate } from '@tiemchung/certificates'
import { decodeBase45, decodeCertificate, encodeCbor } from '@tiemchung/certificates/envelope'
import {
  issueCertificate,
  newCertificateId,
  vaccinationPayload,
} from '@tiemchung/certificates/issue'
import { softwareSigner } from '@tiemchung/signing'
import type { Bench } from './bench.js'
import type { Runner } from './contest.js'
import { peer } from './peers.js'

const at = new Date('2022-05-20T03:00:00Z')

/** A TEST key pair, made for the run. */
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }))
const pkcs8 = new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' }))
const keyId = new Uint8Array(createHash('sha256').update(spki).digest().subarray(0, 8))

const payload = vaccinationPayload({
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

interface CoseKit {
  readonly coseVerify: (cose: Uint8Array, key: unknown) => Promise<{ readonly isValid: boolean }>
  readonly coseSign: (
    protectedHeader: { readonly alg: string },
    unprotectedHeader: object,
    payload: Uint8Array,
    key: unknown,
  ) => Promise<Uint8Array>
}

/** Text to report. The floor is the one signature check that nobody can do without. */
export async function verifying(): Promise<Bench> {
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain: [] })
  const { text } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const { bytes } = decodeCertificate(text)
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const trust = trustedKeys([{ keyId, key: spki, country: 'VN', usages: ['vaccination'] }])
  const cose = () => inflateSync(decodeBase45(text.slice(4)))
  const signed = ['Signature1', bytes.protectedHeader, new Uint8Array(), bytes.payload]
  const input = encodeCbor(signed)
  const floor: Runner = {
    name: 'crypto.verify alone',
    run: () => {
      const given = { key, dsaEncoding: 'ieee-p1363' as const }
      if (!verify('sha256', input, given, bytes.signature)) throw new Error('does not hold')
    },
  }
  const ours: Runner = {
    name: 'verifyCertificate, all checks',
    run: async () => {
      const report = await verifyCertificate(text, { trust, at })
      if (report.verdict !== 'valid') throw new Error('not valid')
    },
  }
  const coseKit = () => {
    const { coseVerify } = peer<CoseKit>('cose-kit')
    return async () => {
      const { isValid } = await coseVerify(new Uint8Array(cose()), key)
      if (!isValid) throw new Error('does not hold')
    }
  }
  return { ours: [floor, ours], peers: [{ name: 'cose-kit (signature only)', enter: coseKit }] }
}

/** Payload to text. The floor is the one signature. */
export async function signing(): Promise<Bench> {
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain: [] })
  const data = Buffer.alloc(300, 1)
  const floor: Runner = {
    name: 'crypto.sign alone',
    run: () => sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }),
  }
  const ours: Runner = {
    name: 'issueCertificate, checked by policy',
    run: () => issueCertificate(payload, { signer, issuedAt: at, keyId }),
  }
  const coseKit = () => {
    const { coseSign } = peer<CoseKit>('cose-kit')
    const key = pair.privateKey
    return () => coseSign({ alg: 'ES256' }, {}, data, key)
  }
  return { ours: [floor, ours], peers: [{ name: 'cose-kit (signature only)', enter: coseKit }] }
}
