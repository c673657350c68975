import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DoseRecord } from '@tiemchung/schemas'
import type { DaySeal, SealProof } from '../seal/day-seal.js'
import { sealDay } from '../seal/seal-day.js'
import { verifySealedRecord } from '../seal/verify-sealed-record.js'
import {
  date,
  facility,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { signRecord } from './sign-records.js'
import { verifySignedRecord } from './verify-signed-record.js'

let chain: TestChain
beforeAll(async () => {
  chain = await testChain()
})

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
/** One character of a text replaced, taken out or put in. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  letter: fc.constantFrom(...letters),
  kind: fc.constantFrom('replace', 'remove', 'insert'),
})
const apply = (
  text: string,
  { at, letter, kind }: { at: number; letter: string; kind: string },
) => {
  const index = Math.floor(at * text.length)
  const middle = kind === 'remove' ? '' : letter
  return text.slice(0, index) + middle + text.slice(kind === 'insert' ? index : index + 1)
}

describe('a signed record', () => {
  test('with one character of the JWS changed is never valid', async () => {
    const signed = await signRecord(testRecord(), chain.signer, { at: signedAt })
    await fc.assert(
      fc.asyncProperty(edit, async (one) => {
        const jws = apply(signed.jws, one)
        fc.pre(jws !== signed.jws)
        const report = await verifySignedRecord({ ...signed, jws }, { anchors: chain.anchors })
        expect(report.verdict).not.toBe('valid')
        expect(report.record).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('of any characters is reported and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...letters) }), async (jws) => {
        const given = { format: 'signed-record/1', recordId: testRecord().id, facility } as const
        const report = await verifySignedRecord({ ...given, jws }, { anchors: chain.anchors })
        expect(report.verdict).toBe('invalid')
      }),
    )
  })
})

describe('a sealed record', () => {
  test('with one character of seal, proof or record changed is never valid', async () => {
    const records = [0, 1, 2, 3, 4].map(testRecord)
    const { seal, proofs } = await sealDay({ facility, date, records }, chain.signer, {
      at: signedAt,
    })
    const target = JSON.stringify([records[2], proofs[2], seal])
    const places = [...target.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index)
    const digits = '123456789'
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.nat(51), async (at, which) => {
        const old = target[at] ?? ''
        const letter = (old >= '0' && old <= '9' ? digits : letters)[which % digits.length] ?? ''
        fc.pre(letter !== old)
        const text = target.slice(0, at) + letter + target.slice(at + 1)
        const [record, proof, given] = JSON.parse(text) as [DoseRecord, SealProof, DaySeal]
        const report = await verifySealedRecord(record, proof, given, { anchors: chain.anchors })
        expect(report.verdict).not.toBe('valid')
        expect(report.record).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })
})
