import { decodeCbor, type CborTag, type CborValue, encodeCbor } from '@tiemchung/core/cbor'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signedAt, type TestChain, testChain, testRecord } from '../test-chain.fixture.js'
import { signRecordCose } from './sign-record-cose.js'
import { verifyRecordCose } from './verify-record-cose.js'

let chain: TestChain
let signed: Uint8Array
beforeAll(async () => {
  chain = await testChain()
  signed = await signRecordCose(testRecord(), chain.signer, { at: signedAt })
})

const verify = (cose: Uint8Array) =>
  verifyRecordCose(cose, { anchors: chain.anchors, untagged: true })

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  octet: fc.integer({ min: 0, max: 255 }),
  kind: fc.constantFrom('replace', 'remove', 'insert'),
})
function apply(
  bytes: Uint8Array,
  { at, octet, kind }: { at: number; octet: number; kind: string },
) {
  const index = Math.floor(at * bytes.length)
  const middle = kind === 'remove' ? [] : [octet]
  const rest = bytes.subarray(kind === 'insert' ? index : index + 1)
  return Uint8Array.of(...bytes.subarray(0, index), ...middle, ...rest)
}

const parts = () => (decodeCbor(signed) as CborTag).value as readonly CborValue[]

describe('a record in COSE', () => {
  test('is caught at each of its octets, whichever bit is changed', async () => {
    expect((await verify(signed)).verdict).toBe('valid')
    const through: number[] = []
    for (let at = 0; at < signed.length; at += 1) {
      const changed = signed.slice()
      changed[at] = (signed[at] ?? 0) ^ (1 << (at % 8))
      const report = await verify(changed)
      if (report.verdict === 'valid' || report.record !== undefined) through.push(at)
    }
    expect(through).toEqual([])
  })

  test('with one octet replaced, taken out or put in is never valid', async () => {
    await fc.assert(
      fc.asyncProperty(edit, async (one) => {
        const changed = apply(signed, one)
        // Without the octet of its tag it is the same message, which is asked for here.
        fc.pre(Buffer.compare(changed, signed) !== 0 && changed.length > 0 && changed[0] === 0xd2)
        const report = await verify(changed)
        expect(report.verdict).not.toBe('valid')
        expect(report.record).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('with anything in its unprotected header is never valid', async () => {
    const label = fc.oneof(fc.integer({ min: -70, max: 70 }), fc.string())
    const value = fc.oneof(fc.integer(), fc.string(), fc.uint8Array(), fc.constant(chain.chain))
    const pairs = fc.array(fc.tuple(label, value), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(pairs, async (given) => {
        const [head, , payload, signature] = parts()
        const beside = new Map<number | string, CborValue>(given)
        const report = await verify(encodeCbor([head, beside, payload, signature]))
        expect(report.verdict).toBe('invalid')
      }),
    )
  })

  test('of any octets is reported and never throws', async () => {
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc
        .array(fc.oneof(fc.uint8Array(), fc.constant(null), fc.integer()))
        .map((list) => Uint8Array.of(0xd2, ...encodeCbor(list))),
    )
    await fc.assert(
      fc.asyncProperty(octets, async (bytes) => {
        expect((await verify(bytes)).verdict).not.toBe('valid')
      }),
    )
  })
})
