/** Health certificates: verifying and signing, against the signature alone and against peers. */
import { sign, verify } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { verifyCertificate } from '@tiemchung/certificates'
import { decodeBase45, decodeCertificate, encodeCbor } from '@tiemchung/certificates/envelope'
import { issueCertificate } from '@tiemchung/certificates/issue'
import type { Bench } from './bench.js'
import type { Runner } from './contest.js'
import { at, key, keyId, pair, payload, signerOfRun, trust } from './dose.js'
import { peer } from './peers.js'

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
  const signer = await signerOfRun()
  const { text } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const { bytes } = decodeCertificate(text)
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
  const signer = await signerOfRun()
  const data = Buffer.alloc(300, 1)
  const floor: Runner = {
    name: 'crypto.sign alone',
    run: () => sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }),
  }
  const { cose } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const compressing: Runner = {
    name: 'zlib level 9 alone',
    run: () => deflateSync(cose, { level: 9 }),
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
  return {
    ours: [floor, compressing, ours],
    peers: [{ name: 'cose-kit (signature only)', enter: coseKit }],
  }
}
