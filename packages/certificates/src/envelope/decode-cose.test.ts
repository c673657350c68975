import { utf8 } from '@tiemchung/core'
import { schemeOf, systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { ecSigner } from '../test-kit.js'
import { encodeCbor } from './cbor.js'
import { CborTag } from '@tiemchung/core/cbor'
import { sigStructure } from './cose.js'
import { decodeCoseSign1 } from './decode-cose.js'

const signer = ecSigner()
const protectedHeader = new Map([[1, -7]])
const protectedBytes = encodeCbor(protectedHeader)
const payload = utf8('no certificate at all')
const signature = signer.signNow(sigStructure({ protectedBytes, protectedHeader, payload }))
const items = [protectedBytes, new Map([[4, signer.keyId]]), payload, signature]

describe('decodeCoseSign1', () => {
  it('takes any payload apart, and says what its signature covers', async () => {
    const decoded = decodeCoseSign1(encodeCbor(new CborTag(18, items)))
    expect(decoded).toMatchObject({
      header: {
        algorithm: { value: -7, place: 'protected' },
        keyId: { value: signer.keyId, place: 'unprotected' },
        critical: false,
      },
      bytes: { protectedHeader: protectedBytes, payload, signature },
      tolerances: [],
    })
    const key = await systemCrypto.importPublicKey(signer.spki)
    const { toBeSigned, bytes } = decoded
    expect(await systemCrypto.verify(schemeOf.ES256, key, bytes.signature, toBeSigned)).toBe(true)
    const wrong = toBeSigned.with(-1, 0)
    expect(await systemCrypto.verify(schemeOf.ES256, key, bytes.signature, wrong)).toBe(false)
  })

  it('names its liberties, and refuses those that are not granted', () => {
    const untagged = encodeCbor(items)
    expect(decodeCoseSign1(untagged).tolerances).toEqual(['untagged'])
    expect(() => decodeCoseSign1(untagged, { tolerances: [] })).toThrow(
      expect.objectContaining({ code: 'envelope.cose.untagged' }),
    )
  })

  it('refuses a signature of several (COSE_Sign)', () => {
    expect(() => decodeCoseSign1(encodeCbor(new CborTag(98, items)))).toThrow(
      expect.objectContaining({ code: 'envelope.cose.sign' }),
    )
  })
})
