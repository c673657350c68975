import { noticeLink } from '@tiemchung/feedback/notice'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  logIn,
  newId,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let staff: string
let recordId: string
beforeAll(async () => {
  sandbox = await startSandbox()
  staff = await logIn(sandbox, 'staff.01234')
  const body = await signed(sandbox, await recordOf((await verifyChild(sandbox, staff)).id))
  recordId = body.recordId
  await ask(sandbox, 'PUT', `/v1/records/${recordId}`, { token: staff, body })
}, 60_000)
afterAll(() => sandbox.close())

const give = (id: string, token = staff) => ask(sandbox, 'PUT', `/v1/notices/${id}`, { token })

describe('a notice', () => {
  test('names a dose by a random reference, the same each time, and nobody', async () => {
    const reference = String((await give(recordId)).body['reference'])
    expect((await give(recordId)).body['reference']).toBe(reference)
    expect(noticeLink('https://phan-anh.example.vn/', reference)).toContain(`#${reference}`)
    const dose = await ask(sandbox, 'GET', `/v1/notices/${reference}`)
    expect(dose.body).toEqual({
      recordId,
      facility: '01234',
      facilityName: 'Trạm Y tế phường Mẫu',
      doseNumber: 1,
      date: '2022-05-20',
      product: 'comirnaty-10',
    })
  })

  test('is given to the facility of the record alone; a reference that is none names nothing', async () => {
    const other = await logIn(sandbox, 'staff.01236')
    expect((await give(recordId, other)).status).toBe(404)
    expect((await give(newId())).status).toBe(404)
    expect((await ask(sandbox, 'GET', '/v1/notices/H7KQ-29XM-4TRB')).status).toBe(404)
    expect((await ask(sandbox, 'GET', `/v1/notices/${recordId}`)).status).toBe(404)
  })
})
