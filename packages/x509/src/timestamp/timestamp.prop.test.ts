import { ParseError } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issuing, root } from '../path/chain.fixture.js'
import { forgeReply, forgeToken, issuerAndSerial, message } from './forge-token.fixture.js'
import { readTimestampResponse, readTimestampToken } from './read-token.js'
import { verifyTimestamp } from './verify-timestamp.js'

const readsOrRefuses = (read: () => unknown): boolean => {
  try {
    read()
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
const token = forgeToken()
const reply = forgeReply(0, token)
const anchors = [{ certificate: root() }]
const intermediates = [issuing()]
const bit = fc.integer({ min: 0, max: 7 })

describe('readers', () => {
  test('read any octets or refuse them with a ParseError', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (octets) =>
          readsOrRefuses(() => readTimestampToken(octets)) &&
          readsOrRefuses(() => readTimestampResponse(octets)),
      ),
    )
    const edits = fc.array(fc.tuple(fc.nat(), bit), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, fc.nat({ max: 40 }), (flips, cut) => {
        const edit = (der: Uint8Array) =>
          flips
            .reduce((bytes, [position, which]) => flip(bytes, position, which), der)
            .subarray(cut)
        return (
          readsOrRefuses(() => readTimestampToken(edit(token))) &&
          readsOrRefuses(() => readTimestampResponse(edit(reply)))
        )
      }),
      { numRuns: 1000 },
    )
  })
})

describe('verifyTimestamp', () => {
  /** The name by which the signature names its signer: nothing signs it, and names match in either case. */
  const name = Buffer.from(token).lastIndexOf(issuerAndSerial())
  const isCase = (position: number, which: number) => {
    const index = position % token.length
    return which === 5 && index >= name && index < name + issuerAndSerial().length
  }

  test('never holds with one flipped bit, the case of a letter in a name apart', async () => {
    const judge = (given: Uint8Array) =>
      verifyTimestamp({ token: given, message, anchors, intermediates })
    expect((await judge(token)).verdict).toBe('valid')
    await fc.assert(
      fc.asyncProperty(fc.nat(), bit, async (position, which) => {
        fc.pre(!isCase(position, which))
        expect((await judge(flip(token, position, which))).verdict).not.toBe('valid')
      }),
      { numRuns: 600 },
    )
  })

  test('does not hold for a message with a flipped bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), bit, async (position, which) => {
        const other = flip(message, position, which)
        const report = await verifyTimestamp({ token, message: other, anchors, intermediates })
        expect(report.verdict).toBe('invalid')
      }),
      { numRuns: 100 },
    )
  })
})
