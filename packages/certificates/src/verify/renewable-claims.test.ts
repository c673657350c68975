import { NotValidError } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { CborFloat } from '@tiemchung/core/cbor'
import { cborOf } from '../envelope/json.js'
import {
  claimsWith,
  ecSigner,
  expiresAt,
  samplePayload,
  textOf,
  trustIn,
  within,
} from '../test-kit.js'
import type { VerifyOptions } from './context.js'
import { strictIssuer } from './profiles/strict-issuer.js'
import { renewableClaims } from './renewable-claims.js'
import type { RevocationStatus } from './revocation-source.js'
import { trustedKeys } from './trust/trusted-keys.js'

const signer = ecSigner()
const text = textOf({ signer })
const trust = trustedKeys([trustIn(signer)])
const after = new Date('2025-01-01T00:00:00Z')

/** A source that answers so from the day after the expiry on, and otherwise that nothing is known. */
const since = (status: RevocationStatus) => ({
  version: '7',
  statusOf: (_: unknown, at: Date): RevocationStatus =>
    at.getTime() > expiresAt * 1000 ? status : 'stale',
})

describe('renewableClaims', () => {
  it.each<[string, Partial<VerifyOptions>]>([
    ['one that is valid', { at: within }],
    ['one that has expired', { at: after }],
    ['one that has expired, with its signer', { at: new Date('2032-01-01T00:00:00Z') }],
    [
      'one that has expired and is not revoked today',
      { at: after, revocation: since('not-listed') },
    ],
    [
      'one that has expired, without a version of the list',
      { at: after, revocation: { statusOf: () => 'not-listed' } },
    ],
  ])('are the claims of %s', async (_, options) => {
    const claims = await renewableClaims(text, { trust, at: after, ...options })
    expect(claims.payload).toEqual(samplePayload())
  })

  it('reads an expiry with a fraction as the verifier does', async () => {
    const claims = claimsWith(cborOf(samplePayload() as never)).set(
      4,
      new CborFloat(expiresAt + 0.5),
    )
    const expired = await renewableClaims(textOf({ signer, claims }), { trust, at: after })
    expect(expired.expiresAt).toEqual(new Date(expiresAt * 1000))
  })

  it.each<[string, string, Partial<VerifyOptions>]>([
    ['a text that is none', 'HC1:', {}],
    ['one by a stranger', textOf({ signer: ecSigner() }), {}],
    [
      'an expired one whose signature is wrong',
      textOf({ signer, signature: new Uint8Array(64) }),
      {},
    ],
    ['an expired one that was revoked since', text, { revocation: since('listed') }],
    ['an expired one of which the list is old', text, { revocation: since('stale') }],
    ['an expired one without the list that the profile requires', text, { profile: strictIssuer }],
    ['one that is not valid yet', text, { at: new Date('2022-01-01T00:00:00Z') }],
    [
      'an expired one of another country',
      text,
      { trust: trustedKeys([trustIn(signer, { country: 'LA' })]) },
    ],
  ])('are not to be had of %s', async (_, wrong, options) => {
    await expect(renewableClaims(wrong, { trust, at: after, ...options })).rejects.toThrow(
      NotValidError,
    )
  })
})
