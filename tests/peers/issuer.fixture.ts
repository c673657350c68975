/** An issuer of invented people's certificates, with a TEST key that is made for the run. */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { trustedKeys, verifyCertificate } from '@tiemchung/certificates'
import { decodeCertificate, encodeBase45 } from '@tiemchung/certificates/envelope'
import { issueCertificate } from '@tiemchung/certificates/issue'
import { softwareSigner } from '@tiemchung/signing'
import type { Algorithm } from '../../bench/cose-peers.js'
import type { KnownKey, PemPair } from '../../bench/dcc-peers.js'
import { at, payload } from '../../bench/dose.js'

/** How WebCrypto calls the key of an algorithm. */
const webCrypto = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
}

function pairFor(algorithm: Algorithm) {
  return algorithm === 'ES256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** An issuer, with its key in every form that somebody asks for. */
export interface Issuer {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  readonly known: KnownKey
  readonly pems: PemPair
  /** What we issue with the key. */
  readonly issue: () => Promise<{ readonly text: string; readonly cose: Uint8Array }>
}

/** An hour after the certificate says that it was issued. */
function soonAfter(text: string): Date {
  const { issuedAt = 0 } = decodeCertificate(text).unverified
  return new Date((issuedAt + 3600) * 1000)
}

/** What we say of a text an hour after its issue, trusting a key. */
export function judge(text: string, { keyId, spki: key }: Pick<KnownKey, 'keyId' | 'spki'>) {
  const trust = trustedKeys([{ keyId, key, country: 'VN', usages: ['vaccination'] }])
  return verifyCertificate(text, { trust, at: soonAfter(text) })
}

/** A new issuer. */
export async function issuerOf(algorithm: Algorithm): Promise<Issuer> {
  const { publicKey, privateKey } = pairFor(algorithm)
  const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
  const pkcs8 = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }))
  const keyId = new Uint8Array(createHash('sha256').update(spki).digest().subarray(0, 8))
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain: [] })
  return {
    publicKey,
    privateKey,
    known: { keyId, spki, webCrypto: webCrypto[algorithm] },
    pems: {
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    },
    issue: () => issueCertificate(payload, { signer, issuedAt: at, keyId }),
  }
}

/** The text of a signed message. */
export const textOf = (cose: Uint8Array) => `HC1:${encodeBase45(deflateSync(cose, { level: 9 }))}`
