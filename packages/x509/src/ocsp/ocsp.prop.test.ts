import { ParseError } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, issuing, leaf } from '../path/chain.fixture.js'
import {
  answer,
  byName,
  forgeResponse,
  responder,
  responderKey,
  revokedFor,
} from './forge-ocsp.fixture.js'
import { ocspStatus } from './ocsp-status.js'
import { readOcspResponse } from './read-response.js'

const readsOrRefuses = (octets: Uint8Array): boolean => {
  try {
    readOcspResponse(octets)
  } catch (caught) {
    return caught instanceof ParseError
  }
  return true
}
const flip = (der: Uint8Array, position: number, bit: number) => {
  const copy = der.slice()
  const index = position % copy.length
  copy[index] = (copy[index] ?? 0) ^ (1 << bit)
  return copy
}
const direct = forgeResponse()
const delegated = forgeResponse(
  { responder: byName('TEST responder'), certificates: [responder()] },
  responderKey,
)
const revoked = forgeResponse({ answers: [answer({ status: revokedFor(1) })] })
const certificate = leaf()
const issuer = issuing()
const bit = fc.integer({ min: 0, max: 7 })

describe('readOcspResponse', () => {
  test('reads any octets or refuses them with a ParseError', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => readsOrRefuses(octets)))
    const edits = fc.array(fc.tuple(fc.nat(), bit), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, fc.nat({ max: 40 }), (flips, cut) => {
        const broken = flips.reduce(
          (der, [position, which]) => flip(der, position, which),
          delegated,
        )
        return readsOrRefuses(broken) && readsOrRefuses(broken.subarray(cut))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('ocspStatus', () => {
  const status = (response: Uint8Array) =>
    ocspStatus({ certificate, issuer, responses: [response], at })

  test('says nothing at all by a response with one flipped bit', async () => {
    expect([
      (await status(direct)).status,
      (await status(delegated)).status,
      (await status(revoked)).status,
    ]).toEqual(['good', 'good', 'revoked'])
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(direct, revoked),
        fc.nat(),
        bit,
        async (whole, position, which) => {
          expect((await status(flip(whole, position, which))).status).toBe('unknown')
        },
      ),
      { numRuns: 400 },
    )
  })

  test('never says good by a delegated response with one flipped bit before its certificates end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), bit, async (position, which) => {
        expect((await status(flip(delegated, position, which))).status).toBe('unknown')
      }),
      { numRuns: 400 },
    )
  })
})
