import { beforeAll, describe, expect, test } from 'vitest'
import {
  codeOf,
  date,
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { countingCrypto, laterCrypto } from './counting-crypto.fixture.js'
import type { SealProof } from './day-seal.js'
import { type SealedDay, sealDay } from './seal-day.js'
import { sealVerifier } from './seal-verifier.js'
import { verifySealedRecord, verifySealedRecords } from './verify-sealed-record.js'

const size = 100
const records = Array.from({ length: size }, (_, index) => testRecord(index))
let chain: TestChain
let day: SealedDay
beforeAll(async () => {
  chain = await testChain()
  day = await sealDay({ facility, date, records }, chain.signer, { at: signedAt })
})
const proofOf = (index: number) => day.proofs[index] as SealProof

describe('sealVerifier', () => {
  test('checks the signature and the chain of a seal once for all its records', async () => {
    const { crypto, work } = countingCrypto()
    const verifier = sealVerifier({ anchors: chain.anchors, crypto })
    await verifier.seal(day.seal)
    const { checks } = work
    expect(checks).toBeGreaterThan(1)
    const digests: number[] = []
    for (const [index, record] of records.entries()) {
      const before = work.digests
      const report = await verifier.record(record, proofOf(index), { ...day.seal })
      expect(report.verdict).toBe('valid')
      digests.push(work.digests - before)
    }
    expect(work.checks).toBe(checks)
    // The record and its leaf, and at most its way up; together one node for each that the tree has.
    expect(Math.max(...digests)).toBe(2 + Math.ceil(Math.log2(size)))
    expect(digests.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(3 * size)
  })

  test('says what verifySealedRecord says', async () => {
    const options = { anchors: chain.anchors }
    const verifier = sealVerifier(options)
    for (const [record, proof] of [
      [testRecord(1), proofOf(1)],
      [testRecord(1), proofOf(2)],
      [testRecord(200), proofOf(3)],
    ] as const) {
      const alone = await verifySealedRecord(record, proof, day.seal, options)
      expect(await verifier.record(record, proof, day.seal)).toEqual(alone)
    }
  })

  test('does not take an envelope for another', async () => {
    const verifier = sealVerifier({ anchors: chain.anchors })
    await verifier.seal(day.seal)
    const report = await verifier.seal({ ...day.seal, facility: '01235' })
    expect(firstOpen(report)).toBe('seal.envelope failed differs')
    expect((await verifier.seal(day.seal)).verdict).toBe('valid')
  })

  test('remembers so many seals and no more, those used last', async () => {
    const { crypto, work } = countingCrypto()
    const verifier = sealVerifier({ anchors: chain.anchors, crypto, remember: 2 })
    const input = { facility, date, records }
    const at = (second: number) => new Date(signedAt.getTime() + second * 1000)
    const others = await Promise.all(
      [1, 2].map((second) => sealDay(input, chain.signer, { at: at(second) })),
    )
    const [one, other] = others as [SealedDay, SealedDay]
    const costs = async (seal: SealedDay['seal']) => {
      const before = work.checks
      await verifier.seal(seal)
      return work.checks > before
    }
    expect(await costs(day.seal)).toBe(true)
    expect(await costs(one.seal)).toBe(true)
    expect(await costs(day.seal)).toBe(false)
    expect(await costs(other.seal)).toBe(true)
    expect(await costs(day.seal)).toBe(false)
    expect(await costs(one.seal)).toBe(true)
  })

  test('does not remember what could not be judged', async () => {
    const verifier = sealVerifier({ anchors: chain.anchors, at: new Date(Number.NaN) })
    expect(await codeOf(verifier.seal(day.seal))).toBe('x509.path.instant')
    expect(await codeOf(verifier.seal(day.seal))).toBe('x509.path.instant')
  })
})

describe('a proof under a tree of which much is known', () => {
  test('is refused for any one hash that is another, however much was proven before', async () => {
    const verifier = sealVerifier({ anchors: chain.anchors })
    for (const [index, record] of records.entries()) {
      await verifier.record(record, proofOf(index), day.seal)
    }
    const proof = proofOf(10)
    for (const at of proof.hashes.keys()) {
      const hashes = proof.hashes.map((one, place) => (place === at ? 'a'.repeat(64) : one))
      const report = await verifier.record(testRecord(10), { ...proof, hashes }, day.seal)
      expect(firstOpen(report)).toBe('record.inclusion failed not-under-the-seal')
    }
  })

  test('teaches nothing when it does not hold', async () => {
    const verifier = sealVerifier({ anchors: chain.anchors })
    const stranger = { ...testRecord(10), enteredBy: 'somebody-else' }
    for (const record of [stranger, stranger, testRecord(10), stranger]) {
      const report = await verifier.record(record, proofOf(10), day.seal)
      expect(report.verdict).toBe(record === stranger ? 'invalid' : 'valid')
    }
  })

  test.each([1, 2, 3, 5, 6, 7, 11, 33])('holds for all of %i, in any order', async (count) => {
    const some = records.slice(0, count)
    const input = { facility, date, records: some }
    const sealed = await sealDay(input, chain.signer, { at: signedAt, crypto: laterCrypto })
    const items = some.map((record, index) => ({
      record,
      proof: sealed.proofs[index] as SealProof,
    }))
    for (const given of [items, [...items].reverse()]) {
      const options = { anchors: chain.anchors, crypto: laterCrypto }
      const report = await verifySealedRecords(given, sealed.seal, options)
      expect(report.records.every(({ verdict }) => verdict === 'valid')).toBe(true)
      const none = given.map(({ record, proof }) => ({
        record,
        proof: { ...proof, index: (proof.index + 1) % (count + 1) },
      }))
      const moved = await verifySealedRecords(none, sealed.seal, options)
      expect(moved.records.some(({ verdict }) => verdict === 'valid')).toBe(false)
    }
  })
})
