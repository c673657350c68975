import { canonicalJson, parseCivilDate } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import { sealDay, softwareSigner } from '@tiemchung/signing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  logIn,
  morning,
  newId,
  recordOf,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

let sandbox: Sandbox
let token: string
let record: DoseRecord
beforeAll(async () => {
  sandbox = await startSandbox()
  token = await logIn(sandbox, 'staff.01234')
  record = await recordOf((await verifyChild(sandbox, token)).id)
}, 60_000)
afterAll(() => sandbox.close())

/** A record under a seal of its own, by a facility's test key. */
async function sealed(keyOf = '01234') {
  const key = sandbox.authority.facilityKeys.find((one) => one.facility === keyOf)
  if (key === undefined) throw new Error('the facility has no key')
  const { pkcs8, chain } = key
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain })
  const day = { facility: '01234', date: parseCivilDate('2022-05-20'), records: [record] }
  const { seal, proofs } = await sealDay(day, signer, { at: morning })
  return {
    format: 'sealed-record/1',
    recordId: record.id,
    facility: '01234',
    record: canonicalJson(record),
    proof: proofs[0],
    seal,
  }
}

const put = (body: object) =>
  ask(sandbox, 'PUT', `/v1/records/${record.id}`, {
    token,
    body,
    headers: { 'idempotency-key': newId() },
  })

test('a record that is changed, or sealed by another facility, is refused by the check', async () => {
  const one = await sealed()
  const changed = canonicalJson({ ...record, enteredBy: 'else' })
  const refused = await put({ ...one, record: changed })
  expect([refused.status, refused.body['code']]).toEqual([422, 'platform.record.signature'])
  expect(refused.body['detail']).toBe('record.inclusion: not-under-the-seal')
  const stranger = await put(await sealed('01236'))
  expect(stranger.body['detail']).toBe('signer.register: other-facility')
})

test('a record that is not canonical, or another than its envelope says, is refused', async () => {
  const one = await sealed()
  const loose = await put({ ...one, record: JSON.stringify(record, null, 1) })
  expect(loose.body['code']).toBe('platform.record.signature')
  const other = await put({ ...one, record: canonicalJson({ ...record, id: newId() }) })
  expect(other.body['code']).toBe('platform.id-mismatch')
})

test('a record under a day seal is taken in once, and counts as signed', async () => {
  const one = await sealed()
  const first = await put(one)
  const again = await put(one)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(first.body)
  const other = await put(await sealed())
  expect([other.status, other.body['code']]).toEqual([409, 'platform.conflict'])
  const list = await ask(sandbox, 'GET', '/v1/records?facility=01234&date=2022-05-20', { token })
  expect(list.body['items']).toMatchObject([{ recordId: record.id, signed: true }])
})
