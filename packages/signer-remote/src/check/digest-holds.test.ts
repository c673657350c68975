/** Our own arithmetic against the platform's, and against cases that others made to break such arithmetic. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromHex, isSdkError, utf8 } from '@tiemchung/core'
import { schemeOf, systemCrypto } from '@tiemchung/core/crypto'
import { ecdsaSignatureToRaw } from '@tiemchung/x509'
import { exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { softwareSigner } from '@tiemchung/signing'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { algorithmFacts, fits, isRemoteAlgorithm, type RemoteAlgorithm } from './algorithm.js'
import { digestHolds } from './digest-holds.js'
import { rawSignature } from './raw-signature.js'

const algorithms: readonly RemoteAlgorithm[] = [
  ...(['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'] as const),
]

async function signed(algorithm: RemoteAlgorithm, data: Uint8Array) {
  const options = { extractable: true, modulusLength: 2048 }
  const keys = await generateSigningKey(algorithm, options)
  const pkcs8 = await exportPrivateKey(keys)
  const priv = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  const spki = new Uint8Array(createPublicKey(priv).export({ format: 'der', type: 'spki' }))
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain: [] })
  const key = await systemCrypto.importPublicKey(spki)
  return { signature: await signer.sign(data), key }
}

describe('digestHolds', () => {
  test.each(algorithms)(
    '%s: as the platform says, for signatures and for each changed octet',
    async (algorithm) => {
      const data = utf8(`data for ${algorithm}`)
      const { signature, key } = await signed(algorithm, data)
      const digest = await systemCrypto.digest(algorithmFacts(algorithm).hash, data)
      expect(digestHolds(algorithm, key, signature, digest)).toBe(true)
      for (let at = 0; at < signature.length; at += 7) {
        const changed = signature.map((octet, index) => (index === at ? octet ^ 0x10 : octet))
        expect(digestHolds(algorithm, key, changed, digest)).toBe(false)
      }
      const other = digest.map((octet, index) => (index === 5 ? octet ^ 1 : octet))
      expect(digestHolds(algorithm, key, signature, other)).toBe(false)
      expect(digestHolds(algorithm, key, signature.subarray(1), digest)).toBe(false)
      expect(digestHolds(algorithm, key, signature, digest.subarray(1))).toBe(false)
    },
  )

  test('knows no other key than the algorithm has', () => {
    const spki = new Uint8Array(44)
    const digest = new Uint8Array(32)
    const key = { kind: { type: 'ed25519' }, spki } as const
    expect(digestHolds('ES256', key, new Uint8Array(64), digest)).toBe(false)
  })
})

describe('algorithms', () => {
  test.each([
    ['ES256', { type: 'ec', curve: 'P-256' }, true],
    ['ES256', { type: 'ec', curve: 'P-384' }, false],
    ['RS256', { type: 'rsa', modulusBits: 2048 }, true],
    ['RS256', { type: 'rsa', modulusBits: 1024 }, false],
    ['RS256', { type: 'ec', curve: 'P-256' }, false],
    ['PS256', { type: 'rsa', modulusBits: 2048 }, false],
    ['EdDSA', { type: 'ed25519' }, false],
  ] as const)('%s fits %o: %s', (algorithm, kind, expected) => {
    expect(fits(algorithm, kind)).toBe(expected)
  })

  test('names that objects have anyway are none', () => {
    expect(['toString', 'constructor', 'ES256K', 7].some(isRemoteAlgorithm)).toBe(false)
  })
})

test('rawSignature leaves what it cannot read for the check to refuse', async () => {
  const { key } = await signed('ES256', utf8('x'))
  const garbage = new Uint8Array(70).fill(9)
  expect(rawSignature(key, garbage)).toBe(garbage)
})

interface Suite {
  readonly testGroups: readonly {
    readonly publicKeyDer?: string
    readonly tests: readonly {
      readonly tcId: number
      readonly msg: string
      readonly sig: string
      readonly result: 'valid' | 'invalid' | 'acceptable'
    }[]
  }[]
}

const here = fileURLToPath(new URL('.', import.meta.url))
const vectors = process.env['TIEMCHUNG_VECTORS'] ?? join(here, '../../../../../shared/vectors')
const folder = join(vectors, 'wycheproof/dev')
const title = existsSync(folder) ? 'Wycheproof' : `skipped: no Wycheproof in ${folder}`

/** Whether a signature in DER is one at all, as the strict reader sees it. */
function raw(der: Uint8Array, curve: 'P-256' | 'P-384'): Uint8Array | undefined {
  try {
    return ecdsaSignatureToRaw(der, curve)
  } catch (caught) {
    if (isSdkError(caught)) return undefined
    throw caught
  }
}

describe(title, () => {
  test.skipIf(!existsSync(folder)).each([
    ['ecdsa_secp256r1_sha256_p1363', 'ES256', undefined],
    ['ecdsa_secp384r1_sha384_p1363', 'ES384', undefined],
    ['ecdsa_secp256r1_sha256', 'ES256', 'P-256'],
    ['ecdsa_secp384r1_sha384', 'ES384', 'P-384'],
    ['rsa_signature_2048_sha256', 'RS256', undefined],
    ['rsa_signature_3072_sha256', 'RS256', undefined],
    ['rsa_signature_4096_sha256', 'RS256', undefined],
  ] as const)('%s: all as they say', async (file, algorithm, curve) => {
    const text = readFileSync(join(folder, `${file}_test.json`), 'utf8')
    const { testGroups } = JSON.parse(text) as Suite
    const wrong: string[] = []
    for (const { publicKeyDer = '', tests } of testGroups) {
      const key = await systemCrypto.importPublicKey(fromHex(publicKeyDer))
      for (const { tcId, msg, sig, result } of tests) {
        const digest = await systemCrypto.digest(algorithmFacts(algorithm).hash, fromHex(msg))
        const bytes = curve === undefined ? fromHex(sig) : raw(fromHex(sig), curve)
        const holds = bytes !== undefined && digestHolds(algorithm, key, bytes, digest)
        const platform =
          bytes !== undefined &&
          (await systemCrypto.verify(schemeOf[algorithm], key, bytes, fromHex(msg)))
        const expected = result === 'acceptable' ? platform : result === 'valid'
        if (holds !== expected) wrong.push(`${tcId} ${result}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
