import { ParseError } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { parseVerificationProfile } from './profile.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { tolerantVerifier } from './profiles/tolerant-verifier.js'

describe('parseVerificationProfile', () => {
  it.each([strictIssuer, tolerantVerifier])('takes $id after a trip through JSON', (profile) => {
    const document: unknown = JSON.parse(JSON.stringify(profile))
    expect(parseVerificationProfile(document)).toEqual(profile)
  })

  it.each<[string, object]>([
    ['limits.textLength', { limits: { ...tolerantVerifier.limits, textLength: -1 } }],
    ['limits.inflatedBytes', { limits: {} }],
    ['tolerances', { tolerances: ['anything'] }],
    ['algorithms.PS256.minimumBits', { algorithms: { ...tolerantVerifier.algorithms, PS256: {} } }],
    ['algorithms.ES256.curves', { algorithms: { ES256: { curves: ['secp256k1'] } } }],
    ['clockSkewSeconds', { clockSkewSeconds: 0.5 }],
    ['requires', { requires: ['signature'] }],
    ['countryAliases', { countryAliases: { EL: 'GR' } }],
  ])('refuses a profile with wrong %s', (path, changes) => {
    const parse = () => parseVerificationProfile({ ...tolerantVerifier, ...changes })
    expect(parse).toThrow(ParseError)
    try {
      parse()
    } catch (caught) {
      const { code, issues } = caught as ParseError
      expect(code).toBe('certificate-verify.profile')
      expect(issues.map((issue) => issue.path.join('.'))).toContain(path)
    }
  })

  it('refuses a document of another kind', () => {
    expect(() => parseVerificationProfile({ format: 'x' })).toThrow(
      expect.objectContaining({ code: 'policy.head' }),
    )
  })
})
