import { describe, expect, test } from 'vitest'
import { concatBytes, ParseError, toHex } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { extension, nameOf } from '../certificate/forge.fixture.js'
import { errorCatalogue } from '../errors.js'
import { authorityExtensions, issuing, leaf, root, verify } from './chain.fixture.js'
import { issuerCache } from './issuer-cache.js'

const ballast = (octets: number) => extension('1.2.3.4', new Uint8Array(octets))
const weighty = (octets: number) =>
  issuing({ extensions: [...authorityExtensions, ballast(octets)] })

/** A certificate with another serial number of one octet: it reads, shares its tail, and nobody signed it. */
function alike(der: Uint8Array, serial: number): Uint8Array {
  const changed = der.slice()
  const version = toHex(der).indexOf('a003020102') / 2
  changed[version + 7] = serial
  return changed
}

describe('issuerCache', () => {
  test('leaves the signature of the leaf to be checked, and no other', async () => {
    const cache = issuerCache()
    const shared = { intermediates: [issuing()], anchors: [{ certificate: root() }], cache }
    const first = await verify(shared)
    const second = await verify({ ...shared, leaf: leaf() })
    expect([first.work.signatures, second.work.signatures]).toEqual([2, 1])
    expect([second.verdict, cache.size]).toEqual(['valid', 2])
  })

  test('knows bytes by what they are, not by where they lie', async () => {
    const cache = issuerCache()
    const [below, above] = [issuing(), root()]
    const query = () => ({
      intermediates: [concatBytes(below)],
      anchors: [{ certificate: concatBytes(above) }],
      cache,
    })
    await verify(query())
    expect((await verify(query())).work.signatures).toBe(1)
    expect(cache.size).toBe(2)
  })

  test('keeps what it read, whatever becomes of the caller’s bytes', async () => {
    const cache = issuerCache()
    const [below, anchors] = [issuing(), [{ certificate: root() }]]
    const given = below.slice()
    await verify({ intermediates: [given], anchors, cache })
    given.fill(0)
    const report = await verify({ intermediates: [below], anchors, cache })
    expect([report.verdict, report.work.signatures]).toEqual(['valid', 1])
  })

  test('keeps it also of a Buffer, whose `slice` copies nothing', async () => {
    const cache = issuerCache()
    const [below, anchors] = [issuing(), [{ certificate: root() }]]
    const given = Buffer.from(below)
    await verify({ intermediates: [given], anchors, cache })
    given.fill(0)
    const report = await verify({ intermediates: [below], anchors, cache })
    expect([report.verdict, report.work.signatures]).toEqual(['valid', 1])
  })

  test.each<[string, Error]>([
    ['no', new ParseError(errorCatalogue, 'x509.der.tag')],
    ['that it is busy', new Error('busy')],
  ])('forgets a key when its host says %s', async (_, refusal) => {
    const cache = issuerCache()
    let failing = true
    const crypto: CryptoProvider = {
      ...systemCrypto,
      importPublicKey: async (spki) => {
        if (failing) throw refusal
        return await systemCrypto.importPublicKey(spki)
      },
    }
    const anchors = [{ certificate: root() }]
    const query = { intermediates: [issuing()], anchors, cache, crypto }
    const verdict = () =>
      verify(query).then(
        (report) => report.verdict,
        () => 'thrown',
      )
    expect(await verdict()).not.toBe('valid')
    failing = false
    expect(await verdict()).toBe('valid')
  })

  test('changes nothing of what is reported but the work', async () => {
    const cache = issuerCache()
    const anchors = [{ certificate: root() }]
    const leaves = [
      leaf(),
      leaf({ issuer: nameOf('TEST issuinG') }),
      leaf({ issuer: nameOf('TEST') }),
    ]
    for (const one of leaves) {
      const query = { leaf: one, intermediates: [issuing()], anchors }
      const { work: cold, ...plain } = await verify(query)
      await verify({ ...query, cache })
      const { work: warm, ...cached } = await verify({ ...query, cache })
      expect(cached).toEqual(plain)
      expect(warm.links).toBe(cold.links)
    }
  })

  test('forgets when it is told to, and when it is full', async () => {
    const cache = issuerCache({ most: 2 })
    const query = { intermediates: [issuing()], anchors: [{ certificate: root() }], cache }
    await verify(query)
    cache.clear()
    expect(cache.size).toBe(0)
    expect((await verify(query)).work.signatures).toBe(2)
    await verify({ intermediates: [weighty(1)], cache })
    expect(cache.size).toBeLessThanOrEqual(2)
    expect((await verify(query)).verdict).toBe('valid')
  })

  test('reads a large certificate each time', async () => {
    const cache = issuerCache()
    const query = { intermediates: [weighty(9000)], anchors: [{ certificate: root() }], cache }
    await verify(query)
    const again = await verify(query)
    expect([again.verdict, again.work.signatures, cache.size]).toEqual(['valid', 2, 1])
  })

  test('keeps few of those that share a tail, and tells them apart', async () => {
    const cache = issuerCache()
    const sound = issuing()
    const forged = [3, 4, 5, 6, 7].map((octet) => alike(sound, octet))
    const anchors = [{ certificate: root() }]
    const query = { intermediates: [...forged, sound], anchors, cache }
    const [first, second] = [await verify(query), await verify(query)]
    expect([first.verdict, second.verdict]).toEqual(['valid', 'valid'])
    expect(cache.size).toBe(5)
    const without = await verify({ intermediates: forged, anchors, cache })
    expect(without.verdict).not.toBe('valid')
  })
})
