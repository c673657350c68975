import { describe, expect, it } from 'vitest'
import { ParseError } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { trustErrors } from '../../errors/trust-errors.js'
import { ecSigner, textOf, trustIn, within } from '../../test-kit.js'
import { verifyCertificate } from '../verify-certificate.js'
import { usagesOf } from './extended-key-usage.js'
import { trustedKeys } from './trusted-keys.js'

describe('usagesOf (P12)', () => {
  const now = '1.3.6.1.4.1.1847.2021.1'
  const older = '1.3.6.1.4.1.0.1847.2021.1'
  it.each<[string, readonly string[] | undefined, readonly string[] | undefined]>([
    ['no extension: anything', undefined, undefined],
    ['any usage: anything', ['2.5.29.37.0', `${now}.1`], undefined],
    ['tests', [`${now}.1`], ['test']],
    ['vaccinations, older spelling', [`${older}.2`], ['vaccination']],
    ['both spellings', [`${older}.2`, `${now}.3`], ['vaccination', 'recovery']],
    ['unrelated usages: anything', ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'], undefined],
    ['ICAO health only: nothing', ['2.23.136.1.1.14.2'], []],
    ['ICAO health and tests', ['2.23.136.1.1.14.2', `${now}.1`], ['test']],
    ['a longer identifier is another one', [`${now}.11`], undefined],
  ])('%s', (_, oids, usages) => {
    expect(usagesOf(oids)).toEqual(usages)
  })
})

describe('trustedKeys', () => {
  const [one, two] = [ecSigner(), ecSigner()]

  it('finds keys by the bytes of their id, all of them', () => {
    const keys = [trustIn(one), trustIn(two, { keyId: one.keyId })]
    const store = trustedKeys(keys, { version: '3' })
    expect(store.keysFor(one.keyId.slice()).map(({ country }) => country)).toEqual(['VN', 'VN'])
    expect(store.keysFor(two.keyId)).toEqual([])
    expect(store).toMatchObject({ version: '3', isEmpty: false })
  })

  it('imports a key again when the host could not the first time', async () => {
    let failing = true
    const crypto: CryptoProvider = {
      ...systemCrypto,
      importPublicKey: async (spki) => {
        if (failing) throw new ParseError(trustErrors, 'certificate-trust.jwk')
        return await systemCrypto.importPublicKey(spki)
      },
    }
    const trust = trustedKeys([trustIn(one)])
    const verdict = async () =>
      (await verifyCertificate(textOf({ signer: one }), { trust, at: within, crypto })).verdict
    expect(await verdict()).toBe('invalid')
    failing = false
    expect(await verdict()).toBe('valid')
  })

  it('keeps the keys that it was given, whatever becomes of the caller’s bytes', async () => {
    const { keyId } = one
    const key = Buffer.from(one.spki)
    const trust = trustedKeys([trustIn(one, { key })])
    key.set(two.spki)
    const verdictOf = async (text: string) =>
      (await verifyCertificate(text, { trust, at: within })).verdict
    const forged = textOf({ signer: { ...two, keyId } })
    expect([await verdictOf(textOf({ signer: one })), await verdictOf(forged)]).toEqual([
      'valid',
      'invalid',
    ])
  })

  it('is empty without keys', () => {
    expect(trustedKeys([])).toMatchObject({ isEmpty: true })
  })
})
