/** Whatever is done to a sealed day is found: added, removed, reordered, changed. */
import type { DoseRecord } from '@tiemchung/schemas'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  date,
  facility,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { type AuditInput, auditDay } from './audit-day.js'
import type { DaySeal, SealProof } from './day-seal.js'
import { sealDay } from './seal-day.js'
import { verifySealedRecord } from './verify-sealed-record.js'

let chain: TestChain
beforeAll(async () => {
  chain = await testChain()
})

/** A day whose seals have so many records each. */
async function dayOf(sizes: readonly number[]): Promise<AuditInput> {
  const day = { records: [] as DoseRecord[], proofs: [] as SealProof[], seals: [] as DaySeal[] }
  for (const size of sizes) {
    const start = day.records.length
    const records = Array.from({ length: size }, (_, index) => testRecord(start + index))
    const last = day.seals.at(-1)
    const input = { facility, date, records, ...(last === undefined ? {} : { after: last }) }
    const { seal, proofs } = await sealDay(input, chain.signer, { at: signedAt })
    day.records.push(...records)
    day.proofs.push(...proofs)
    day.seals.push(seal)
  }
  return day
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
const without = <Item>(items: readonly Item[], at: number) =>
  items.filter((_, index) => index !== at)
const replaced = <Item>(items: readonly Item[], at: number, item: Item) =>
  items.map((one, index) => (index === at ? item : one))

type Attack = (day: AuditInput, at: number) => AuditInput

const attacks: Readonly<Record<string, Attack>> = {
  'a record added': (day) => ({ ...day, records: [...day.records, testRecord(99)] }),
  'a record added with a proof': (day, at) => ({
    ...day,
    records: [...day.records, testRecord(99)],
    proofs: [...day.proofs, { ...(day.proofs[at] as SealProof), recordId: testRecord(99).id }],
  }),
  'a record removed': (day, at) => ({ ...day, records: without(day.records, at) }),
  'a record and its proof removed': (day, at) => ({
    ...day,
    records: without(day.records, at),
    proofs: without(day.proofs, at),
  }),
  'a record changed': (day, at) => ({
    ...day,
    records: replaced(day.records, at, { ...testRecord(at), enteredBy: 'else' }),
  }),
  'a place changed': (day, at) => {
    const proof = day.proofs[at] as SealProof
    return { ...day, proofs: replaced(day.proofs, at, { ...proof, index: proof.index + 1 }) }
  },
  'a seal removed': (day, at) => ({ ...day, seals: without(day.seals, at % day.seals.length) }),
}

describe('auditDay', () => {
  test('is valid for a day that nothing was done to, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.infiniteStream(fc.double({ noNaN: true })), async (given, mix) => {
        const day = await dayOf(given)
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: mix.next().value as number }))
            .sort((left, right) => left.at - right.at)
            .map(({ item }) => item)
        const mixed = {
          records: shuffled(day.records),
          proofs: shuffled(day.proofs),
          seals: shuffled(day.seals),
        }
        const report = await auditDay(mixed, { anchors: chain.anchors })
        expect(report).toMatchObject({ verdict: 'valid', faults: [], missing: [] })
      }),
      { numRuns: 40 },
    )
  })

  test.each(Object.keys(attacks))('finds %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), async (given, place) => {
        const day = await dayOf(given)
        const attacked = (attacks[name] as Attack)(day, place % day.records.length)
        const report = await auditDay(attacked, { anchors: chain.anchors })
        expect(report.verdict).toBe('invalid')
        expect(report.faults.length + report.missing.length).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
  })

  test('records in another order are another seal, under which no proof of the first holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (size) => {
        const records = Array.from({ length: size }, (_, index) => testRecord(index))
        const options = { at: signedAt }
        const one = await sealDay({ facility, date, records }, chain.signer, options)
        const turned = { facility, date, records: [...records].reverse() }
        const other = await sealDay(turned, chain.signer, options)
        for (const [index, record] of records.entries()) {
          const proof = { ...(one.proofs[index] as SealProof), seal: other.proofs[0]?.seal ?? '' }
          const anchors = chain.anchors
          const report = await verifySealedRecord(record, proof, other.seal, { anchors })
          expect(report.verdict).toBe('invalid')
        }
      }),
      { numRuns: 15 },
    )
  })
})
