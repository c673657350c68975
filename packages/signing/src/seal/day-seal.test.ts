import { addDays, canonicalJson, toBase64Url, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { beforeAll, describe, expect, test } from 'vitest'
import { signRecord } from '../record/sign-records.js'
import { verifyRecord } from '../record/verify-record.js'
import {
  codeOf,
  date,
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testAmendment,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { type DaySeal, type SealProof, sealHash } from './day-seal.js'
import { type SealedDay, sealDay } from './seal-day.js'
import { verifyDaySeal } from './verify-day-seal.js'
import { type SealedRecord, sealedRecordCheckIds } from './judge-sealed.js'
import { verifySealedRecord, verifySealedRecords } from './verify-sealed-record.js'

const records = [0, 1, 2, 3, 4].map(testRecord)
let chain: TestChain
let day: SealedDay

beforeAll(async () => {
  chain = await testChain()
  day = await sealDay({ facility, date, records }, chain.signer, { at: signedAt })
})

const proofOf = (index: number): SealProof => {
  const proof = day.proofs[index]
  if (proof === undefined) throw new Error('no such proof')
  return proof
}
const verify = (change: { record?: DoseRecord; proof?: SealProof; seal?: DaySeal } = {}) =>
  verifySealedRecord(
    change.record ?? testRecord(2),
    change.proof ?? proofOf(2),
    change.seal ?? day.seal,
    { anchors: chain.anchors },
  )

/** A seal whose content was changed and signed again by the same key. */
async function resealed(change: (content: object) => unknown): Promise<DaySeal> {
  const [head = '', body = ''] = day.seal.jws.split('.')
  const content = change(JSON.parse(Buffer.from(body, 'base64url').toString()) as object)
  const input = `${head}.${toBase64Url(utf8(canonicalJson(content)))}`
  const signature = await chain.signer.sign(utf8(input))
  return { ...day.seal, jws: `${input}.${toBase64Url(signature)}` }
}

describe('sealDay', () => {
  test('uses the key once for all records', async () => {
    let uses = 0
    const counted = {
      ...chain.signer,
      signMany: (data: readonly Uint8Array[]) => {
        uses += data.length
        return Promise.all(data.map((one) => chain.signer.sign(one)))
      },
    }
    const { proofs } = await sealDay({ facility, date, records }, counted, { at: signedAt })
    expect(uses).toBe(1)
    expect(proofs.map(({ recordId }) => recordId)).toEqual(records.map(({ id }) => id))
  })

  const amendment = testAmendment(7, '2022-05-21T02:00:00.000Z')
  test('an amendment belongs to the day of its entry as well as to that of its dose', async () => {
    for (const given of [date, addDays(date, 1)]) {
      const input = { facility, date: given, records: [amendment] }
      const { seal, proofs } = await sealDay(input, chain.signer, { at: signedAt })
      const [proof = proofOf(0)] = proofs
      expect((await verify({ record: amendment, proof, seal })).verdict).toBe('valid')
    }
  })

  test.each<[string, readonly DoseRecord[], string]>([
    ['no records', [], 'signing.seal.empty'],
    ['a record twice', [testRecord(1), testRecord(1)], 'signing.seal.duplicate'],
    [
      'a record of another facility',
      [{ ...testRecord(), dose: { ...testRecord().dose, facility: '01235' } }],
      'signing.seal.foreign-record',
    ],
    [
      'a record of the day after',
      [{ ...testRecord(), dose: { ...testRecord().dose, date: addDays(date, 1) } }],
      'signing.seal.foreign-record',
    ],
    [
      'an amendment entered another day',
      [
        {
          ...testAmendment(1, '2022-05-22T02:00:00.000Z'),
          dose: { ...testRecord().dose, date: addDays(date, -1) },
        },
      ],
      'signing.seal.foreign-record',
    ],
    ['what JSON cannot carry', [{ ...testRecord(), enteredBy: '\ud800' }], 'input.json-canonical'],
  ])('does not seal %s', async (_, given, code) => {
    const sealing = sealDay({ facility, date, records: given }, chain.signer, { at: signedAt })
    expect(await codeOf(sealing)).toBe(code)
  })

  test('a signature that does not hold seals nothing', async () => {
    const hollow = { ...chain.signer, signMany: () => Promise.resolve([new Uint8Array(64)]) }
    const sealing = sealDay({ facility, date, records }, hollow, { at: signedAt })
    expect(await codeOf(sealing)).toBe('signing.answer')
  })
})

describe('verifyDaySeal', () => {
  test('a seal that a facility made is valid and gives its content', async () => {
    const report = await verifyDaySeal(day.seal, { anchors: chain.anchors })
    expect(report.verdict).toBe('valid')
    expect(report.content).toMatchObject({ facility, date, size: 5 })
  })

  test('without anchors it stays open, and gives nothing', async () => {
    const report = await verifyDaySeal(day.seal, { anchors: [] })
    expect(report.verdict).toBe('indeterminate')
    expect(report.content).toBeUndefined()
  })

  test.each<[string, (content: object) => unknown]>([
    ['another format', (content) => ({ ...content, format: 'day-seal/2' })],
    ['no records', (content) => ({ ...content, size: 0 })],
    ['half a record', (content) => ({ ...content, size: 1.5 })],
    ['a root in capitals', (content) => ({ ...content, root: 'A'.repeat(64) })],
    ['a short root', (content) => ({ ...content, root: 'ab' })],
    ['a day that is none', (content) => ({ ...content, date: '2022-02-30' })],
    ['a member too many', (content) => ({ ...content, more: 1 })],
    ['no place in the chain', (content) => ({ ...content, sequence: 0 })],
    ['a seal before the first', (content) => ({ ...content, previous: 'a'.repeat(64) })],
    ['no seal before the second', (content) => ({ ...content, sequence: 2 })],
    ['minutes without a hash', (content) => ({ ...content, replaces: [{ id: 'x' }] })],
    ['minutes that are none', (content) => ({ ...content, replaces: [null] })],
    ['no minutes, said so', (content) => ({ ...content, replaces: [] })],
    ['a text', () => 'x'],
    ['null', () => null],
  ])('content with %s is no seal, however well it is signed', async (_, change) => {
    const report = await verifyDaySeal(await resealed(change), { anchors: chain.anchors })
    expect(report.verdict).toBe('invalid')
    expect(firstOpen(report)).toBe('seal.schema failed not-a-seal')
  })

  test.each([
    ['facility', { facility: '01235' }],
    ['day', { date: addDays(date, 1) }],
    ['format', { format: 'day-seal/2' as 'day-seal/1' }],
  ])('an envelope of another %s is refused', async (_, change) => {
    const report = await verifyDaySeal({ ...day.seal, ...change }, { anchors: chain.anchors })
    expect(firstOpen(report)).toBe('seal.envelope failed differs')
  })

  test("a seal's signature is none on a record, and a record's none on a seal", async () => {
    const record = await signRecord(testRecord(), chain.signer, { at: signedAt })
    const seal = await verifyDaySeal({ ...day.seal, jws: record.jws }, { anchors: chain.anchors })
    expect(firstOpen(seal)).toBe('jws.header failed type')
    const given = { ...record, jws: day.seal.jws }
    const report = await verifyRecord(given, { anchors: chain.anchors })
    expect(firstOpen(report)).toBe('jws.header failed type')
  })
})

describe('verifySealedRecord', () => {
  test('every record of the day is valid with its own proof', async () => {
    const items = records.map((record, index) => ({ record, proof: proofOf(index) }))
    const report = await verifySealedRecords(items, day.seal, { anchors: chain.anchors })
    expect(report.records.map(({ record }) => record)).toEqual(records)
    expect(report.seal.content?.size).toBe(5)
    expect((await verify()).checks.map(({ id }) => id)).toEqual(sealedRecordCheckIds)
  })

  test('an audit names exactly the records that do not belong', async () => {
    const items: SealedRecord[] = records.map((record, index) => ({
      record: index === 3 ? { ...record, enteredBy: 'somebody-else' } : record,
      proof: proofOf(index),
    }))
    const stranger = { record: testRecord(9), proof: { ...proofOf(0), recordId: testRecord(9).id } }
    const options = { anchors: chain.anchors }
    const { records: reports } = await verifySealedRecords([...items, stranger], day.seal, options)
    expect(reports.map(({ verdict }) => verdict)).toEqual([
      'valid',
      'valid',
      'valid',
      'invalid',
      'valid',
      'invalid',
    ])
  })

  const inclusion = 'record.inclusion failed'
  test.each<[string, () => Parameters<typeof verify>[0], string]>([
    [
      'a changed record',
      () => ({ record: { ...testRecord(2), enteredBy: 'somebody-else' } }),
      `${inclusion} not-under-the-seal`,
    ],
    ['the proof of another record', () => ({ proof: proofOf(1) }), `${inclusion} other-record`],
    [
      'another place',
      () => ({ proof: { ...proofOf(2), index: 1 } }),
      `${inclusion} not-under-the-seal`,
    ],
    [
      'a hash too few',
      () => ({ proof: { ...proofOf(2), hashes: proofOf(2).hashes.slice(1) } }),
      `${inclusion} not-under-the-seal`,
    ],
    [
      'hashes in capitals',
      () => ({
        proof: { ...proofOf(2), hashes: proofOf(2).hashes.map((one) => one.toUpperCase()) },
      }),
      `${inclusion} not-a-proof`,
    ],
    [
      'another format of proof',
      () => ({ proof: { ...proofOf(2), format: 'seal-proof/2' as 'seal-proof/1' } }),
      `${inclusion} not-a-proof`,
    ],
    ['a text for a proof', () => ({ proof: 'x' as never }), `${inclusion} not-a-proof`],
    [
      'a record of another day',
      () => ({
        record: { ...testRecord(2), dose: { ...testRecord().dose, date: addDays(date, 1) } },
      }),
      'record.facility-and-day failed differs',
    ],
    [
      'what is no record',
      () => ({ record: { ...testRecord(2), format: 'x' } as never }),
      'record.schema failed format',
    ],
    [
      'what JSON cannot carry',
      () => ({ record: { ...testRecord(2), enteredBy: '\ud800' } }),
      `${inclusion} not-canonical`,
    ],
    [
      'a seal that is no seal',
      () => ({ seal: { ...day.seal, jws: 'a.b.c' } }),
      'jws.form failed not-base64url',
    ],
  ])('with %s it is not valid', async (_, change, open) => {
    const report = await verify(change())
    expect(report.verdict).toBe('invalid')
    expect(report.record).toBeUndefined()
    expect(firstOpen(report)).toBe(open)
  })

  test('a proof of one seal never holds under another', async () => {
    const fewer = { facility, date, records: records.slice(0, 4) }
    const { seal } = await sealDay(fewer, chain.signer, { at: signedAt })
    for (const [index, record] of records.slice(0, 4).entries()) {
      const report = await verify({ record, proof: proofOf(index), seal })
      expect(firstOpen(report)).toBe(`${inclusion} other-seal`)
      const forged = { ...proofOf(index), seal: await sealHash(seal, systemCrypto) }
      const forgery = await verify({ record, proof: forged, seal })
      expect(firstOpen(forgery)).toBe(`${inclusion} not-under-the-seal`)
    }
  })

  test('without anchors it stays open, and there is no record', async () => {
    const report = await verifySealedRecord(testRecord(2), proofOf(2), day.seal, { anchors: [] })
    expect(report.verdict).toBe('indeterminate')
    expect(report.record).toBeUndefined()
  })
})
