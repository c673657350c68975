import { describe, expect, it } from 'vitest'
import { systemCrypto } from '@tiemchung/core/crypto'
import { trustIn, within } from '../test-kit.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { checkOf, signer, verify } from './verification.test-kit.js'

const { country, usages, notBefore, notAfter, ...bare } = trustIn(signer)
const revocation = { statusOf: () => 'not-listed' as const }

describe('the instant of a verification', () => {
  it('is the one that was asked about, whatever becomes of the date meanwhile', async () => {
    const at = new Date(within)
    const report = verify({
      at,
      crypto: {
        ...systemCrypto,
        verify: async (...asked) => {
          at.setFullYear(2040)
          return await systemCrypto.verify(...asked)
        },
      },
    })
    expect(await report).toMatchObject({ verdict: 'valid', basis: { at: within.toISOString() } })
  })
})

describe('the signer among keys of one id', () => {
  it.each([
    ['first', [bare, trustIn(signer)]],
    ['last', [trustIn(signer), bare]],
  ])(
    'is the one of which everything is known that is required, the bare one %s',
    async (_, keys) => {
      const report = await verify({ keys, profile: strictIssuer, revocation })
      expect(report.verdict).toBe('valid')
      expect(checkOf(report, 'signer.validity').status).toBe('passed')
    },
  )

  it('is the first that nothing stands against where nothing is required', async () => {
    const report = await verify({ keys: [bare, trustIn(signer)] })
    expect(report.verdict).toBe('valid')
    expect(checkOf(report, 'signer.validity').reason).toBe('not-stated')
    expect([country, usages, notBefore, notAfter].includes(undefined)).toBe(false)
  })
})
