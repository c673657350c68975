import { describe, expect, it } from 'vitest'
import { besideOthers, systemCrypto } from '@tiemchung/core/crypto'
import { textOf, trustIn, within } from '../test-kit.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { trustedKeys } from './trust/trusted-keys.js'
import { other, p384, payload, rsa, signer, withHeader } from './verification.test-kit.js'
import { verifyCertificate } from './verify-certificate.js'
import { verifyMany } from './verify-many.js'

const trust = trustedKeys([signer, rsa, p384].map((one) => trustIn(one)))
const options = { trust, at: within }
const twice = textOf({ signer, payload: payload().set('v', []) })
const texts = [
  textOf({ signer }),
  textOf({ signer: rsa }),
  textOf({ signer: p384, protectedHeader: withHeader([[4, p384.keyId]]) }),
  textOf({ signer: other }),
  textOf({ signer, signature: new Uint8Array(64) }),
  textOf({ signer, signature: new Uint8Array(63) }),
  textOf({ signer: rsa, signature: new Uint8Array(256) }),
  twice,
  'HC1:',
  '',
]

async function* arriving<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) {
    await Promise.resolve()
    yield item
  }
}

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

describe('verifyMany', () => {
  it('verifies all of them for the instant of the call', async () => {
    const at = new Date(within)
    const reports = verifyMany([textOf({ signer }), textOf({ signer })], { trust, at, inFlight: 1 })
    const verdicts: string[] = []
    for await (const { verdict } of reports) {
      verdicts.push(verdict)
      at.setFullYear(2040)
    }
    expect(verdicts).toEqual(['valid', 'valid'])
  })

  it.each([
    ['texts that are there', () => texts],
    ['texts that arrive', () => arriving(texts)],
  ])('says of %s what verifyCertificate says of each', async (_, source) => {
    const alone = await Promise.all(texts.map((text) => verifyCertificate(text, options)))
    expect(alone.map(({ verdict }) => verdict).slice(0, 4)).toEqual([
      'valid',
      'valid',
      'valid',
      'invalid',
    ])
    for (const inFlight of [1, 3, 64]) {
      expect(await all(verifyMany(source(), { ...options, inFlight }))).toEqual(alone)
    }
  })

  it('goes by the profile it is given', async () => {
    const [text = ''] = texts
    const strict = { ...options, profile: strictIssuer }
    expect(await all(verifyMany([text], strict))).toEqual([await verifyCertificate(text, strict)])
  })

  it('refuses an instant that is none', async () => {
    await expect(all(verifyMany(texts, { ...options, at: new Date(Number.NaN) }))).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-verify.at' }),
    )
  })

  it('reads no more than the reader takes', async () => {
    let asked = 0
    function* endless(): Generator<string> {
      for (;;) {
        asked += 1
        yield texts[asked % texts.length] ?? ''
      }
    }
    const reports = verifyMany(endless(), { ...options, inFlight: 4 })
    for (let read = 1; read <= 20; read += 1) {
      await reports.next()
      expect(asked).toBeLessThanOrEqual(read + 4)
    }
    await reports.return()
  })

  it('asks a provider that has it to check beside others', async () => {
    const counts = { alone: 0, beside: 0 }
    const crypto = {
      ...systemCrypto,
      verify: (...given: Parameters<typeof systemCrypto.verify>) => {
        counts.alone += 1
        return systemCrypto.verify(...given)
      },
    }
    const { verifyBeside: _, ...plain } = crypto
    await all(verifyMany(texts.slice(0, 3), { ...options, crypto: plain }))
    expect(counts.alone).toBe(3)
    await all(verifyMany(texts.slice(0, 3), { ...options, crypto }))
    expect(counts.alone).toBe(3)
    expect(await besideOthers(crypto).digest('SHA-256', new Uint8Array())).toHaveLength(32)
  })
})
