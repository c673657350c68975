import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import type { FlattenedJws } from '../jws/serialization.js'
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
import { verifyRecord } from './verify-record.js'

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
        const report = await verifyRecord({ ...signed, jws }, { anchors: chain.anchors })
        expect(report.verdict).not.toBe('valid')
        expect(report.record).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('is caught at each of its characters, and at each of the flattened form', async () => {
    const signed = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const { anchors } = chain
    const [head = '', payload = '', signature = ''] = signed.jws.split('.')
    const through: number[] = []
    for (let at = 0; at < signed.jws.length; at += 1) {
      const letter = signed.jws[at] === 'A' ? 'B' : 'A'
      const jws = signed.jws.slice(0, at) + letter + signed.jws.slice(at + 1)
      const report = await verifyRecord({ ...signed, jws }, { anchors })
      if (report.verdict === 'valid') through.push(at)
    }
    expect(through).toEqual([])
    const flattened = { payload, protected: head, signature }
    expect((await verifyRecord({ ...signed, jws: flattened }, { anchors })).verdict).toBe('valid')
    const others: readonly object[] = [
      { ...flattened, evil: 1 },
      { ...flattened, header: {} },
      { ...flattened, header: { kid: 'x' } },
      { ...flattened, signatures: [] },
      { ...flattened, payload: 1 },
      { protected: head, signature },
      { payload, signature },
    ]
    for (const jws of others) {
      const given = { ...signed, jws: jws as FlattenedJws }
      expect((await verifyRecord(given, { anchors })).verdict).not.toBe('valid')
    }
  })

  test('with one member of the header or the record changed, added or taken away is never valid', async () => {
    const signed = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const parts = signed.jws.split('.')
    const json = (part: string | undefined) =>
      JSON.parse(fromUtf8(fromBase64Url(part ?? ''))) as Record<string, unknown>
    for (const place of [0, 1]) {
      const original = json(parts[place])
      const changed = Object.keys(original).flatMap((name) => {
        const { [name]: _, ...without } = original
        return [without, { ...original, [name]: null }, { ...original, [`${name}x`]: 1 }]
      })
      for (const one of changed) {
        const text = toBase64Url(utf8(canonicalJson(one)))
        const jws = parts.map((part, index) => (index === place ? text : part)).join('.')
        const report = await verifyRecord({ ...signed, jws }, { anchors: chain.anchors })
        expect(report.verdict).toBe('invalid')
      }
    }
  })

  test('of any characters is reported and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...letters) }), async (jws) => {
        const given = { format: 'signed-record/1', recordId: testRecord().id, facility } as const
        const report = await verifyRecord({ ...given, jws }, { anchors: chain.anchors })
        expect(report.verdict).not.toBe('valid')
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
