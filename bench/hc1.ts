/** Health certificates: verifying and signing, against the signature alone and against peers. */
import { sign, verify } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { verifyCertificate } from '@tiemchung/certificates'
import { decodeBase45, decodeCertificate, encodeCbor } from '@tiemchung/certificates/envelope'
import { issueCertificate } from '@tiemchung/certificates/issue'
import type { Bench } from './bench.js'
import type { Entrant, Runner } from './contest.js'
import { auth0Cose, coseKit } from './cose-peers.js'
import { dccUtils, dccUtilsWithPem, pathCheck, pathCheckSigner, type PemPair } from './dcc-peers.js'
import { at, key, keyId, pair, payload, signerOfRun, spki, trust } from './dose.js'

const known = { keyId, spki, webCrypto: { name: 'ECDSA', namedCurve: 'P-256' } }
const pems: PemPair = {
  publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }) as string,
  privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
}

function must(holds: boolean): void {
  if (!holds) throw new Error('does not hold')
}

const cosePeers = [
  ['cose-kit (signature only)', coseKit],
  ['@auth0/cose (signature only)', auth0Cose],
] as const

/** From the text to the payload, or to the one signature for those that know no text. */
function verifiers(text: string): readonly Entrant[] {
  const cose = () => new Uint8Array(inflateSync(decodeBase45(text.slice(4))))
  const certificates = [
    ['@pathcheck/dcc-sdk', () => pathCheck(known)],
    ['dcc-utils, key list', () => dccUtils(known)],
    ['dcc-utils, key in PEM', () => dccUtilsWithPem(pems.publicKey)],
  ] as const
  return [
    ...cosePeers.map(([name, load]) => ({
      name,
      enter: () => {
        const { verify: holds } = load()
        return async () => must(await holds(cose(), key))
      },
    })),
    ...certificates.map(([name, load]) => ({
      name,
      from: 'dcc' as const,
      enter: () => {
        const { verify: holds } = load()
        return async () => must(await holds(text))
      },
    })),
  ]
}

/** From the payload to the text, or the one signature for those that write no text. */
function signers(data: Uint8Array): readonly Entrant[] {
  const asked = { payload: data, algorithm: 'ES256', keyId, privateKey: pair.privateKey } as const
  return [
    ...cosePeers.map(([name, load]) => ({
      name,
      enter: () => {
        const { sign: signWith } = load()
        return () => signWith(asked)
      },
    })),
    {
      name: '@pathcheck/dcc-sdk',
      from: 'dcc',
      enter: () => {
        const issue = pathCheckSigner(pems)
        return () => issue(payload, 6, 'VN')
      },
    },
    {
      name: 'dcc-utils',
      from: 'dcc',
      enter: () => {
        throw new Error('it only verifies')
      },
    },
  ]
}

/** Text to report. The floor is the one signature check that nobody can do without. */
export async function verifying(): Promise<Bench> {
  const signer = await signerOfRun()
  const { text } = await issueCertificate(payload, { signer, issuedAt: at, keyId })
  const { bytes } = decodeCertificate(text)
  const signed = ['Signature1', bytes.protectedHeader, new Uint8Array(), bytes.payload]
  const input = encodeCbor(signed)
  const floor: Runner = {
    name: 'crypto.verify alone',
    run: () => {
      const given = { key, dsaEncoding: 'ieee-p1363' as const }
      must(verify('sha256', input, given, bytes.signature))
    },
  }
  const ours: Runner = {
    name: 'verifyCertificate, all checks',
    run: async () => {
      must((await verifyCertificate(text, { trust, at })).verdict === 'valid')
    },
  }
  return { ours: [floor, ours], peers: verifiers(text) }
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
  return { ours: [floor, compressing, ours], peers: signers(data) }
}
