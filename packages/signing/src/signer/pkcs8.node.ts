/** Private keys of Node: one signature costs what OpenSSL takes for it, many go to the thread pool. */
import { constants, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { keyKindOf, type SignatureAlgorithm, schemeOf } from '@tiemchung/core/crypto'
import { fitsKey } from '../signature/algorithm.js'
import type { SigningKey } from './signing-key.js'

const hashes = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const

interface Way {
  readonly hash: string | null
  readonly dsaEncoding?: 'ieee-p1363'
  readonly padding?: number
  readonly saltLength?: number
}

function wayOf(algorithm: SignatureAlgorithm): Way {
  const scheme = schemeOf[algorithm]
  if (scheme.name === 'Ed25519') return { hash: null }
  const hash = hashes[scheme.hash as keyof typeof hashes]
  if (scheme.name === 'ECDSA') return { hash, dsaEncoding: 'ieee-p1363' }
  if (scheme.name === 'RSASSA-PKCS1-v1_5') return { hash, padding: constants.RSA_PKCS1_PADDING }
  return { hash, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength }
}

/** A private key in PKCS#8, ready to sign. It rejects with whatever the host says of a key that it cannot use. */
export function openPkcs8(pkcs8: Uint8Array, algorithm: SignatureAlgorithm): Promise<SigningKey> {
  return Promise.resolve().then(() => {
    const key = createPrivateKey({ key: pkcs8 as Buffer, format: 'der', type: 'pkcs8' })
    const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
    if (!fitsKey(algorithm, keyKindOf(spki))) throw new TypeError('not a key of this algorithm')
    const { hash, ...how } = wayOf(algorithm)
    const options = { key, ...how }
    return {
      sign: (data) => new Uint8Array(sign(hash, data, options)),
      signBeside: (data) =>
        new Promise((resolve, reject) => {
          sign(hash, data, options, (error, signature) => {
            if (error === null) resolve(new Uint8Array(signature))
            else reject(error)
          })
        }),
    }
  })
}
