import { addDays, SigningError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { errorCatalogue } from '../errors.js'
import { verifyRecord } from '../record/verify-record.js'
import { countingCrypto } from '../seal/counting-crypto.fixture.js'
import { readSealContent } from '../seal/seal-content.js'
import { auditDay } from '../seal/audit-day.js'
import {
  codeOf,
  date,
  facility,
  signedAt,
  type TestChain,
  testChain,
} from '../test-chain.fixture.js'
import type { DaySigningEvent } from './day-desk.js'
import type { DaySigningMode } from './journal.js'
import {
  type DaySigningOutcome,
  type SignDayInput,
  type SignDayOptions,
  signDay,
} from './sign-day.js'
import { memoryJournal, provider, readyRecord } from './sign-day.fixture.js'

const five = [0, 1, 2, 3, 4].map((index) => readyRecord(index))
let chain: TestChain
let other: TestChain
beforeAll(async () => {
  chain = await testChain()
  other = await testChain()
})

interface Setting {
  readonly mode?: DaySigningMode
  readonly records?: readonly DoseRecord[]
  readonly signer?: Signer
  readonly kept?: ReturnType<typeof memoryJournal>
  readonly options?: Partial<SignDayOptions>
  readonly input?: Partial<SignDayInput>
}

function run({ mode = 'records', records = five, signer, kept, options, input }: Setting = {}) {
  const { journal } = kept ?? memoryJournal()
  return signDay({ mode, facility, date, records, ...input }, signer ?? chain.signer, {
    at: signedAt,
    journal,
    judge: () => [],
    ...options,
  })
}

const idsOf = (records: readonly DoseRecord[]) => records.map(({ id }) => id)
const told = ({ unsigned }: DaySigningOutcome) =>
  unsigned.map(({ recordId, code }) => `${Number(recordId.slice(-12))} ${code}`)
const signedIds = ({ signed }: DaySigningOutcome) => signed.map(({ recordId }) => recordId)
const sealedIds = ({ sealed }: DaySigningOutcome) =>
  sealed.flatMap(({ proofs }) => proofs.map(({ recordId }) => recordId))

describe('signDay, a signature for each record', () => {
  test('signs all, in requests as large as the signer takes', async () => {
    const { signer, calls } = provider(chain.signer, 2)
    const kept = memoryJournal()
    const outcome = await run({ signer, kept })
    expect(signedIds(outcome)).toEqual(idsOf(five))
    expect(outcome).toMatchObject({ sealed: [], unsigned: [] })
    expect(calls.map(({ hashes }) => hashes)).toEqual([2, 2, 1])
    expect(new Set(calls.map(({ request }) => request)).size).toBe(3)
    const pairs = ['asked', 'signed']
    expect(kept.kinds()).toEqual(['opened', 'prepared', ...pairs, ...pairs, ...pairs])
    expect(kept.made.map(({ signed }) => signed.length)).toEqual([2, 2, 1])
    for (const one of outcome.signed) {
      const report = await verifyRecord(one, { anchors: chain.anchors })
      expect(report.verdict).toBe('valid')
    }
  })

  test('asks signers that take one at a time for one at a time, each under an id of its own', async () => {
    const seen: (string | undefined)[] = []
    const single: Signer = {
      algorithm: chain.signer.algorithm,
      chain: chain.signer.chain,
      sign: (data, options) => {
        seen.push(options?.request)
        return chain.signer.sign(data)
      },
    }
    expect((await run({ signer: single })).signed).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })

  test('hands digests to signers that take them', async () => {
    const data: Uint8Array[] = []
    const { signer } = provider(chain.signer, 5)
    const hashing: Signer = {
      ...signer,
      signMany: () => Promise.reject(new Error('asked with the texts')),
      signHashes: (hashes) => {
        data.push(...hashes)
        return Promise.resolve(hashes.map(() => new Uint8Array(64)))
      },
    }
    const outcome = await run({ signer: hashing })
    expect(data.map(({ length }) => length)).toEqual([32, 32, 32, 32, 32])
    expect(told(outcome)).toEqual(five.map((_, index) => `${index} signing.answer`))
  })

  test('tells how far it is', async () => {
    const events: DaySigningEvent[] = []
    const { signer } = provider(chain.signer, 3)
    await run({ signer, options: { onEvent: (event) => events.push(event) } })
    expect(events.map(({ kind }) => kind)).toEqual([
      'prepared',
      ...['asked', 'waiting', 'confirmed', 'signed'],
      ...['asked', 'waiting', 'confirmed', 'signed'],
    ])
    expect(events.filter(({ kind }) => kind === 'signed')).toMatchObject([
      { done: 3, total: 5 },
      { done: 5, total: 5 },
    ])
  })

  const foreign = { ...readyRecord(1).dose, facility: '01235' }
  test.each<[string, DoseRecord, string]>([
    [
      'a record of another facility',
      readyRecord(1, { dose: foreign }),
      'signing.day.foreign-record',
    ],
    [
      'a record whose identity is open',
      readyRecord(1, { identity: { status: 'pending' } }),
      'signing.day.identity',
    ],
    [
      'a record without an identity',
      readyRecord(1, { identity: undefined as never }),
      'signing.day.identity',
    ],
    ['a record twice', readyRecord(0), 'signing.day.duplicate'],
    ['what JSON cannot carry', readyRecord(1, { enteredBy: '\ud800' }), 'input.json-canonical'],
    ['what is no record', {} as DoseRecord, 'signing.day.not-a-record'],
    ['nothing', null as never, 'signing.day.not-a-record'],
  ])('refuses %s and signs the others', async (_, record, code) => {
    for (const mode of ['records', 'seal'] as const) {
      const outcome = await run({ mode, records: [readyRecord(0), record, readyRecord(2)] })
      expect(outcome.unsigned.map((one) => one.code)).toEqual([code])
      expect([...signedIds(outcome), ...sealedIds(outcome)]).toHaveLength(2)
    }
  })

  test('refuses what the judge finds something in, and says what', async () => {
    const judge = ({ id }: DoseRecord) => (id === five[1]?.id ? ['completeness.missing'] : [])
    const { unsigned } = await run({ options: { judge } })
    expect(unsigned).toEqual([
      {
        recordId: five[1]?.id,
        code: 'signing.day.incomplete',
        reasons: ['completeness.missing'],
      },
    ])
  })

  test('opens no round when there is nothing to sign', async () => {
    const kept = memoryJournal()
    expect(await run({ kept, records: [] })).toEqual({ signed: [], sealed: [], unsigned: [] })
    expect(kept.kinds()).toEqual([])
  })

  test('a journal of which the beginning is missing is not gone on with', async () => {
    const kept = memoryJournal()
    await run({ kept })
    kept.lines.shift()
    expect(await codeOf(run({ kept }))).toBe('signing.journal')
  })
})

describe('signDay, after something went wrong', () => {
  test.each([
    ['signing.expired', 'another id', 2],
    ['signing.rejected', 'another id', 2],
    ['signing.unavailable', 'the id that it had', 1],
    ['signing.stopped', 'the id that it had', 1],
  ])('after %s it asks the rest again under %s', async (code, _, ids) => {
    const { signer, moods, calls, uses } = provider(chain.signer, 2)
    const kept = memoryJournal()
    moods.push(() => undefined, code)
    const first = await run({ signer, kept })
    expect(told(first)).toEqual([`2 ${code}`, `3 ${code}`, '4 signing.not-tried'])
    expect(signedIds(first)).toEqual(idsOf(five.slice(0, 2)))
    const second = await run({ signer, kept })
    expect(signedIds(second)).toEqual(idsOf(five))
    expect(second.signed.slice(0, 2)).toEqual(first.signed)
    expect(new Set(calls.slice(1, 3).map(({ request }) => request)).size).toBe(ids)
    expect([...uses.values()]).toEqual([1, 1, 1, 1, 1])
  })

  test('what threw no error of ours is taken for a signer that is not there', async () => {
    const { signer, moods } = provider(chain.signer, 5)
    moods.push(() => Promise.reject(new Error('Nguyễn Thị Mẫu')))
    expect((await run({ signer })).unsigned[0]?.code).toBe('signing.unavailable')
  })

  test('an answer that does not hold is not kept, and the record asked for again', async () => {
    const { signer } = provider(chain.signer, 5)
    const kept = memoryJournal()
    const mixed: Signer = {
      ...signer,
      signMany: async (data, options) => {
        const [one, ...rest] = (await signer.signMany?.(data, options)) ?? []
        return one === undefined ? [] : [...rest, one]
      },
    }
    expect(told(await run({ signer: mixed, kept }))).toHaveLength(5)
    expect((await run({ signer, kept })).signed).toHaveLength(5)
  })

  test('a request that was under way when the power went is asked again under its id', async () => {
    for (const mode of ['records', 'seal'] as const) {
      const { signer, calls, uses } = provider(chain.signer, 5)
      const kept = memoryJournal()
      kept.state.failAt = 3
      await expect(run({ mode, signer, kept })).rejects.toThrow('the power went')
      kept.state.failAt = Number.POSITIVE_INFINITY
      const outcome = await run({ mode, signer, kept })
      expect(outcome.unsigned).toEqual([])
      expect(new Set(calls.map(({ request }) => request)).size).toBe(1)
      expect([...uses.values()].every((count) => count === 1)).toBe(true)
    }
  })

  test('killed at every step it comes to the same, and the key is used once for each', async () => {
    for (const mode of ['records', 'seal'] as const) {
      for (let failAt = 0; failAt < 9; failAt += 1) {
        const { signer, uses } = provider(chain.signer, 2)
        const kept = memoryJournal()
        kept.state.failAt = failAt
        await run({ mode, signer, kept }).catch(() => undefined)
        kept.state.failAt = Number.POSITIVE_INFINITY
        const outcome = await run({ mode, signer, kept })
        expect(outcome.unsigned).toEqual([])
        expect([...signedIds(outcome), ...sealedIds(outcome)]).toEqual(idsOf(five))
        expect([...uses.values()].every((count) => count === 1)).toBe(true)
        const again = await run({ mode, signer, kept })
        expect(again).toEqual(outcome)
      }
    }
  })

  test.each<[DaySigningMode, number]>([
    ['records', 0],
    // The hash by which its proofs name the seal.
    ['seal', 1],
  ])('%s: going on hashes nothing again', async (mode, digests) => {
    const { signer, moods } = provider(chain.signer, 2)
    const kept = memoryJournal()
    moods.push('signing.expired')
    await run({ mode, signer, kept })
    const { crypto, work } = countingCrypto()
    const outcome = await run({ mode, signer, kept, options: { crypto } })
    expect(outcome.unsigned).toEqual([])
    expect(work.digests).toBe(mode === 'records' ? digests : 2 * digests)
  })

  test('a stopped call signs nothing more', async () => {
    const { signer, calls } = provider(chain.signer, 2)
    const signal = { aborted: true } as NonNullable<SignDayOptions['signal']>
    const outcome = await run({ signer, options: { signal } })
    expect(outcome.unsigned[0]?.code).toBe('signing.stopped')
    expect(calls).toEqual([])
  })
})

describe('signDay, when the day has gone on', () => {
  const changed = readyRecord(3, { enteredBy: 'somebody-else' })
  const withChange = five.map((one) => (one.id === changed.id ? changed : one))

  test.each<DaySigningMode>(['records', 'seal'])(
    '%s: a record that changed since it was made ready is refused by name, and signed the next time',
    async (mode) => {
      const { signer, moods } = provider(chain.signer, 5)
      const kept = memoryJournal()
      moods.push('signing.unavailable')
      await run({ mode, signer, kept })
      const outcome = await run({ mode, signer, kept, records: withChange })
      expect(told(outcome)).toEqual(['3 signing.day.changed'])
      const next = await run({ mode, signer, kept, records: withChange })
      expect(next.unsigned).toEqual([])
      if (mode === 'records') {
        const made = next.signed.find(({ recordId }) => recordId === changed.id)
        if (made === undefined) throw new Error('not signed')
        const report = await verifyRecord(made, { anchors: chain.anchors })
        expect(report.record?.enteredBy).toBe('somebody-else')
        // What came for the text as it was is not handed out.
        expect(kept.made.flatMap(({ signed }) => signed).map(({ recordId }) => recordId)).toEqual([
          ...idsOf(five).filter((id) => id !== changed.id),
          changed.id,
        ])
      } else {
        const seals = next.sealed.map(({ seal }) => seal)
        const proofs = next.sealed.flatMap((one) => one.proofs)
        const audit = await auditDay(
          { records: withChange, proofs, seals },
          { anchors: chain.anchors },
        )
        expect(audit).toMatchObject({ verdict: 'valid', faults: [], missing: [] })
      }
    },
  )

  test('a record that changed after it was signed is refused for good', async () => {
    const kept = memoryJournal()
    await run({ kept })
    for (const _ of [1, 2]) {
      const outcome = await run({ kept, records: withChange })
      expect(told(outcome)).toEqual(['3 signing.day.changed'])
    }
  })

  test('late records get a round of their own; under seals a further seal', async () => {
    for (const mode of ['records', 'seal'] as const) {
      const { signer, uses } = provider(chain.signer, 5)
      const kept = memoryJournal()
      await run({ mode, signer, kept, records: five.slice(0, 3) })
      const outcome = await run({ mode, signer, kept })
      expect(outcome.unsigned).toEqual([])
      expect([...signedIds(outcome), ...sealedIds(outcome)]).toEqual(idsOf(five))
      expect([...uses.values()].every((count) => count === 1)).toBe(true)
      const contents = outcome.sealed.map(({ seal }) => readSealContent(seal))
      if (mode === 'seal') {
        expect(contents).toMatchObject([
          { sequence: 1, size: 3 },
          { sequence: 2, size: 2, previous: outcome.sealed[0]?.proofs[0]?.seal },
        ])
      }
    }
  })

  test('a seal follows the one that is given', async () => {
    const [first] = (await run({ mode: 'seal', records: five.slice(0, 1) })).sealed
    if (first === undefined) throw new Error('no seal')
    const input = { after: first.seal }
    const outcome = await run({ mode: 'seal', records: five.slice(1), input })
    expect(outcome.sealed.map(({ seal }) => readSealContent(seal)?.sequence)).toEqual([2])
  })

  test('a seal that was made ready is given up when another has come before it', async () => {
    const { signer, moods } = provider(chain.signer, 5)
    const kept = memoryJournal()
    moods.push('signing.expired')
    await run({ mode: 'seal', signer, kept, records: five.slice(1) })
    const [first] = (await run({ mode: 'seal', records: five.slice(0, 1) })).sealed
    if (first === undefined) throw new Error('no seal')
    const input = { after: first.seal }
    const outcome = await run({ mode: 'seal', signer, kept, records: five.slice(1), input })
    expect(outcome.sealed.map(({ seal }) => readSealContent(seal)?.sequence)).toEqual([2])
  })

  test('a seal of which a record is gone is given up before it is signed', async () => {
    const { signer, moods } = provider(chain.signer, 5)
    const kept = memoryJournal()
    moods.push('signing.expired')
    await run({ mode: 'seal', signer, kept })
    const outcome = await run({ mode: 'seal', signer, kept, records: five.slice(1) })
    expect(sealedIds(outcome)).toEqual(idsOf(five.slice(1)))
  })

  test.each<[string, () => Setting]>([
    ['the next day', () => ({ options: { at: new Date('2022-05-21T01:00:00Z') } })],
    ['with another certificate', () => ({ signer: provider(other.signer, 5).signer })],
    ['in the other mode', () => ({ mode: 'seal' })],
  ])('%s what was made ready is made ready anew', async (_, change) => {
    const { signer, moods } = provider(chain.signer, 5)
    const kept = memoryJournal()
    moods.push('signing.unavailable')
    await run({ signer, kept })
    const outcome = await run({ signer, kept, ...change() })
    expect(outcome.unsigned).toEqual([])
    expect(kept.kinds().filter((kind) => kind === 'opened')).toHaveLength(2)
  })

  test('a day further on is another place', async () => {
    const outcome = await run({ input: { date: addDays(date, 1) } })
    expect(outcome.unsigned.map(({ code }) => code)).toEqual(
      five.map(() => 'signing.day.foreign-record'),
    )
  })
})

test('a signer without a certificate signs nothing', async () => {
  const bare = { ...chain.signer, chain: [] }
  expect(await codeOf(run({ signer: bare }))).toBe('signing.no-certificate')
  expect(new SigningError(errorCatalogue, 'signing.journal').code).toBe('signing.journal')
})
