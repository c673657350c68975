import { canonicalJson } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { type DoseRecord, hashRecord } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, newId, recordOf, startSandbox, verifyChild } from '../test-platform.fixture.js'

let sandbox: Sandbox
let staff: string
let chair: string
let record: DoseRecord
beforeAll(async () => {
  sandbox = await startSandbox()
  staff = await logIn(sandbox, 'staff.01235')
  chair = await logIn(sandbox, 'chair.00001')
  const { id } = await verifyChild(sandbox, staff)
  record = await recordOf(id, { facility: '01235' })
}, 60_000)
afterAll(() => sandbox.close())

const minutesOf = async (records: readonly DoseRecord[], change: object = {}) => ({
  format: 'minutes/1',
  id: newId(),
  facility: '01235',
  date: '2022-05-20',
  ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
  parties: [{ role: 'police', fullName: 'Phạm Quang Mẫu' }],
  records: await Promise.all(
    records.map(async (one) => ({ recordId: one.id, hash: await hashRecord(one, systemCrypto) })),
  ),
  concludedAt: '2022-05-20T10:00:00.000Z',
  ...change,
})

const chairLed = { ledBy: { role: 'commune-chair', fullName: 'Lê Văn Mẫu' } }

const handIn = (
  minutes: { id: string },
  records: readonly string[],
  options: { token?: string; path?: string } = {},
) =>
  ask(sandbox, 'PUT', `/v1/minutes/${options.path ?? minutes.id}`, {
    token: options.token ?? staff,
    body: { minutes, records },
  })

describe('minutes', () => {
  test('of a facility that cannot sign bring its records in, unsigned and uncertified, once', async () => {
    const minutes = await minutesOf([record])
    const first = await handIn(minutes, [canonicalJson(record)])
    expect(first.status).toBe(201)
    expect(first.body['receipts']).toMatchObject([{ recordId: record.id }])
    expect((await handIn(minutes, [canonicalJson(record)])).body).toEqual(first.body)
    const later = { ...minutes, concludedAt: '2022-05-20T11:00:00.000Z' }
    expect((await handIn(later, [canonicalJson(record)])).body['code']).toBe('platform.conflict')
    const other = await minutesOf([record])
    const twice = await handIn(other, [canonicalJson(record)])
    expect([twice.status, twice.body['code']]).toEqual([409, 'platform.conflict'])
    const path = '/v1/records?facility=01235&date=2022-05-20'
    const list = await ask(sandbox, 'GET', path, { token: staff })
    expect(list.body['items']).toMatchObject([{ recordId: record.id, signed: false }])
  })

  test.each([
    ['text that is no JSON', () => '{', 'platform.body'],
    [
      'JSON that is not canonical',
      () => JSON.stringify(record, null, 2),
      'platform.minutes.records',
    ],
    ['JSON that is no record', () => '{"format":"dose-record/1"}', 'platform.body'],
    [
      'another record than they name',
      () => canonicalJson({ ...record, id: newId() }),
      'platform.minutes.records',
    ],
  ])('that bring %s are refused', async (_, text, code) => {
    expect((await handIn(await minutesOf([record]), [text()])).body['code']).toBe(code)
  })

  test('are in their own path', async () => {
    const answer = await handIn(await minutesOf([record]), [canonicalJson(record)], {
      path: newId(),
    })
    expect(answer.body['code']).toBe('platform.id-mismatch')
  })

  test('come from the chair of the commune when the chair led, and from no other chair', async () => {
    const { id } = await verifyChild(sandbox, staff)
    const second = { ...(await recordOf(id, { facility: '01235', number: 2 })), id: newId() }
    const led = await minutesOf([second], chairLed)
    const texts = [canonicalJson(second)]
    const elsewhere = await logIn(sandbox, 'chair.00004')
    expect((await handIn(led, texts, { token: elsewhere })).status).toBe(403)
    const notLed = await minutesOf([second])
    expect((await handIn(notLed, texts, { token: chair })).status).toBe(403)
    const unknown = await minutesOf([second], { ...chairLed, facility: '99999' })
    expect((await handIn(unknown, texts, { token: chair })).status).toBe(403)
    expect((await handIn(led, texts, { token: chair })).status).toBe(201)
    const other = await logIn(sandbox, 'staff.01236')
    expect((await handIn(notLed, texts, { token: other })).status).toBe(403)
  })
})
