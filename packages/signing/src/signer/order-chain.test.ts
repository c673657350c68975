import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { describe, expect, test } from 'vitest'
import { testChain } from '../test-chain.fixture.js'
import { algorithmFor } from './algorithm-for.js'
import { orderChain } from './order-chain.js'
import { passwordForms } from './password-forms.js'

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}

describe('orderChain', () => {
  test('puts certificates in order, leaves out roots, strangers and what is none', async () => {
    const { chain, anchors } = await testChain()
    const [own = new Uint8Array(), middle = new Uint8Array()] = chain
    const stranger = (await testChain()).chain
    const roots = anchors.map(({ certificate }) => certificate)
    const pool = [...roots, ...stranger, new Uint8Array(9), middle, own]
    expect(orderChain(own, pool)).toEqual([own, middle])
  })

  test('of two issuers of one name takes the one whose key it was', async () => {
    const subject = { commonName: 'TEST issuer', country: 'VN' }
    const root = await createAuthority({
      subject: { commonName: 'TEST root' },
      keys: await generateSigningKey('ES256'),
      validity,
    })
    const make = async () =>
      root.issueAuthority({ subject, keys: await generateSigningKey('ES256'), validity })
    const [old, renewed] = [await make(), await make()]
    const { publicKey } = await generateSigningKey('ES256')
    const own = await renewed.issue({
      subject: { commonName: 'TEST facility' },
      publicKey,
      validity,
      keyUsage: ['digitalSignature'],
    })
    const pool = [old.certificate, renewed.certificate]
    expect(orderChain(own.certificate, pool)).toEqual([own.certificate, renewed.certificate])
  })

  test('a certificate that cannot be read, or signed itself, stands alone', async () => {
    const { anchors, chain } = await testChain()
    const [root = new Uint8Array()] = anchors.map(({ certificate }) => certificate)
    expect(orderChain(root, chain)).toEqual([root])
    expect(orderChain(new Uint8Array(3), chain)).toEqual([new Uint8Array(3)])
  })
})

describe('algorithmFor', () => {
  test('follows the curve, asks which of RSA, and refuses what does not fit', async () => {
    const spki = async (algorithm: 'ES384' | 'PS256' | 'EdDSA') => {
      const { publicKey } = await generateSigningKey(algorithm, { modulusLength: 2048 })
      return new Uint8Array(await crypto.subtle.exportKey('spki', publicKey as CryptoKey))
    }
    expect(algorithmFor(await spki('ES384'))).toBe('ES384')
    expect(algorithmFor(await spki('EdDSA'))).toBe('EdDSA')
    const rsa = await spki('PS256')
    expect([
      algorithmFor(rsa),
      algorithmFor(rsa, undefined, 'RS256'),
      algorithmFor(rsa, 'PS512'),
    ]).toEqual(['PS256', 'RS256', 'PS512'])
    expect(() => algorithmFor(rsa, 'ES256')).toThrow(
      expect.objectContaining({ code: 'signing.key' }),
    )
  })
})

describe('passwordForms', () => {
  test.each([
    ['ascii', 1],
    ['Mẫu', 2],
  ])('%s is tried in %d forms', (password, forms) => {
    expect(passwordForms(password)).toHaveLength(forms)
  })
})
