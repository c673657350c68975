import { ParseError, SigningError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { errorCatalogue } from '../errors.js'
import { codeOf, signedAt, type TestChain, testChain, testRecord } from '../test-chain.fixture.js'
import { signRecord, signRecords } from './sign-records.js'
import { verifyRecord } from './verify-record.js'

let chain: TestChain
beforeAll(async () => {
  chain = await testChain()
})

const ids = (...indexes: readonly number[]) => indexes.map((index) => testRecord(index).id)
const unwritable = (index: number) => ({ ...testRecord(index), enteredBy: '\ud800' })

/** A signer whose batches go through a hand that may spoil them. */
function handled(
  hand: (call: number, data: readonly Uint8Array[]) => Promise<readonly Uint8Array[]>,
): Signer {
  let calls = 0
  return {
    ...chain.signer,
    signMany: (data) => {
      calls += 1
      return hand(calls, data)
    },
  }
}
const honest = (data: readonly Uint8Array[]) =>
  Promise.all(data.map((one) => chain.signer.sign(one)))
const refusing = (code: string) => new SigningError(errorCatalogue, code)

describe('signRecord', () => {
  test('gives an envelope whose JWS says who signed and when, to the second', async () => {
    const at = new Date('2022-05-20T09:30:00.999Z')
    const signed = await signRecord(testRecord(), chain.signer, { at })
    const [head = ''] = signed.jws.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
    expect(signed).toMatchObject({ format: 'signed-record/1', recordId: testRecord().id })
    expect(Object.keys(header)).toEqual(['alg', 'iat', 'typ', 'x5c', 'x5t#S256'])
    expect(header).toMatchObject({ alg: 'ES256', typ: 'dose-record+jws', iat: 1653039000 })
    expect(header['x5c']).toHaveLength(2)
  })

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a signer without certificate',
      () => signRecord(testRecord(), { ...chain.signer, chain: [] }, { at: signedAt }),
      'signing.no-certificate',
    ],
    [
      'an algorithm that records are not signed with',
      () => signRecord(testRecord(), { ...chain.signer, algorithm: 'RS512' }, { at: signedAt }),
      'signing.algorithm',
    ],
    [
      'an algorithm of another key',
      () => signRecord(testRecord(), { ...chain.signer, algorithm: 'ES384' }, { at: signedAt }),
      'signing.key-mismatch',
    ],
    [
      'no instant',
      () => signRecord(testRecord(), chain.signer, { at: new Date(Number.NaN) }),
      'signing.instant',
    ],
    [
      'a record that JSON cannot carry',
      () => signRecord(unwritable(0), chain.signer, { at: signedAt }),
      'input.json-canonical',
    ],
    [
      'a signature that does not hold',
      () => {
        const signer = handled((_, data) => honest(data.map(() => new Uint8Array(1))))
        return signRecord(testRecord(), signer, { at: signedAt })
      },
      'signing.answer',
    ],
    [
      'a refusal on the phone',
      () => {
        const signer = handled(() => Promise.reject(refusing('signing.rejected')))
        return signRecord(testRecord(), signer, { at: signedAt })
      },
      'signing.rejected',
    ],
  ])('%s ends in a code', async (_, sign, code) => {
    expect(await codeOf(sign())).toBe(code)
  })

  test('keeps nothing of what a provider threw, which may repeat what it was to sign', async () => {
    const signer = handled(() => Promise.reject(new Error('Nguyễn Thị Mẫu')))
    const caught: unknown = await signRecord(testRecord(), signer, { at: signedAt }).catch(
      (error: unknown) => error,
    )
    expect(caught).toMatchObject({ code: 'signing.unavailable' })
    expect((caught as Error).cause).toBeUndefined()
  })
})

describe('signRecords', () => {
  test('keeps the order over batches, and each record is valid', async () => {
    const records = [0, 1, 2, 3, 4].map(testRecord)
    const seen: unknown[] = []
    const { signed, failed } = await signRecords(records, chain.signer, {
      at: signedAt,
      batch: 2,
      onProgress: (done, total) => seen.push([done, total]),
    })
    expect(signed.map(({ recordId }) => recordId)).toEqual(ids(0, 1, 2, 3, 4))
    expect(failed).toEqual([])
    expect(seen).toEqual([2, 4, 5].map((done) => [done, 5]))
    const reports = await Promise.all(
      signed.map((one) => verifyRecord(one, { anchors: chain.anchors })),
    )
    expect(reports.map(({ record }) => record)).toEqual(records)
  })

  test('nothing to sign is signed without asking', async () => {
    const signer = handled(() => Promise.reject(refusing('signing.rejected')))
    expect(await signRecords([], signer, { at: signedAt })).toEqual({ signed: [], failed: [] })
  })

  test('a signer without signMany is asked one by one', async () => {
    const { algorithm, chain: certificates } = chain.signer
    const sign = (data: Uint8Array) => chain.signer.sign(data)
    const single: Signer = { algorithm, chain: certificates, sign }
    const { signed } = await signRecords([testRecord(), testRecord(1)], single, { at: signedAt })
    expect(signed.map(({ recordId }) => recordId)).toEqual(ids(0, 1))
  })

  test.each([
    ['signing.unavailable', [0, 1, 4], ['signing.unavailable', 'signing.unavailable']],
    ['signing.rejected', [0, 1], ['signing.rejected', 'signing.rejected', 'signing.not-tried']],
    ['signing.expired', [0, 1], ['signing.expired', 'signing.expired', 'signing.not-tried']],
    ['signing.key', [0, 1], ['signing.key', 'signing.key', 'signing.not-tried']],
  ])('when the second batch ends in %s, what is signed stays', async (code, kept, codes) => {
    const signer = handled((call, data) =>
      call === 2 ? Promise.reject(refusing(code)) : honest(data),
    )
    const records = [0, 1, 2, 3, 4].map(testRecord)
    const outcome = await signRecords(records, signer, { at: signedAt, batch: 2 })
    expect(outcome.signed.map(({ recordId }) => recordId)).toEqual(ids(...kept))
    expect(outcome.failed.map((one) => one.code)).toEqual(codes)
    const left = outcome.failed.map(({ recordId }) => records.find(({ id }) => id === recordId))
    const again = await signRecords(
      left.filter((one) => one !== undefined),
      chain.signer,
      { at: signedAt },
    )
    expect(again.failed).toEqual([])
  })

  test('an error that is not ours counts as unavailable, and one of ours keeps its code', async () => {
    const errors: readonly [Error, string][] = [
      [new Error('the phone is off'), 'signing.unavailable'],
      [new ParseError(errorCatalogue, 'signing.register'), 'signing.register'],
    ]
    for (const [error, code] of errors) {
      const signer = handled(() => Promise.reject(error))
      const { failed } = await signRecords([testRecord()], signer, { at: signedAt })
      expect(failed).toEqual([{ recordId: testRecord().id, code }])
    }
  })

  test('an aborted signal stops before the next batch', async () => {
    const controller = new AbortController()
    const { signed, failed } = await signRecords([0, 1, 2, 3].map(testRecord), chain.signer, {
      at: signedAt,
      batch: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(signed.map(({ recordId }) => recordId)).toEqual(ids(0))
    expect(failed.map((one) => one.code)).toEqual([
      'signing.stopped',
      'signing.not-tried',
      'signing.not-tried',
    ])
  })

  test('a signer that fails because it was stopped says so', async () => {
    const controller = new AbortController()
    const signer = handled(() => {
      controller.abort()
      return Promise.reject(new Error('aborted'))
    })
    const options = { at: signedAt, signal: controller.signal }
    const { failed } = await signRecords([testRecord()], signer, options)
    expect(failed.map((one) => one.code)).toEqual(['signing.stopped'])
  })

  test('a record that JSON cannot carry fails alone', async () => {
    const records = [testRecord(0), unwritable(1), testRecord(2)]
    const outcome = await signRecords(records, chain.signer, { at: signedAt })
    expect(outcome.signed.map(({ recordId }) => recordId)).toEqual(ids(0, 2))
    expect(outcome.failed).toEqual([{ recordId: ids(1)[0], code: 'input.json-canonical' }])
  })

  test('answers in another order than asked are not handed out', async () => {
    const signer = handled(async (_, data) => [...(await honest(data))].reverse())
    const outcome = await signRecords([0, 1, 2].map(testRecord), signer, { at: signedAt })
    expect(outcome.signed.map(({ recordId }) => recordId)).toEqual(ids(1))
    expect(outcome.failed.map((one) => one.code)).toEqual(['signing.answer', 'signing.answer'])
  })

  test('too few answers are none', async () => {
    const signer = handled((_, data) => honest(data.slice(1)))
    const outcome = await signRecords([0, 1].map(testRecord), signer, { at: signedAt })
    expect(outcome.signed).toEqual([])
    expect(outcome.failed.map((one) => one.code)).toEqual(['signing.answer', 'signing.answer'])
  })
})
