import { addDays } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
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
import { softwareSigner } from '../signer/software-signer.js'
import { type AuditInput, auditDay } from './audit-day.js'
import type { DaySeal, SealProof } from './day-seal.js'
import { readSealContent } from './seal-content.js'
import { type SealedDay, sealDay } from './seal-day.js'
import { verifySeals } from './verify-seals.js'

const records = [0, 1, 2, 3, 4].map(testRecord)
const late = [5, 6].map(testRecord)
let chain: TestChain
let first: SealedDay
let second: SealedDay

const sealing = (given: readonly DoseRecord[], after?: DaySeal) =>
  sealDay(
    { facility, date, records: given, ...(after === undefined ? {} : { after }) },
    chain.signer,
    { at: signedAt },
  )

beforeAll(async () => {
  chain = await testChain()
  first = await sealing(records)
  second = await sealing(late, first.seal)
})

const day = (): AuditInput => ({
  records: [...records, ...late],
  proofs: [...first.proofs, ...second.proofs],
  seals: [first.seal, second.seal],
})
const audit = (change: Partial<AuditInput> = {}) =>
  auditDay({ ...day(), ...change }, { anchors: chain.anchors })
const told = async (change: Partial<AuditInput>) => {
  const { verdict, faults, missing } = await audit(change)
  return {
    verdict,
    faults: faults.map(({ index, fault }) => `${index} ${fault}`),
    missing: missing.map(({ sequence, index }) => `${sequence}/${index}`),
  }
}
const sound = { verdict: 'valid', faults: [], missing: [] }
const someRecord = (change: Partial<DoseRecord>, index = 2): DoseRecord => ({
  ...testRecord(index),
  ...change,
})
const withRecord = (index: number, record: DoseRecord) =>
  [...records, ...late].map((one, at) => (at === index ? record : one))

describe('a further seal', () => {
  test('counts on and points at the one before', () => {
    expect(readSealContent(first.seal)).toMatchObject({ sequence: 1, size: 5 })
    expect(readSealContent(first.seal)).not.toHaveProperty('previous')
    expect(readSealContent(second.seal)).toMatchObject({
      sequence: 2,
      previous: first.proofs[0]?.seal,
      size: 2,
    })
  })

  test.each<[string, () => DaySeal]>([
    ['of another facility', () => ({ ...first.seal, jws: 'a.b.c' })],
    ['that is no seal', () => ({ ...first.seal, jws: '' })],
  ])('does not follow one %s', async (_, after) => {
    expect(await codeOf(sealing(late, after()))).toBe('signing.seal.previous')
  })

  test('does not follow one of another day', async () => {
    const input = { facility, date: addDays(date, 1), records: [], after: first.seal }
    const tomorrow = { ...testRecord(9), dose: { ...testRecord().dose, date: input.date } }
    const made = sealDay({ ...input, records: [tomorrow] }, chain.signer, { at: signedAt })
    expect(await codeOf(made)).toBe('signing.seal.previous')
  })
})

describe('verifySeals', () => {
  const verify = (seals: readonly DaySeal[], anchors = chain.anchors) =>
    verifySeals(seals, { anchors })

  test('a day with two seals is whole, in whatever order they come', async () => {
    for (const seals of [
      [first.seal, second.seal],
      [second.seal, first.seal],
    ]) {
      const report = await verify(seals)
      expect(report.verdict).toBe('valid')
      expect(report.seals.map(({ verdict }) => verdict)).toEqual(['valid', 'valid'])
    }
  })

  test.each<[string, () => Promise<readonly DaySeal[]>, string]>([
    ['none at all', async () => [], 'seals.present failed none'],
    ['without the first', async () => [second.seal], 'seals.unbroken failed hole'],
    [
      'without the middle one',
      async () => [first.seal, (await sealing([testRecord(8)], second.seal)).seal],
      'seals.unbroken failed hole',
    ],
    [
      'with two that follow the first',
      async () => [first.seal, second.seal, (await sealing([testRecord(8)], first.seal)).seal],
      'seals.unbroken failed fork',
    ],
    [
      'with two first ones',
      async () => [first.seal, (await sealing([testRecord(8)])).seal],
      'seals.unbroken failed fork',
    ],
    [
      'that follow another first one',
      async () => [(await sealing([testRecord(8)])).seal, second.seal],
      'seals.unbroken failed other-seal-before',
    ],
    ['one of them twice', async () => [first.seal, first.seal], 'seals.unbroken failed doubled'],
    [
      'of two facilities',
      async () => {
        const record = { ...testRecord(), dose: { ...testRecord().dose, facility: '01235' } }
        const input = { facility: '01235', date, records: [record] }
        return [first.seal, (await sealDay(input, chain.signer, { at: signedAt })).seal]
      },
      'seals.same-day failed differs',
    ],
    [
      'one of them changed',
      async () => [first.seal, { ...second.seal, facility: '01235' }],
      'seals.valid failed invalid',
    ],
  ])('finds %s', async (_, seals, open) => {
    const report = await verify(await seals())
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe(open)
  })

  test('without anchors it stays open', async () => {
    const report = await verify([first.seal], [])
    expect(report.verdict).toBe('indeterminate')
    expect(firstOpen(report)).toBe('seals.valid unknown indeterminate')
  })
})

describe('auditDay', () => {
  test('a day that is as it was sealed is valid, in any order', async () => {
    expect(await told({})).toEqual(sound)
    const { records: all, proofs, seals } = day()
    const turned = { records: [...all].reverse(), proofs: [...proofs].reverse(), seals }
    expect(await told(turned)).toEqual(sound)
    expect((await audit(turned)).belonging).toEqual(turned.records.map(({ id }) => id))
  })

  const otherFacility = { ...testRecord(2).dose, facility: '01235' }
  const otherDay = { ...testRecord(2).dose, date: addDays(date, 1) }
  const proofOf = (index: number): SealProof => day().proofs[index] as SealProof
  test.each<[string, () => Partial<AuditInput>, readonly string[], readonly string[]]>([
    [
      'a changed record',
      () => ({ records: withRecord(2, someRecord({ enteredBy: 'else' })) }),
      ['2 changed'],
      [],
    ],
    ['a record taken out', () => ({ records: records.concat(late.slice(1)) }), [], ['2/0']],
    [
      'a record that nobody sealed',
      () => ({ records: [...day().records, testRecord(9)] }),
      ['7 not-sealed'],
      [],
    ],
    [
      'a record with the proof of another',
      () => ({
        records: [testRecord(9), ...day().records],
        proofs: [{ ...proofOf(0), recordId: testRecord(9).id }, ...day().proofs],
      }),
      ['0 not-sealed'],
      [],
    ],
    [
      'a record of another facility',
      () => ({ records: withRecord(2, someRecord({ dose: otherFacility })) }),
      ['2 other-facility'],
      ['1/2'],
    ],
    [
      'a record of another day',
      () => ({ records: withRecord(2, someRecord({ dose: otherDay })) }),
      ['2 other-day'],
      ['1/2'],
    ],
    [
      'what is no record',
      () => ({ records: withRecord(2, null as never) }),
      ['2 not-a-record'],
      ['1/2'],
    ],
    ['a record twice', () => ({ records: [...day().records, testRecord(2)] }), ['7 doubled'], []],
    [
      'a record that comes back changed',
      () => ({ records: [...day().records, someRecord({ enteredBy: 'else' })] }),
      ['7 doubled'],
      [],
    ],
    [
      "two proofs that say each other's record",
      () => ({
        proofs: day().proofs.map((one, at) =>
          at === 1 || at === 2 ? { ...one, recordId: testRecord(3 - at).id } : one,
        ),
      }),
      ['1 changed', '2 changed'],
      [],
    ],
    [
      'a proof at another place',
      () => ({ proofs: day().proofs.map((one, at) => (at === 2 ? { ...one, index: 99 } : one)) }),
      ['2 not-sealed'],
      ['1/2'],
    ],
    ['a proof left out', () => ({ proofs: day().proofs.slice(1) }), ['0 not-sealed'], ['1/0']],
    [
      'the further seal left out',
      () => ({ seals: [first.seal] }),
      ['5 no-valid-seal', '6 no-valid-seal'],
      [],
    ],
  ])('names %s, and nothing else', async (_, change, faults, missing) => {
    expect(await told(change())).toEqual({ verdict: 'invalid', faults, missing })
  })

  test('a record under two seals is named', async () => {
    const third = await sealing([testRecord(0)], second.seal)
    const change = {
      proofs: [...day().proofs, ...third.proofs],
      seals: [...day().seals, third.seal],
    }
    expect(await told(change)).toEqual({ verdict: 'invalid', faults: ['0 doubled'], missing: [] })
  })

  test('a missing record is named by its proof', async () => {
    const { missing } = await audit({ records: records.slice(1).concat(late) })
    expect(missing).toEqual([
      { seal: proofOf(0).seal, sequence: 1, index: 0, recordId: testRecord(0).id },
    ])
  })

  test('without anchors nothing is decided: no record belongs, and none is told not to', async () => {
    const report = await auditDay(day(), { anchors: [] })
    expect(report.verdict).toBe('indeterminate')
    expect(report.checks.map(({ id, status, reason }) => [id, status, reason].join(' '))).toEqual([
      'seals.present passed ',
      'seals.valid unknown indeterminate',
      'seals.same-day unknown not-all-valid',
      'seals.unbroken unknown not-all-valid',
      'records.belong unknown undecided',
      'records.complete unknown seals',
    ])
    expect(report.belonging).toEqual([])
    expect(report.faults.map(({ fault }) => fault)).toEqual(Array(7).fill('undecided'))
  })

  test.each<[string, () => Partial<AuditInput>, string]>([
    ['is no record', () => ({ records: withRecord(2, null as never) }), '2 not-a-record'],
    ['is there twice', () => ({ records: [...day().records, testRecord(2)] }), '7 doubled'],
    ['has no proof', () => ({ records: [...day().records, testRecord(9)] }), '7 not-sealed'],
    ['has a seal that is not there', () => ({ seals: [first.seal] }), '5 no-valid-seal'],
    [
      'has a seal that is invalid',
      () => ({ seals: [first.seal, { ...second.seal, facility: '01235' }] }),
      '6 no-valid-seal',
    ],
  ])('an undecided seal hides no record that %s', async (_, change, fault) => {
    const report = await auditDay({ ...day(), ...change() }, { anchors: [] })
    expect(report.verdict).toBe('invalid')
    expect(report.faults.map((one) => `${one.index} ${one.fault}`)).toContain(fault)
  })

  test('a seal whose chain has a hole leaves its own records open, and only those', async () => {
    const { pkcs8, chain: whole } = chain
    const own = { privateKey: { pkcs8 }, algorithm: 'ES256', chain: whole.slice(0, 1) } as const
    const after = { facility, date, records: late, after: first.seal }
    const made = await sealDay(after, await softwareSigner(own), { at: signedAt })
    const proofs = [...first.proofs, ...made.proofs]
    expect(await told({ proofs, seals: [first.seal, made.seal] })).toEqual({
      verdict: 'indeterminate',
      faults: ['5 undecided', '6 undecided'],
      missing: [],
    })
  })
})
