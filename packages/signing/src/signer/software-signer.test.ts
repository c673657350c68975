import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { signRecords } from '../record/sign-records.js'
import { verifyRecord } from '../record/verify-record.js'
import { codeOf, signedAt, testChain, testRecord } from '../test-chain.fixture.js'
import { softwareSigner } from './software-signer.js'

describe('softwareSigner', () => {
  test.each<[SignatureAlgorithm, number]>([
    ['ES256', 64],
    ['ES384', 96],
    ['ES512', 132],
    ['PS256', 256],
    ['PS384', 256],
    ['PS512', 256],
    ['RS256', 256],
    ['EdDSA', 64],
  ])('signs with %s, and what it signs is valid', async (algorithm, length) => {
    const { signer, anchors } = await testChain(undefined, algorithm)
    expect(await signer.sign(new Uint8Array(3))).toHaveLength(length)
    const { signed } = await signRecords([testRecord()], signer, { at: signedAt })
    const [one] = signed
    const report = one && (await verifyRecord(one, { anchors }))
    expect(report?.verdict).toBe('valid')
  })

  test('takes a WebCrypto key, which may be one that cannot be read out', async () => {
    const { keys, chain } = await testChain()
    const privateKey = { key: keys.privateKey }
    const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain })
    expect(await signer.sign(new Uint8Array(3))).toHaveLength(64)
  })

  test('a bare key needs no certificate', async () => {
    const { pkcs8 } = await testChain()
    const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain: [] })
    expect(signer.chain).toEqual([])
  })

  test.each<[string, SignatureAlgorithm, SignatureAlgorithm, string]>([
    ['a key of another certificate', 'ES256', 'ES256', 'signing.key-mismatch'],
    ['a certificate for another curve', 'ES256', 'ES384', 'signing.key-mismatch'],
    ['a certificate for RSA', 'ES256', 'PS256', 'signing.key-mismatch'],
  ])('%s is found before anything is signed', async (_, algorithm, other, code) => {
    const { pkcs8 } = await testChain(undefined, algorithm)
    const { chain } = await testChain(undefined, other)
    expect(await codeOf(softwareSigner({ privateKey: { pkcs8 }, algorithm, chain }))).toBe(code)
  })

  test.each<[string, SignatureAlgorithm]>([
    ['another curve', 'ES384'],
    ['another kind', 'RS256'],
  ])('a key of %s than the algorithm is refused by code', async (_, algorithm) => {
    const { pkcs8, chain } = await testChain()
    const signer = softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
    expect(await codeOf(signer)).toBe('signing.key')
  })

  test('bytes that are no key, and a key that may not sign, are refused by code', async () => {
    const { keys, chain } = await testChain()
    for (const privateKey of [{ pkcs8: new Uint8Array(40) }, { key: keys.publicKey }, { key: 1 }]) {
      const signer = softwareSigner({ privateKey, algorithm: 'ES256', chain })
      expect(await codeOf(signer)).toBe('signing.key')
    }
  })

  test('a key given as PKCS#8 is imported so that it cannot be read out', async () => {
    const { pkcs8, chain } = await testChain()
    const { subtle } = globalThis.crypto
    const asked: boolean[] = []
    const watched = {
      importKey: (...given: Parameters<typeof subtle.importKey>) => {
        asked.push(given[3])
        return subtle.importKey(...given)
      },
      sign: (...given: Parameters<typeof subtle.sign>) => subtle.sign(...given),
    }
    await softwareSigner({
      privateKey: { pkcs8 },
      algorithm: 'ES256',
      chain,
      subtle: watched as never,
    })
    expect(asked).toEqual([false])
  })

  test('an aborted signal stops it', async () => {
    const { signer } = await testChain()
    const signal = AbortSignal.abort()
    expect(await codeOf(signer.sign(new Uint8Array(3), { signal }))).toBe('signing.stopped')
  })
})
