import { beforeAll, describe, expect, test } from 'vitest'
import { verifyRecordCose } from '../cose/verify-record-cose.js'
import { signRecordCose } from '../cose/sign-record-cose.js'
import { verifyRecord } from '../record/verify-record.js'
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
import { timestampSeal } from '../timestamp/timestamp-seal.js'
import { auditDay } from './audit-day.js'
import { readSealContent } from './seal-content.js'
import { type SealedDay, sealDay } from './seal-day.js'
import { sealVerifier } from './seal-verifier.js'
import { verifyDaySeal } from './verify-day-seal.js'
import { verifySealedRecord } from './verify-sealed-record.js'
import { verifySeals } from './verify-seals.js'

const records = [testRecord(0)]
let chain: TestChain
let day: SealedDay
beforeAll(async () => {
  chain = await testChain()
  day = await sealDay({ facility, date, records }, chain.signer, { at: signedAt })
})
const terms = () => ({ anchors: chain.anchors })

describe.each<[string, unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['a number', 5],
  ['a text', 'x'],
  ['a list', []],
  ['an object without a JWS', {}],
])('%s in the place of an envelope', (_, nothing) => {
  const given = nothing as never

  test('is a record or a seal whose form fails', async () => {
    for (const report of [
      await verifyRecord(given, terms()),
      await verifyDaySeal(given, terms()),
      await verifySealedRecord(testRecord(0), day.proofs[0] as never, given, terms()),
    ]) {
      expect(report.verdict).toBe('invalid')
      expect(firstOpen(report)).toBe('jws.form failed not-compact')
    }
    expect(readSealContent(given)).toBeUndefined()
  })

  test('is judged twice by a verifier that remembers', async () => {
    const verifier = sealVerifier(terms())
    for (const report of [await verifier.seal(given), await verifier.seal(given)]) {
      expect(report.verdict).toBe('invalid')
    }
  })

  test('is an invalid one of several seals', async () => {
    const report = await verifySeals([day.seal, given], terms())
    expect(firstOpen(report)).toBe('seals.valid failed invalid')
    const audit = await auditDay({ records, ...day, seals: [day.seal, given] }, terms())
    expect(audit.verdict).toBe('invalid')
  })

  test('is a record before an amendment that is not valid', async () => {
    const cose = await signRecordCose(testRecord(0), chain.signer, { at: signedAt })
    const report = await verifyRecordCose(cose, { ...terms(), earlier: [given] })
    expect(firstOpen(report)).toBe('record.amends failed earlier-not-valid')
  })
})

test("no proof at all is nobody's", async () => {
  const proofs = [null as never, ...day.proofs]
  expect((await auditDay({ records, proofs, seals: [day.seal] }, terms())).verdict).toBe('valid')
  const without = { records, proofs: [null as never], seals: [day.seal] }
  expect((await auditDay(without, terms())).faults).toMatchObject([{ fault: 'not-sealed' }])
})

test('no octets are no answer of a timestamp authority', async () => {
  const stamped = timestampSeal(day.seal, () => Promise.resolve(undefined as never))
  expect(await codeOf(stamped)).toBe('signing.timestamp.answer')
})
