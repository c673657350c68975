import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concatBytes, fromHex, toHex, utf8 } from '../bytes.js'
import { systemAead } from './aead.js'

const aead = systemAead()
const octets = Uint8Array.from({ length: 32 }, (_, at) => at)
const nonce = new Uint8Array(12).fill(7)

describe('webCryptoAead', () => {
  test('is AES-256-GCM: the GCM specification, test case 14', async () => {
    const zero = await aead.importKey(new Uint8Array(32))
    const sealed = await aead.seal(zero, new Uint8Array(12), new Uint8Array(16), new Uint8Array())
    expect(toHex(sealed)).toBe('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919')
  })

  test('is what OpenSSL makes, with associated data', async () => {
    const cipher = createCipheriv('aes-256-gcm', octets, nonce).setAAD(utf8('beside'))
    const theirs = concatBytes(cipher.update(utf8('Mẫu')), cipher.final(), cipher.getAuthTag())
    const key = await aead.importKey(octets)
    expect(await aead.seal(key, nonce, utf8('Mẫu'), utf8('beside'))).toEqual(new Uint8Array(theirs))
    expect(await aead.open(key, nonce, new Uint8Array(theirs), utf8('beside'))).toEqual(utf8('Mẫu'))
  })

  test('opens nothing when a single bit is another', async () => {
    const key = await aead.importKey(octets)
    const sealed = await aead.seal(key, nonce, utf8('Mẫu'), utf8('beside'))
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await aead.open(key, nonce, changed, utf8('beside'))).toBeUndefined()
    }
    expect(await aead.open(key, nonce, sealed, utf8('besides'))).toBeUndefined()
    expect(await aead.open(key, fromHex('00'.repeat(12)), sealed, utf8('beside'))).toBeUndefined()
    const other = await aead.importKey(new Uint8Array(32))
    expect(await aead.open(other, nonce, sealed, utf8('beside'))).toBeUndefined()
  })

  test.each([0, 16, 31, 33])('a key of %i octets is refused', async (length) => {
    await expect(aead.importKey(new Uint8Array(length))).rejects.toThrow(RangeError)
  })

  test('a key cannot be read again', async () => {
    expect((await aead.importKey(octets)).extractable).toBe(false)
  })
})
