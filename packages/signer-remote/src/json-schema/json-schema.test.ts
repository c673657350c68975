import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { lintProviderProfile } from '../profile/lint-profile.js'
import { cscV1Profile, cscV2Profile, mySignProfile, smartCaProfile } from '../profile/profiles.js'
import { providerProfileJsonSchema } from './json-schema.js'

const fits = new Ajv2020({ strict: true }).compile(providerProfileJsonSchema())

describe('providerProfileJsonSchema', () => {
  test.each([cscV1Profile, cscV2Profile, mySignProfile, smartCaProfile])('takes $id', (profile) => {
    expect(fits(JSON.parse(JSON.stringify(profile)))).toBe(true)
  })

  test.each([
    { evidence: 'hoped' },
    { base: 'https://example.vn' },
    { hashes: { value: 0, from: 'limit' } },
    { hashes: { value: 50 } },
    { algorithms: ['EdDSA'] },
    { states: { 4001: 'maybe' } },
    { poll: { first: 0, most: 1 } },
    { login: { kind: 'guess' } },
    { sources: [] },
  ])('refuses, as the linter does, %j', (change) => {
    const profile = { ...cscV1Profile, ...change }
    expect(fits(profile)).toBe(false)
    expect(lintProviderProfile(profile)).not.toEqual([])
  })
})
