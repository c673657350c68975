import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from '../envelope/base45.js'
import { decodeCertificate } from '../envelope/decode-certificate.js'
import { ecSigner, rsaSigner, textAround, textOf, trustIn, within } from '../test-kit.js'
import { certificateCheckIds } from './check-ids.js'
import { trustedKeys } from './trust/trusted-keys.js'
import { verifyCertificate } from './verify-certificate.js'

const signers = [ecSigner(), rsaSigner()]
const trust = trustedKeys(signers.map((one) => trustIn(one)))
const texts = signers.map((signer) => textOf({ signer }))
const options = { trust, at: within }

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  const bit = at % (bytes.length * 8)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

describe('verifyCertificate', () => {
  it('never finds a certificate valid after one bit of its COSE was flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), async (text, at) => {
        const cose = flipped(decodeCertificate(text).bytes.cose, at)
        const report = await verifyCertificate(textAround(cose), options)
        expect(report.verdict).not.toBe('valid')
        expect(report).not.toHaveProperty('claims')
      }),
      { numRuns: 1500 },
    )
  })

  it('never finds a certificate valid after one bit of its compressed bytes was flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), async (text, at) => {
        const bytes = flipped(decodeBase45(text.slice(4)), at)
        const report = await verifyCertificate(`HC1:${encodeBase45(bytes)}`, options)
        // A flipped bit may leave what was signed as it was: only then the claims may stand.
        if (report.verdict !== 'valid') return
        const { cose } = decodeCertificate(text).bytes
        expect(decodeCertificate(`HC1:${encodeBase45(bytes)}`).bytes.cose).toEqual(cose)
      }),
      { numRuns: 1500 },
    )
  })

  it('answers any text with a report that lists every check', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `HC1:${rest}`),
        ),
        async (text) => {
          const report = await verifyCertificate(text, options)
          expect(report.verdict).toBe('invalid')
          expect(report.checks.map((check) => check.id)).toEqual(certificateCheckIds)
        },
      ),
    )
  })
})
